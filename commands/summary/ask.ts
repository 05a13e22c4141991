import { LEADING, type Role } from '../../station/roles.js'
import { scanReferences } from '../../station/text/reference.js'
import { dateOf } from '../../station/time/civil.js'
import { type Argument, oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import { requestDocument } from '../documents/request.js'
import { monthArgument } from '../publicity/notice.js'
import { copy } from './copy.js'
import { period } from './period-argument.js'
import { OTHERS, othersAnswer, REVIEW, reviewAnswer } from './review.js'
import { requestSummary } from './write.js'

export const READERS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']

export const askCommand = command({
  name: '小结',
  aliases: ['周报', '写小结', '总结', '工作小结', '工作总结'],
  summary: '生成一份小结发到群里',
  args: { wanted: optional(period()) },
  who: READERS,
  changes: true,
  periodFirst: true,
  examples: ['小结', '小结 本月', '上个月小结', '小结 上次以来'],
  run: (context, { wanted = { kind: 'week' } }) => requestSummary(context, wanted),
  answers: { [REVIEW]: reviewAnswer, [OTHERS]: othersAnswer },
})

/** D7, K2, T3, L1, J5: one record. */
function subject(letters: string): Argument<string> {
  return {
    label: '编号',
    example: 'D7',
    take(line) {
      const [first] = scanReferences(line.rest)
      if (!first || !letters.includes(first.letter)) return { missing: true }
      line.claim(...first.span)
      return { value: `${first.letter}${first.no}` }
    },
  }
}

export const askSubjectCommand = command({
  name: '小结',
  aliases: ['会议小结', '议题小结', '督办小结', '办理小结'],
  summary: '生成接待、议题、督办等的小结',
  args: { subject: subject('DKTLJY') },
  who: READERS,
  changes: true,
  examples: ['小结 D7', '小结 T3'],
  run: (context, { subject: ref }) => requestSummary(context, { kind: null, subject: ref, draft: true }),
})

const VERSION = oneOf('版本', { 归档版: '归档', 公开版: '公开', 归档: '归档', 公开: '公开' } as const)

/** 小结 本月 公开: one of the other two versions of a period, at once. */
export const releasePeriodCommand = command({
  name: '小结',
  aliases: ['总结', '发布小结', '发布'],
  summary: '出一段时间的归档版或公开版',
  args: { version: VERSION, wanted: period() },
  who: READERS,
  changes: true,
  periodFirst: true,
  examples: ['小结 本月 公开', '小结 第三季度 归档'],
  run: (context, { version, wanted }) => requestSummary(context, { ...wanted, release: version }),
})

/** 发布 H12 归档: the other two versions of an activity. */
export const releaseSubjectCommand = command({
  name: '发布',
  summary: '出活动小结的归档版或公开版',
  args: { version: VERSION, subject: subject('HDKTLJY') },
  who: READERS,
  changes: true,
  examples: ['发布 H12 归档', '发布 H12 公开'],
  run: (context, { subject: ref, version }) => requestSummary(context, { kind: null, subject: ref, release: version }),
})

export const askDistrictCommand = command({
  name: '小结',
  summary: '全区各站的小结',
  args: { all: oneOf('范围', { 全区: true, 各站: true }), wanted: optional(period()) },
  who: ['district', 'leader'],
  changes: true,
  acrossStations: true,
  examples: ['小结 全区 本月'],
  run: (context, { wanted = { kind: 'month' } }) => requestSummary(context, { ...wanted, district: true }),
})

/** 全区小结, 各站小结: the same, its reach in front. */
export const districtReportCommand = command({
  name: '全区小结',
  aliases: ['各站小结', '全区总结', '各站总结', '全区月报'],
  summary: '全区各站的小结',
  args: { wanted: optional(period()) },
  who: ['district', 'leader'],
  changes: true,
  acrossStations: true,
  periodFirst: true,
  examples: ['全区小结 本月'],
  run: (context, { wanted = { kind: 'month' } }) => requestSummary(context, { ...wanted, district: true }),
})

/** A name without 站, no stretch of time. */
const NAME_ALONE = /(?<=^|\s)(?![今昨本上去前全各第这])\p{Script=Han}{2,12}(?=\s|$)/u

/** 秦淮金融站: as it is called, its last character so that no sentence reads like it; said to the bot alone, without it too. */
function stationName(): Argument<string> {
  return {
    label: '站名',
    example: '秦淮金融站',
    take(line, { spokenTo = false }) {
      const called = /(?<=^|\s)(\p{Script=Han}{2,12})站(?=\s|$)/u.exec(line.rest)
      const found = called ?? (spokenTo ? NAME_ALONE.exec(line.rest) : null)
      if (!found) return { missing: true }
      // Any word may stand there: what is known by its shape is meant before it.
      if (!called) return { value: line.take(found.index, found.index + found[0].length) }
      line.claim(found.index, found.index + found[0].length)
      return { value: found[1]! }
    },
  }
}

/** 小结 秦淮金融站 本月: one station of the district, told to whoever asked and to nobody else. */
export const askStationCommand = command({
  name: '小结',
  summary: '看区里一个站的小结',
  args: { name: stationName(), wanted: optional(period()) },
  who: ['district', 'leader'],
  changes: true,
  acrossStations: true,
  examples: ['小结 秦淮金融站 本月'],
  async run(context, { name, wanted = { kind: 'month' } }) {
    const { db, station, roomId, say } = context
    const stations = await db.station.findMany({
      where: { districtId: station.districtId, state: 'open' },
      orderBy: { id: 'asc' },
    })
    const meant = stations.filter((one) => one.name === name || one.name.endsWith(name))
    if (meant.length !== 1)
      return say(
        copy.whichStation(
          name,
          (meant.length > 0 ? meant : stations).map((one) => one.name),
        ),
      )
    if (roomId !== null) await say(copy.privately(meant[0]!.name))
    await requestSummary(context, { ...wanted, ofStation: meant[0]!.id })
  },
})

/** 月报 5月: a draft of that month, for review by whoever asks. */
export const monthReportCommand = command({
  name: '月报',
  aliases: ['月度总结', '月度小结'],
  summary: '起草一个月的月报',
  args: { month: optional(monthArgument(true)) },
  who: READERS,
  changes: true,
  periodFirst: true,
  examples: ['月报 5月'],
  run: (context, { month }) =>
    requestSummary(context, {
      kind: 'month',
      draft: true,
      on: (month ?? context.now.toPlainDate().toPlainYearMonth()).toPlainDate({ day: 1 }).toString(),
    }),
})

/** 季报 第三季度, 年报 2025年: the same for a longer or shorter period; the running one unless another is named. */
const draftReport = (name: string, aliases: string[], kind: string, summary: string, example: string) =>
  command({
    name,
    aliases,
    summary,
    args: { wanted: optional(period()) },
    who: READERS,
    changes: true,
    periodFirst: true,
    examples: [example],
    run: (context, { wanted }) =>
      requestSummary(context, { kind, draft: true, ...(wanted?.kind === kind && { on: wanted.on }) }),
  })

export const reportCommands = [
  draftReport('日报', ['日小结'], 'day', '起草一天的小结', '日报 昨天'),
  draftReport('季报', ['季度小结', '季度总结'], 'quarter', '起草一个季度的小结', '季报 第三季度'),
  draftReport('年报', ['年度小结', '年度总结', '年终总结'], 'year', '起草一年的小结', '年报 2025年'),
]

/** 小结图 本月: the figures as a picture; 月度图: the year's months. */
export const cardCommand = command({
  name: '小结图',
  aliases: ['小结图片'],
  summary: '把小结数字做成图片',
  args: { wanted: optional(period()) },
  who: READERS,
  changes: true,
  periodFirst: true,
  examples: ['小结图 本月', '小结图 第三季度'],
  run(context, { wanted = { kind: 'month' } }) {
    // A picture has no cursor of its own: since the last one is this week.
    const named = wanted.kind === 'since' && wanted.on === undefined ? { kind: 'week' } : wanted
    return requestDocument(context, { kind: 'summary-card', args: { ...named }, to: 'here' })
  },
})

export const chartCommand = command({
  name: '月度图',
  summary: '今年各月活动和意见的图',
  who: READERS,
  changes: true,
  examples: ['月度图'],
  run: (context) => requestDocument(context, { kind: 'month-chart', to: 'here' }),
})

const leave = (name: string, state: 'given' | 'withdrawn') =>
  command({
    name,
    summary: state === 'given' ? '同意一个活动或意见写进公开版' : '不再公开一个活动或意见',
    args: { subject: subject('HY') },
    who: LEADING,
    changes: true,
    silentAlone: true,
    examples: [`${name} H12`],
    async run(context, { subject: about }) {
      const { db, change, station, speaker, now } = context
      const known = await db.publicLeave.findUnique({ where: { stationId_about: { stationId: station.id, about } } })
      const given = { state, byName: speaker.name, at: dateOf(now) }
      if (known) await change.update('PublicLeave', known.id, given)
      else await change.create('PublicLeave', { ...given, stationId: station.id, about })
      await context.say(copy.leave(about, state === 'given'))
    },
  })

export const openRecordCommand = leave('同意公开', 'given')
export const closeRecordCommand = leave('不公开', 'withdrawn')

export const dailyCommand = command({
  name: '每日小结',
  summary: '开或关每天的统计',
  args: { on: oneOf('开关', { 开: true, 关: false }) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['每日小结 开'],
  async run(context, { on }) {
    const { change, station } = context
    await change.update('Station', station.id, { settings: { ...(station.settings as object), dailySummary: on } })
    await context.say(copy.daily(on))
  },
})

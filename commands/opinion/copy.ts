import type { LinkedPlatform, Opinion } from '../../prisma/generated/client.js'
import type { CalendarUnpublished } from '../../station/calendar/workdays.js'
import type { HandOverRefusal } from '../../station/handling/parts.js'
import type { ClockReading } from '../../station/opinion/clock.js'
import type { OpinionClockPreset } from '../../station/opinion/clock-presets.js'
import type { NotAcceptedReason } from '../../station/opinion/not-accepted.js'
import type { Topic } from '../../station/opinion/topics.js'
import type { UnitMatch } from '../../station/opinion/units.js'
import type { Result } from '../../station/result.js'
import { type Moment, momentOf, type Temporal } from '../../station/time/civil.js'
import { describe } from '../../station/time/describe.js'
import { MOST_COUNTED } from './listed.js'
import type { HistoryLine } from './opinion-row.js'

const SHOWN_CHARS = 60
const SHOWN_NUMBERS = 6
const COLOURS = { green: '绿', yellow: '黄', red: '红', paused: '暂停' }
const CIRCLED = '①②③④⑤⑥⑦⑧⑨'

const toMinute = (moment: Moment): Moment => moment.round({ smallestUnit: 'minute', roundingMode: 'floor' })
export const dayText = (day: Temporal.PlainDate): string => `${day.month}月${day.day}日`
const channelsOf = ({ channels }: NotAcceptedReason): string =>
  channels.map((channel) => `${channel.name}${'phone' in channel ? ` ${channel.phone}` : ''}`).join('、')

export const short = (text: string, limit = SHOWN_CHARS): string => {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('')
}

type Clock = Result<ClockReading, CalendarUnpublished> | null

export const due = (clock: Clock): string => {
  if (!clock) return ''
  if (!clock.ok) return `期限跨到${clock.error.year}年，放假安排公布后再算`
  return clock.value.dueOn ? `${dayText(clock.value.dueOn)}前答复` : '退办中，暂不计时'
}

/** What a higher congress was asked about is with it, whatever the step within the station. */
const shownState = ({ state, unitKind }: Opinion): string =>
  unitKind === '上级' && (state === '转办' || state === '办理中') ? '上级办理' : state

const colourOf = (clock: Clock, limitWorkdays: number | null): string => {
  if (!clock?.ok) return ''
  const rule = limitWorkdays === null ? '' : `；本站约定共${limitWorkdays}个工作日`
  const { colour, leftWorkdays } = clock.value
  const left = leftWorkdays < 0 ? `超${-leftWorkdays}` : `剩${leftWorkdays}`
  return `（${COLOURS[colour]}，${left}个工作日${rule}）`
}

/** Somebody owes an answer: a clock that nobody waits for is not shown. */
const runs = ({ state, answer }: Opinion): boolean =>
  !answer && ['转办', '办理中', '移交家室', '退办待改派', '重办'].includes(state)

export const copy = {
  empty: '请把群众说的话写在“意见”后面，一条一件事。例：意见 社区医院缺儿科',
  quoteFirst: '请长按群众说的那条消息，选“引用”，再回“记意见”；或直接发：意见 内容',
  secret: '这条像涉密内容，没有记录。涉密事项不能在微信里说（代表法第八条），请走机要渠道，并把原消息撤回。',
  interference: '这条像是为具体案件或招投标打招呼，没有记录。代表不得干预具体案件和招投标（代表法第五十九条）。',
  numberWanted: '请写上意见编号，例：Y17。回“我的意见”看编号。',
  unknown: (no: number) => `本站没有 Y${no}。回“意见列表”看最近的意见。`,
  recordedSeveral: (
    rows: readonly Opinion[],
    reporter: string,
    twins: readonly { no: number; twin: number }[],
    urgent: readonly number[] = [],
  ) =>
    [
      `已登记Y${rows[0]!.no}–Y${rows.at(-1)!.no}（${reporter}，${rows.length}件${rows[0]!.source ? `，来源=${rows[0]!.source}` : ''}）：`,
      ...rows
        .slice(0, twins.length > 0 ? 3 : 4)
        .map(
          ({ no, text, category }) =>
            `Y${no} ${short(text, 24)}${category ? `〔${category}〕` : ''}${urgent.includes(no) ? '（像急难愁盼）' : ''}`,
        ),
      twins.length > 0
        ? `像同一件：${twins.map(({ no, twin }) => `Y${no}像Y${twin}`).join('，')}。回“附议 Y${twins[0]!.twin}”，或由联络员“合并 Y${twins[0]!.no} 到 Y${twins[0]!.twin}”。`
        : '',
      rows.length > 1
        ? `类别不对请回“第2条 教育文体”，急的回“Y${urgent[0] ?? rows[0]!.no} 急”；回编号可看每一件，例：Y${rows[0]!.no}`
        : `回编号可看每一件，例：Y${rows[0]!.no}`,
    ]
      .filter(Boolean)
      .join('\n'),
  whichOfSeveral: ({ place, placeNo, no, words }: { place: number; placeNo: number; no: number; words: string }) =>
    `“${place}”是第${place}条（Y${placeNo}），还是 Y${no}？请回“第${place}条 ${words}”或“Y${no} ${words}”。`,
  idea: ({ no, text }: Opinion) => `已记为“建言” Y${no}：${short(text)}\n待整理为建议：回“起草建议 Y${no}”开始起草。`,
  urgentToLiaison: ({ no, text }: Opinion, reporter: string) =>
    `【急】Y${no}（${reporter}）：${short(text)}\n请今天转办：转 Y${no} 承办单位`,
  markedUrgent: (no: number) => `Y${no} 已标急，当日转办，已单独提醒联络员。`,

  unmarkedUrgent: (no: number) => `Y${no} 已取消急件，按普通时限办。`,
  noTag: (kind: 'stage' | 'channel', labels: readonly string[]) =>
    `没有这个${kind === 'stage' ? '环节' : '来源方式'}。可选：${labels.join('、')}。`,
  tagSet: (no: number, kind: 'stage' | 'channel', label: string) =>
    `Y${no} ${kind === 'stage' ? '环节' : '来源方式'}=${label}。`,

  placeRight: ({ no, place }: Opinion) => `Y${no} 地点已确认：${place}。`,
  placeChanged: ({ no, place }: Opinion) => `Y${no} 地点已改为：${place}。`,
  amended: (no: number, text: string) => `Y${no} 已改：${short(text)}\n原来的内容留在“Y${no} 经过”里。`,
  notYourRecord: (no: number) => `Y${no} 是别的代表登记的。要改请找登记人或联络员。`,
  categorySet: (no: number, label: string) => `Y${no} 类别=${label}，记住了，以后同类的会更准。`,
  noCategory: (typed: string, labels: readonly string[]) => `没有“${typed}”这个类别。可选：${labels.join('、')}。`,

  unitKept: (name: string, { aliases, contact }: { aliases: readonly string[]; contact: string | null }) =>
    `${name}已登记${aliases.length > 0 ? `，也叫${aliases.join('、')}` : ''}${contact ? `，联系人${contact}` : ''}。`,
  unitMissing: (name: string, no: number) => `请写上单位。例：${name} Y${no} 卫健委`,
  whichUnit: (typed: string, match: Exclude<UnitMatch, { kind: 'one' }>, no: number) => {
    const names = (match.kind === 'several' ? match.units : match.nearest).map(({ name }) => name)
    if (match.kind === 'several')
      return `“${typed}”对应${names.length}个单位：${names.slice(0, 5).join('、')}。请写全名再发。`
    return names.length > 0
      ? `没有“${typed}”，是不是${names.join('或')}？请再发：转 Y${no} ${names[0]}`
      : `单位名录里没有“${typed}”。先登记：单位 ${typed} 别名 联系人，再转。`
  },
  referred: (
    { no, limitWorkdays }: Opinion,
    unit: { name: string; contact: string | null },
    typed: string,
    clock: Clock,
    preset: OpinionClockPreset,
    parts: string,
  ) =>
    [
      typed === unit.name ? '' : `“${typed}”对应“${unit.name}”。`,
      `Y${no} 已转${unit.name}${unit.contact ? `（联系人${unit.contact}）` : ''}，今起计时：${due(clock)}（${preset.label}，${limitWorkdays}个工作日）。${parts && `\n${parts}`}`,
    ].join(''),
  returned: ({ no, hops, unit }: Opinion, suggested: string | undefined) =>
    `Y${no} ${unit}已退办（第${hops}次），计时暂停。请改派：改派 Y${no} ${suggested ?? '承办单位'}`,
  escalated: ({ no, hops, text }: Opinion) => `Y${no} 已被退办${hops}次，请协调明确承办单位：${short(text)}`,
  handOver: (no: number, refusal: HandOverRefusal) =>
    refusal.code === 'severalNeeded'
      ? `分办要写两家以上。例：转 Y${no} 分办 卫健委、教育局`
      : refusal.code === 'unitTwice'
        ? `${refusal.unit}不能既主办又会办，请再写一次。例：转 Y${no} 主办 卫健委 会办 医保局`
        : `请写上主办单位。例：转 Y${no} 主办 卫健委 会办 医保局`,
  refusalReasons: (no: number) =>
    `请写理由：诉讼、复议、仲裁、检察、举报、信访、信息公开、咨询、即办、个人、外地等。例：不受理 Y${no} 诉讼`,
  refused: (no: number, reason: NotAcceptedReason) =>
    `Y${no} 不予受理：${reason.label}。可走：${channelsOf(reason)}。已私下告知登记代表。`,
  refusedToDeputy: ({ no, text }: Opinion, reason: NotAcceptedReason) =>
    `Y${no}（${short(text, 24)}）不予受理：${reason.label}。请告诉群众可走：${channelsOf(reason)}。转告后回“已转告 Y${no}”。`,
  acknowledged: (no: number) => `Y${no} 承办单位已签收，办理中。`,

  moved: (no: number, kind: string, name: string) =>
    `Y${no} 属区域性问题，已移交“${kind}”（${name}），本站仅跟踪，有结果会告诉登记代表。`,
  moveWhere: (no: number, home: string) => `移交到哪里？例：移交 Y${no} ${home}`,
  moveWished: ({ no, text }: Opinion, by: string, home: string) =>
    `${by}建议把 Y${no}（${short(text, 24)}）移交家/室。同意请发：移交 Y${no} ${home}`,
  moveNoted: (no: number) => `Y${no} 已记为建议移交，联络员确认后移交代表之家。`,
  notAPlatform: (name: string, no: number) =>
    `“${name}”不像家或室。例：移交 Y${no} 双塘街道代表之家；转部门请发：转 Y${no} 单位`,
  kept: (no: number) => `Y${no} 留站，由本站办理。`,
  moveCount: (quarter: string, home: number, studio: number, received: number, platforms: readonly LinkedPlatform[]) =>
    `${quarter}移交家/室${home + studio}件（家${home}、室${studio}），接收观察点和家/室${received}件。${
      platforms.length > 0 ? `\n已联系：${platforms.map(({ name }) => name).join('、')}。` : ''
    }`,

  replied: ({ no, replyClass }: Opinion, by: string, on: Temporal.PlainDate, reporter: string) =>
    `已记 Y${no} 答复（${by}，${dayText(on)}${replyClass ? `，${replyClass}类` : ''}），通知${reporter}代表。`,
  tellResident: ({ no, answer, promisedOn }: Opinion, reporter: string) =>
    `@${reporter} Y${no} 已答复。可转告群众：“您反映的事，${short(answer ?? '', 80)}。”${
      promisedOn ? `（承诺${promisedOn}）` : ''
    }转告后回“已转告”。`,
  onSpot: (no: number) => `Y${no} 已记当场答复。群众已经知道的话回“已转告 Y${no}”。`,
  nothingToPassOn: '您没有等着转告的答复。',
  whichPassedOn: (rows: readonly Opinion[]) =>
    `转告的是哪一件？${rows.map(({ no, text }) => `Y${no} ${short(text, 12)}`).join('；')}。例：已转告 Y${rows[0]!.no}`,
  passedOn: (no: number) => `Y${no} 已转告群众。请代群众评价：满意 Y${no}（或“基本满意”“不满意”）。`,
  rated: ({ no, state }: Opinion, name: string) =>
    state === '重办'
      ? `Y${no} 群众${name}，已转为重办，联络员会再派。`
      : state === '拟转建议'
        ? `Y${no} 重办后群众仍${name}，可转为代表建议：起草建议 Y${no}`
        : `Y${no} 评价：${name}。联络员可“办结 Y${no}”。`,
  closed: (no: number, unsaid: boolean) =>
    `Y${no} 已办结${unsaid ? '（未转告群众，理由已记）' : ''}。四周后会问一次：真解决了吗？`,
  tracked: ({ no, promisedOn }: Opinion) => `Y${no} 跟踪中，${promisedOn}再问结果。`,
  redo: (no: number) => `Y${no} 重办。请联络员再派：转 Y${no} 承办单位`,
  withdrawn: (no: number, name: string) => `Y${no} 已${name}，编号保留，不再统计。`,

  mergeUsage: (no: number) => `请写两个编号。例：合并 Y${no} 到 Y17`,
  mergeByStaff: (no: number, into: number) =>
    `合并由召集人或联络员确认：合并 Y${no} 到 Y${into}。您也可以回“附议 Y${into}”。`,
  mergedAlready: (no: number, into: number) => `Y${no} 已并入 Y${into}，请直接并到 Y${into}。`,
  merged: (no: number, into: number, people: number) =>
    `Y${no} 已并入 Y${into}，两件的原话和登记人都保留；Y${into} 共${people}人反映。`,
  seconded: (no: number, name: string, people: number) => `${name}已附议 Y${no}，共${people}人反映。`,
  secondedAlready: (no: number, people: number) => `您已经算在 Y${no} 里了，共${people}人反映。`,

  livelihood: (no: number, { solved, target }: { solved: number; target: number }) =>
    `Y${no} 已标民生问题，已解决${solved}/${target}件。解决后发：民生 Y${no} 已解决 依据 ……`,
  livelihoodSolved: (no: number, { solved, target }: { solved: number; target: number }) =>
    `Y${no} 依据已记。民生问题已解决${solved}/${target}件。`,
  livelihoodUsage: (no: number) => `例：民生 Y${no} 已解决 依据 卫健委6月2日答复`,
  evidenceNeeded: (no: number) => `请写依据。例：民生 Y${no} 已解决 依据 卫健委6月2日答复`,

  one: (
    opinion: Opinion,
    reporter: string,
    clock: Clock,
    { parts, supervision }: { parts: string; supervision: string },
  ) =>
    [
      `Y${opinion.no} ${opinion.text}`,
      [
        `状态：${opinion.mergedIntoNo ? `合并于Y${opinion.mergedIntoNo}` : shownState(opinion)}`,
        opinion.category && `类别：${opinion.category}`,
        opinion.place && `地点：${opinion.place}`,
        opinion.stage && `环节=${opinion.stage}`,
        opinion.channel && `来源方式=${opinion.channel}`,
        opinion.source && `来源=${opinion.source}`,
        opinion.theme && `主题：${opinion.theme}`,
        opinion.urgent && '急',
      ]
        .filter(Boolean)
        .join('｜'),
      opinion.unit
        ? `${parts || `承办：${opinion.unit}`}${clock && runs(opinion) ? `，${due(clock)}${colourOf(clock, opinion.limitWorkdays)}` : ''}`
        : '',
      supervision,
      opinion.answer
        ? `答复：${short(opinion.answer)}${opinion.satisfaction ? `（群众${opinion.satisfaction}）` : ''}`
        : '',
      `${describe(toMinute(momentOf(opinion.recordedAt)))} 由${reporter}代表登记${
        opinion.supporterIds.length > 0 ? `，共${opinion.supporterIds.length + 1}人反映` : ''
      }`,
    ]
      .filter(Boolean)
      .join('\n'),
  history: (ref: string, lines: readonly HistoryLine[], recordedAt: Moment, reporter: string) =>
    [
      `${ref} 经过：`,
      `${describe(toMinute(recordedAt))} ${reporter} ${ref.startsWith('J') ? '起草' : '登记'}`,
      ...lines
        .slice(-12)
        .map(
          ({ at, step, by, text }) =>
            `${describe(toMinute(momentOf(new Date(at))))} ${by} ${step}${text ? `：${short(text, 30)}` : ''}`,
        ),
    ].join('\n'),
  original: (no: number, words: string) => `Y${no} 原话（只供办理，请勿转发；本次查看已记录）：\n${words}`,
  originalNotYours: (no: number) => `Y${no} 的原话只有登记人和联络员能看。`,
  privately: '原话涉及个人信息，请私聊我说。',
  list: (opinions: readonly Opinion[], total: number, head = '最近') =>
    [
      `${head}${opinions.length}件意见（共${total >= MOST_COUNTED ? `${MOST_COUNTED}多` : total}件）：`,
      ...opinions.map((opinion) => `Y${opinion.no} ${short(opinion.text, 30)}〔${opinion.state}〕`),
      `回编号看全文，例：Y${opinions[0]?.no}`,
    ].join('\n'),
  none: '还没有登记的意见。把群众的话发来即可，例：意见 社区医院缺儿科',
  noneMine: '您还没有登记过意见。例：意见 社区医院缺儿科',
  notFound: (words: string) => `没有找到含“${words}”的意见。换一个词或地名再试，例：查意见 配药`,
  noneOverdue: '没有超期的意见。',
  overdue: (rows: readonly { row: Opinion; lateWorkdays: number }[]) =>
    [
      `超期${rows.length}件：`,
      ...rows
        .slice(0, 5)
        .map(({ row, lateWorkdays }) => `Y${row.no} ${row.unit} 超${lateWorkdays}个工作日：${short(row.text, 16)}`),
    ].join('\n'),
  hot: (topics: readonly Topic[]) =>
    topics.length === 0
      ? '近30天还没有登记的意见。'
      : `近30天（按人数）：${topics
          .slice(0, 5)
          .map(({ label, people, opinions }, index) => `${CIRCLED[index]}${label}${people}人（${opinions.length}件）`)
          .join(' ')}\n①是${[...topics[0]!.opinions]
          .reverse()
          .slice(0, SHOWN_NUMBERS)
          .map((no) => `Y${no}`)
          .join('、')}，回编号看全文。`,

  observationsWanted: (name: string, count: number) => `请把${count}条发来，每条一行。（来源=${name}）`,
  observationsCount: (wanted: number, got: number) => `说好${wanted}条，收到${got}条，请补齐后一起再发。`,
  observationUsage: '例：导入 观察点 3条，然后把3条一起发来，每条一行。',

  remindUnitDue: ({ no, unit, text }: Opinion, leftWorkdays: number) =>
    leftWorkdays < 0
      ? `Y${no}（${unit}）已超期${-leftWorkdays}个工作日未答复：${short(text, 24)}。请催办，或“退办/改派”。`
      : leftWorkdays === 0
        ? `Y${no}（${unit}）今天到期：${short(text, 24)}。`
        : `Y${no}（${unit}）还剩${leftWorkdays}个工作日到期：${short(text, 24)}。`,
  remindPassOn: ({ no, answer }: Opinion) =>
    `Y${no} 的答复告诉群众了吗？“${short(answer ?? '', 40)}”转告后回“已转告 Y${no}”。`,
  remindPassOnConvenor: ({ no }: Opinion, name: string) => `Y${no} 的答复${name}代表还没有转告群众，请关心一下。`,
  askPromise: ({ no, answer }: Opinion) =>
    `Y${no} 答复承诺的日子到了：“${short(answer ?? '', 40)}”。办成了回“兑现 Y${no}”，没有回“未办成 Y${no} 情况”。`,
  askSolved: ({ no, text }: Opinion) =>
    `Y${no}（${short(text, 24)}）办结四周了，真解决了吗？回“真解决 Y${no}”或“没解决 Y${no} 情况”。`,
  solved: (no: number) => `Y${no} 确认真解决。谢谢回访。`,
}

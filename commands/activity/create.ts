import { findActivityType, isTypeName } from '../../station/activity/find-type.js'
import type { Pool } from '../../station/activity/sign-up-book.js'
import { OTHER_ACTIVITY } from '../../station/activity/types.js'
import { MEMBERS } from '../../station/roles.js'
import { soundsLikeTalk } from '../../station/text/talk.js'
import { type Moment, parseMoment } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { scanDate } from '../../station/time/scan-date.js'
import { type Argument, count, optional, when, whenAfter, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { keyed, mark } from '../keyed.js'
import { offerPlanLine } from '../plan/offer-line.js'
import { copy } from './copy.js'
import { detailsArgument } from './details-argument.js'
import { submitDraft } from './draft.js'
import { announceNew, INITIATORS, PLAIN, type Wanted } from './make.js'
import { beginning, isAfter, lastMoment } from './moment-of.js'
import { poolsArgument } from './pools-argument.js'
import { timeFault } from './time-fault.js'
import { type StoredWanted, stored, wantedFrom } from './wanted.js'

const shape = {
  deadline: optional(whenAfter('截止', '截止时间')),
  pools: optional(poolsArgument()),
  capacity: optional(capacity()),
  form: optional(keyed(['方式', '形式'], '方式', '方式 线下流动')),
  plan: optional(count('计划项', '计划3', /(?:年度)?计划第?\s*(\d{1,3})项?/)),
  centralWork: optional(keyed(['中心工作'], '中心工作', '中心工作 城市更新')),
  namedPlace: optional(keyed(['地点', '地址'], '地点', '地点 夫子庙广场')),
  details: detailsArgument(),
  draft: mark('草案', /[(（]?草案[)）]?/),
  time: optional(when('时间')),
}

interface Said {
  deadline: Scan | undefined
  pools: Pool[] | undefined
  capacity: number | undefined
  form: string | undefined
  plan: number | undefined
  centralWork: string | undefined
  namedPlace: string | undefined
  details: Record<string, string>
  draft: boolean
  time: Scan | undefined
  title: string
  place: string | undefined
}

export const createCommand = command({
  name: '建活动',
  aliases: ['新建活动', '发起活动'],
  summary: '建一个活动并开放报名',
  args: { ...shape, title: optional(word('名称', '义诊进社区')), place: optional(word('地点', '来凤街')) },
  who: MEMBERS,
  changes: true,
  examples: [
    '建活动 义诊进社区 下周六上午9点 来凤街 限8人',
    '建活动 金融知识宣讲 5月18日14:30 限20 截止5月16日18:00',
    '建活动 流动义诊 地点 夫子庙广场 方式 线下流动',
    '建活动 座谈会 12月9日14:30 站里 线下20人 线上不限',
  ],
  run: (context, { title, ...said }) => (title === undefined ? askWhat(context) : take(context, { title, ...said })),
  answers: {
    'activity-what': {
      yieldsToCommands: true,
      accepts: (folded, { askedAt }) => (GIVEN_UP.test(folded) ? 'givenUp' : whatIsWanted(folded, askedAt as string)),
      run: (context, { words }, what) =>
        what === 'givenUp'
          ? context.say(copy.notMade)
          : context.runLine(`建活动 ${context.message.raw} ${words as string}`.trim()),
    },
    'activity-time': {
      accepts: (folded, { askedAt }) =>
        GIVEN_UP.test(folded) ? 'givenUp' : timeAlone(folded, parseMoment(askedAt as string)),
      async run(context, { wanted }, scan) {
        if (scan === 'givenUp') await context.say(copy.notMade)
        else await settle(context, wantedFrom(wanted as StoredWanted), scan as Scan)
      },
    },
  },
})

/** 建视察 养老机构, 建调研 院内制剂: the type is in the name of the command. */
export const inspectionCommands = (['视察', '调研', '观摩'] as const).map((kind) =>
  command({
    name: `建${kind}`,
    summary: `建一次${kind}`,
    args: { ...shape, title: word('对象', '养老机构'), place: optional(word('地点', '来凤街')) },
    who: MEMBERS,
    changes: true,
    examples: [`建${kind} 养老机构 下周四下午2点`],
    run: (context, said) => take(context, { ...said, title: `${kind}${said.title}` }),
  }),
)

async function take(context: CommandContext, said: Said): Promise<void> {
  const { capacity, deadline, pools, time } = said
  if (capacity === 0 || pools?.some(({ capacityPersons }) => capacityPersons === 0)) return context.say(copy.noCapacity)
  const { register } = findActivityType(said.title)
  if (register !== 'H' && isTypeName(said.title)) return context.say(copy.otherRegister[register])
  const deadlineAt = deadline ? lastMoment(deadline) : null
  if (deadline && !deadlineAt) return context.say(copy.unclearTime(context.message.raw))
  const wanted = { ...(await fromWords(context, said)), deadlineAt }
  const leads = INITIATORS.some((role) => context.speaker.roles.has(role))
  if (!leads || said.draft) {
    const begins = time && beginning(time)
    const fault = begins && timeFault(begins, context)
    return fault ? context.say(fault) : submitDraft(context, wanted, begins)
  }
  if (!time) return askTime(context, wanted, copy.whenIsIt(wanted.title))
  return settle(context, wanted, time)
}

/** Puts the words in their places: what is 视察d is the subject and part of the title, not the place. */
async function fromWords({ db, station }: CommandContext, said: Said): Promise<Wanted> {
  const { title, place, namedPlace, form = '', plan, centralWork, pools } = said
  const has = (key: string) => pools?.some((pool) => pool.key === key) === true
  const asksSubject = findActivityType(title).fields.some(({ key }) => key === 'subject')
  const named = asksSubject && place !== undefined && /^(视察|调研|专题视察|专题调研)$/.test(title)
  const topic = centralWork ?? (await topicIn(db, station.id, title))
  return {
    ...PLAIN,
    title: named ? `${title}${place}` : title,
    place: namedPlace ?? (named ? null : (place ?? null)),
    capacityPersons: said.capacity ?? null,
    pools: pools ?? null,
    details: { ...(named && { subject: place }), ...said.details, ...(topic && { centralWork: topic }) },
    mode:
      (has('线上') && has('线下')) || form.includes('混合') || (form.includes('线上') && form.includes('线下'))
        ? 'mixed'
        : form.includes('线上')
          ? 'online'
          : 'onsite',
    venue: form.includes('流动') ? 'mobile' : 'fixed',
    planNo: plan ?? null,
    centralWork: topic ?? null,
  }
}

/** The 中心工作 of the year named in a title. */
async function topicIn(db: CommandContext['db'], stationId: number, title: string): Promise<string | undefined> {
  const rows = await db.centralWork.findMany({ where: { stationId } })
  return rows.flatMap(({ topics }) => topics).find((topic) => title.includes(topic))
}

async function settle(context: CommandContext, wanted: Wanted, time: Scan): Promise<void> {
  const begins = beginning(time)
  // A time that will not do is asked for again: the rest was said already.
  if (!begins) return askTime(context, wanted, copy.unclearTime(context.message.raw, time))
  const fault = timeFault(begins, context)
  if (fault) return askTime(context, wanted, fault)
  if (wanted.deadlineAt && isAfter(wanted.deadlineAt, begins.startsAt)) return context.say(copy.deadlineAfterStart)
  const activity = await announceNew(context, wanted, begins)
  await offerPlanLine(context, activity)
}

/** The dialogue is left, whichever question is open. */
const GIVEN_UP = /^(?:算了|不[建办]了|先?不用?[建办]了?|取消|停|不要了)[吧。!~]*$/
const MOST_NAME_CHARS = 12

const askWhat = (context: CommandContext): Promise<void> =>
  context.ask({
    kind: 'activity-what',
    payload: {
      askedAt: context.now.toPlainDateTime().toString(),
      // A time or a number that came without a name is not asked again.
      words: context.message.kept.replace(/^\s*(?:新建|发起|建)活动[\s:：,，]*/, ''),
    },
    text: copy.whatIsIt,
  })

/** A name of one of the types, or a name and a time apart from it; anything else is talk. */
function whatIsWanted(folded: string, askedAt: string): string | undefined {
  const scan = scanDate(folded, parseMoment(askedAt))
  const rest = scan.kind === 'none' ? folded : folded.slice(0, scan.span[0]) + folded.slice(scan.span[1])
  const [name = '', ...more] = rest.trim().split(/[\s,，、]+/)
  if (name.length < 2 || name.length > MOST_NAME_CHARS || soundsLikeTalk(rest.trim(), true)) return undefined
  if (scan.kind === 'none') return more.length === 0 && findActivityType(name) !== OTHER_ACTIVITY ? folded : undefined
  return /\s/.test(folded.trim()) ? folded : undefined
}

const askTime = (context: CommandContext, wanted: Wanted, text: string): Promise<void> =>
  context.ask({
    kind: 'activity-time',
    payload: { wanted: stored(wanted), askedAt: context.now.toPlainDateTime().toString() },
    text,
  })

/** 限8人, 名额8; 8人 only as a word of its own: 四人小组座谈 is a name. */
function capacity(): Argument<number> {
  const persons = count(
    '人数',
    '限8人',
    /(?:(?:限额?|名额|最多|不超过)\s*|(?<![^\s,，、])(?=\d{1,8}\s*(?:个?人|名|位)(?:$|[\s,，、])))(\d{1,8})\s*(?:个?人|名|位)?/,
  )
  return {
    ...persons,
    take(line, at) {
      const negative = /限\s*(?:[-负零]\s*\d*)\s*(?:个?人|名|位)?/.exec(line.rest)
      if (!negative) return persons.take(line, at)
      line.claim(negative.index, negative.index + negative[0].length)
      return { wrong: copy.noCapacityShort }
    },
  }
}

/** A text that is nothing but a time, for which somebody was asked. */
export function timeAlone(folded: string, now: Moment): Scan | undefined {
  const scan = scanDate(folded, now)
  if (scan.kind === 'none') return undefined
  const rest = folded.slice(0, scan.span[0]) + folded.slice(scan.span[1])
  return /^[\s,，。.就在是吧!！]*$/.test(rest) ? scan : undefined
}

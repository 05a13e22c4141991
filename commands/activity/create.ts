import { newBook } from '../../station/activity/sign-up-book.js'
import type { Role } from '../../station/roles.js'
import { dateOf, type Moment, Temporal } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { count, optional, when, whenAfter, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

/** Roles in the order in which they explain who was behind an activity. */
const INITIATORS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']
/** A day without an hour: the usual hour, said plainly. */
const USUAL_HOUR = 9

export const createCommand = command({
  name: '建活动',
  aliases: ['新建活动', '发起活动'],
  summary: '建一个活动并开放报名',
  args: {
    deadline: optional(whenAfter('截止', '截止时间')),
    capacity: optional(count('人数', '限8人', /限\s*(\d{1,8})\s*(?:个?人|名|位)?/)),
    time: when('时间'),
    title: word('名称', '义诊进社区'),
    place: optional(word('地点', '来凤街')),
  },
  who: INITIATORS,
  changes: true,
  examples: ['建活动 义诊进社区 下周六上午9点 来凤街 限8人', '建活动 金融知识宣讲 5月18日14:30 限20 截止5月16日18:00'],
  async run(context, { deadline, capacity, time, title, place }) {
    const begins = beginning(time)
    if (!begins) return context.say(copy.unclearTime(context.message.raw))
    const { startsAt } = begins
    if (!after(startsAt, context.now)) return context.say(copy.noPast(dateOf(startsAt)))
    if (capacity === 0) return context.say(copy.noCapacity)
    const deadlineAt = deadline ? lastMoment(deadline) : null
    if (deadline && !deadlineAt) return context.say(copy.unclearTime(context.message.raw))
    if (deadlineAt && after(deadlineAt, startsAt)) return context.say(copy.deadlineAfterStart)
    await create(context, { ...begins, deadlineAt, title, place, capacityPersons: capacity ?? null })
  },
})

interface Beginning {
  startsAt: Moment
  endsAt: Moment | null
  /** The hour was not said. */
  assumedTime: boolean
  /** 下周六 said while this week's Saturday is still ahead: that nearer one, which many people mean. */
  notThisWeek: Moment | undefined
}

interface Wanted extends Beginning {
  deadlineAt: Moment | null
  title: string
  place: string | undefined
  capacityPersons: number | null
}

async function create(context: CommandContext, wanted: Wanted) {
  const { change, station, speaker, now } = context
  const { startsAt, endsAt, deadlineAt, title, place, capacityPersons } = wanted
  const book = newBook({ startsAt, deadlineAt, capacityPersons })
  const no = await change.nextNumber(station.id, 'H')
  const activity = await change.create('Activity', {
    stationId: station.id,
    no,
    title,
    type: '活动',
    state: 'open',
    startsAt: dateOf(startsAt),
    endsAt: endsAt && dateOf(endsAt),
    place: place ?? null,
    deadlineAt: deadlineAt && dateOf(deadlineAt),
    pools: book.pools as object[],
    createdById: speaker.personId,
    createdByRole: INITIATORS.find((role) => speaker.roles.has(role)) ?? 'deputy',
    createdAt: dateOf(now),
  })
  await context.say(copy.created(activity, book, wanted))
}

/** When it begins, or nothing where the phrase does not say one moment. */
function beginning(scan: Scan): Beginning | undefined {
  if (scan.kind === 'range' && scan.precision === 'minute')
    return { startsAt: scan.from, endsAt: scan.to, assumedTime: false, notThisWeek: undefined }
  if (scan.kind !== 'point' || scan.precision === 'halfDay') return undefined
  const assumedTime = scan.precision === 'day'
  const startsAt = assumedTime ? scan.at.withPlainTime({ hour: USUAL_HOUR }) : scan.at
  return { startsAt, endsAt: null, assumedTime, notThisWeek: scan.notThisWeek }
}

/** The last moment of a deadline; a day without an hour runs to its end. */
function lastMoment(scan: Scan): Moment | null {
  if (scan.kind === 'deadline') return scan.by
  if (scan.kind !== 'point') return null
  return scan.precision === 'minute' ? scan.at : scan.at.withPlainTime({ hour: 23, minute: 59, second: 59 })
}

const after = (a: Moment, b: Moment): boolean => Temporal.ZonedDateTime.compare(a, b) > 0

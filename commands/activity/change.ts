import type { Activity } from '../../prisma/generated/client.js'
import { changeCapacity } from '../../station/activity/capacity.js'
import { cancelSignUps, reschedule } from '../../station/activity/change.js'
import { type StepInput, step } from '../../station/activity/machine.js'
import { firstPool, type SignUpBook } from '../../station/activity/sign-up-book.js'
import type { ActivityState } from '../../station/activity/states.js'
import { LEADING } from '../../station/roles.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import { count, oneOf, optional, reference, text, when } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { about, keyed, mark } from '../keyed.js'
import type { Line } from '../line.js'
import { type OpenBook, saveBook } from './book.js'
import { closePolls } from './close-polls.js'
import { copy } from './copy.js'
import { endsAtOf, factsOf } from './facts.js'
import { theActivity } from './find.js'
import { poolsOf } from './make.js'
import { beginning, isAfter } from './moment-of.js'
import { placesArgument, poolName } from './pools-argument.js'
import { tellPromoted } from './promotions.js'
import { timeFault } from './time-fault.js'

export const rescheduleCommand = command({
  name: '改期',
  summary: '改活动时间，请大家重新确认',
  args: { number: reference('H', '活动编号'), time: about('H', when('新时间')) },
  who: LEADING,
  changes: true,
  examples: ['改期 H12 12月5日9:00'],
  async run(context, { number, time }) {
    const open = await theActivity(context, number, '改期')
    if (!open) return
    // 改期 H12 5月25日: another day, the same hour.
    const begins = beginning(time, momentOf(open.activity.startsAt).toPlainTime())
    if (!begins) return context.say(copy.unclearTime(context.message.raw, time))
    const fault = isAfter(begins.startsAt, context.now) ? timeFault(begins, context) : undefined
    if (fault) return context.say(fault)
    await move(context, open, begins.startsAt, begins.endsAt)
  },
})

/** Moves an activity, as long as before where no new end is said: a yes to the old date is no yes to the new one. */
export async function move(
  context: CommandContext,
  { activity, book }: OpenBook,
  newStartsAt: Moment,
  newEndsAt: Moment | null = null,
): Promise<void> {
  const { change, now } = context
  const stepped = step(activity.state as ActivityState, 'reschedule', factsOf(activity), now, { newStartsAt })
  if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
  const decided = reschedule(book, { newStartsAt, at: now })
  if (!decided.ok) return context.say(copy.stepRefused(activity, { code: 'sameTime', startsAt: newStartsAt }))
  const { asked, told, answerBy } = decided.value
  await saveBook(change, activity.id, book, decided.value.book)
  const lasts = momentOf(activity.startsAt).until(endsAtOf(activity))
  const moved = await change.update('Activity', activity.id, {
    state: stepped.value.state,
    startsAt: dateOf(newStartsAt),
    endsAt: dateOf(newEndsAt ?? newStartsAt.add(lasts)),
    deadlineAt: decided.value.book.deadlineAt && dateOf(decided.value.book.deadlineAt),
    notifiedAt: dateOf(now),
    ...(stepped.value.shortNotice !== null && { shortNotice: stepped.value.shortNotice }),
  })
  const text = copy.rescheduled(moved, activity.startsAt, asked.length, answerBy)
  await context.say(text)
  if (context.roomId === null) await context.announce(text)
  for (const { person } of asked) await context.tell(person.id, copy.askAgain(moved, answerBy))
  for (const { person } of told) await context.tell(person.id, copy.newTime(moved))
}

export const cancelCommand = command({
  name: '取消活动',
  aliases: ['取消'],
  summary: '取消活动并告诉所有人',
  args: { number: reference('H', '活动编号'), reason: optional(about('H', text('原因', '暴雨'))) },
  who: LEADING,
  changes: true,
  examples: ['取消 H12 暴雨'],
  async run(context, { number, reason }) {
    const open = await theActivity(context, number, '取消')
    if (!open) return
    const { activity, book } = open
    const input: StepInput = reason ? { reason } : {}
    const stepped = step(activity.state as ActivityState, 'cancel', factsOf(activity), context.now, input)
    if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
    await context.change.update('Activity', activity.id, { state: 'cancelled', endReason: reason ?? null })
    await closePolls(context.db, activity.id)
    const { told } = cancelSignUps(book)
    const text = copy.cancelled(activity, reason ?? '', told.length)
    await context.say(text)
    if (context.roomId === null) await context.announce(text)
    for (const { person } of told) await context.tell(person.id, copy.cancelledPrivately(activity, reason ?? ''))
  },
})

export const capacityCommand = command({
  name: '改人数',
  aliases: ['改名额', '名额改成', '名额改为', '人数改成', '人数改为'],
  summary: '改活动的人数限制',
  args: {
    number: reference('H', '活动编号'),
    last: mark('末位转候补', /末位转候补/),
    pool: optional(about('H', poolName())),
    capacity: about('H', placesArgument()),
  },
  who: LEADING,
  changes: true,
  examples: ['改人数 H12 30', '改人数 H12 5 末位转候补', '改人数 H28 线下30人', '改人数 H12 不限'],
  async run(context, { number, last, pool: named, capacity }) {
    const open = await theActivity(context, number, '改人数', 'arrange')
    if (!open) return
    const { activity, book } = open
    const pool = book.pools.length > 1 ? book.pools.find(({ key }) => key === named)?.key : firstPool(book).key
    if (pool === undefined || (named && book.pools.length === 1)) return context.say(copy.whichPool(activity, book))
    const decided = changeCapacity(book, { pool, capacityPersons: capacity, at: context.now, moveLastToWaiting: last })
    if (!decided.ok) {
      const { error } = decided
      return context.say(error.code === 'overbooked' ? copy.overbooked(activity, error, named) : copy.noCapacity)
    }
    const { book: after, promoted, movedToWaiting } = decided.value
    await context.change.update('Activity', activity.id, { pools: after.pools as unknown as object[] })
    await saveBook(context.change, activity.id, book, after)
    await context.say(copy.capacityChanged(activity, after))
    for (const { person } of movedToWaiting) await context.tell(person.id, copy.movedToWaiting(activity))
    await tellPromoted(context, activity, promoted)
  },
})

export const promotionCommand = command({
  name: '递补',
  summary: '候补自动递补，或先征询本人',
  args: {
    number: reference('H', '活动编号'),
    way: about('H', oneOf('方式', { 自动: 'immediate', 征询: 'offer' } as const)),
    hours: optional(about('H', count('答复小时数', '12小时', /(\d{1,3})\s*小时/))),
  },
  who: LEADING,
  changes: true,
  examples: ['递补 H12 征询 12小时', '递补 H12 自动'],
  async run(context, { number, way, hours }) {
    const open = await theActivity(context, number, '改递补', 'arrange')
    if (!open) return
    const offerHours = hours && hours > 0 ? hours : open.activity.offerHours
    await context.change.update('Activity', open.activity.id, { promotion: way, offerHours })
    await context.say(copy.promotionSet(open.activity, way, offerHours))
  },
})

/** 线下有名额，线上不限: who had a place keeps it on site. */
export const mixedCommand = command({
  name: '混合',
  aliases: ['线上线下'],
  summary: '活动改为线上线下同时进行',
  args: {
    number: reference('H', '活动编号'),
    meeting: optional(about('H', keyed(['线上会议号', '会议号', '线上'], '线上会议号', '线上会议号 123'))),
    glued: optional(about('H', onlineNumber())),
    onsite: optional(about('H', count('线下人数', '线下20人', /线下\s*(?:限)?\s*(\d{1,6})\s*人?/))),
  },
  who: LEADING,
  changes: true,
  examples: ['H28 混合 线上会议号123', 'H28 混合 线下20人 线上会议号123'],
  async run(context, { number, meeting, glued, onsite }) {
    const open = await theActivity(context, number, '改为线上线下', 'arrange')
    if (!open) return
    const { activity, book } = open
    const was = firstPool(book)
    const pools = poolsOf('mixed', onsite ?? was.capacityPersons)
    const moved: SignUpBook = {
      ...book,
      pools,
      rows: book.rows.map((row) => (row.pool === was.key ? { ...row, pool: '线下' } : row)),
    }
    await saveBook(context.change, activity.id, book, moved)
    const updated: Activity = await context.change.update('Activity', activity.id, {
      mode: 'mixed',
      pools: pools as unknown as object[],
      onlineNumber: meeting ?? glued ?? activity.onlineNumber,
    })
    await context.say(copy.mixed(updated, moved))
  },
})

function onlineNumber() {
  return {
    label: '线上会议号',
    example: '线上会议号123',
    take(line: Line) {
      const match = /线上(?:会议号)?\s*[:：]?\s*([0-9][0-9\- ]*[0-9]|[0-9])/.exec(line.rest)
      if (!match) return { missing: true } as const
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1]! }
    },
  }
}

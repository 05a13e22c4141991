import { readBook, saveBook } from '../commands/activity/book.js'
import { closingOf } from '../commands/activity/closing.js'
import { copy } from '../commands/activity/copy.js'
import { endsAtOf, factsOf, typeOf } from '../commands/activity/facts.js'
import { pollOf, silentVoters } from '../commands/activity/poll.js'
import { tellPromoted } from '../commands/activity/promotions.js'
import type { StationContext } from '../commands/context.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { accountOf } from '../commands/station-context.js'
import { activityDraft } from '../commands/summary/activity-summary.js'
import { openReview } from '../commands/summary/review.js'
import type { Tx } from '../prisma/change.js'
import type { Activity, Station } from '../prisma/generated/client.js'
import { checkInOpensAt } from '../station/activity/attendance.js'
import { dueEvent, step } from '../station/activity/machine.js'
import { pollResult } from '../station/activity/poll.js'
import { settle } from '../station/activity/promotion.js'
import { concernedBy, remindersOf } from '../station/activity/reminders.js'
import { isFull } from '../station/activity/sign-up-book.js'
import { ACTIVITY_STATES, type ActivityState, ALL_ACTIVITY_STATES } from '../station/activity/states.js'
import { dateOf, type Moment, momentOf } from '../station/time/civil.js'
import type { Job, Slot } from './job.js'

/** After its summary an activity is still archived by the clock. */
const CLOCKED = ALL_ACTIVITY_STATES.filter((state) => !ACTIVITY_STATES[state].final)
const TWO_DAYS_MIN = 2 * 24 * 60

/** Nothing that is reminded of or ends lies farther from the start than this. */
const NEAR_DAYS = 8

/** Those with a time of their own between the two moments, and some neighbours: a series may have a year of them. */
function clocked(db: Tx, station: Station, after: Moment, upTo: Moment): Promise<Activity[]> {
  const inTime = { gt: dateOf(after), lte: dateOf(upTo) }
  const near = { gt: dateOf(after.subtract({ days: NEAR_DAYS })), lte: dateOf(upTo.add({ days: NEAR_DAYS })) }
  return db.activity.findMany({
    where: {
      stationId: station.id,
      state: { in: CLOCKED },
      OR: [
        { startsAt: near },
        { endsAt: near },
        { opensAt: inTime },
        { deadlineAt: inTime },
        { summaryPublishedAt: near },
      ],
    },
    orderBy: { id: 'asc' },
  })
}

const within = (slots: Slot[], after: Moment, upTo: Moment): Slot[] =>
  slots.filter(
    ({ at }) => at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds,
  )

const instant = (at: Moment): string => at.toInstant().toString()

/** Walks activities through the states that time brings, each step by the table of the machine. */
const clock: Job = {
  name: 'activity-clock',
  graceMinutes: 366 * 24 * 60,
  async slots(db, station, after, upTo) {
    const slots = (await clocked(db, station, after, upTo)).flatMap((activity) => {
      const startsAt = momentOf(activity.startsAt)
      const times = [
        activity.opensAt && momentOf(activity.opensAt),
        activity.deadlineAt && momentOf(activity.deadlineAt),
        checkInOpensAt({ startsAt }),
        endsAtOf(activity),
        activity.summaryPublishedAt && momentOf(activity.summaryPublishedAt).add({ days: 7 }),
      ].filter((at) => at !== null)
      return times.map((at) => ({ key: `clock:${activity.id}:${instant(at)}`, at, payload: { id: activity.id } }))
    })
    return within(slots, after, upTo)
  },
  async run(context, slot) {
    await walk(context, slot.payload!.id as number)
  },
}

async function walk(context: StationContext, id: number): Promise<void> {
  const { db, change, now } = context
  let { activity, book } = await readBook(db, id)
  for (;;) {
    const state = activity.state as ActivityState
    const event = dueEvent(state, factsOf(activity), now, isFull(book))
    const stepped = event && step(state, event, factsOf(activity), now)
    if (!stepped?.ok) return
    activity = await change.update('Activity', id, { state: stepped.value.state })
    if (event === 'end') await tellEnded(context, activity)
  }
}

/** The convenor on duty and the liaison officers get the draft and what it lacks; each participant is asked for a line. */
async function tellEnded(context: StationContext, activity: Activity): Promise<void> {
  const { db, station, now } = context
  const closing = await closingOf(context, activity)
  const convenor = await convenorOnDuty(db, station, now)
  const liaison = await db.roleGrant.findMany({
    where: { stationId: station.id, role: 'liaison', OR: [{ until: null }, { until: { gt: dateOf(now) } }] },
  })
  const draft = await activityDraft(context, activity)
  const text = copy.ended(activity, draft.text, closing.lacking)
  for (const id of new Set([...(convenor === null ? [] : [convenor]), ...liaison.map(({ personId }) => personId)]))
    await context.tell(id, text)
  if (convenor !== null)
    await openReview(db, { stationId: station.id, personId: convenor, roomId: null, summaryId: draft.id }, now)
  if (typeOf(activity).takeaways)
    for (const { id } of closing.turnout.present) await context.tell(id, copy.askTakeaway(activity))
}

/** Three days, one day, two hours before: only those concerned, as the book is at that moment. */
const reminders: Job = {
  name: 'activity-reminder',
  graceMinutes: 90,
  async slots(db, station, after, upTo) {
    const slots = (await clocked(db, station, after, upTo)).flatMap((activity) =>
      remindersOf({
        activityId: activity.id,
        state: activity.state as ActivityState,
        startsAt: momentOf(activity.startsAt),
        notifiedAt: momentOf(activity.notifiedAt ?? activity.createdAt),
      }).map(({ key, at, offset }) => ({ key, at, payload: { id: activity.id, offset } })),
    )
    return within(slots, after, upTo)
  },
  idle: async ({ db }, { payload }) => {
    const { going, toReconfirm, offered } = concernedBy((await readBook(db, payload!.id as number)).book)
    return going.length + toReconfirm.length + offered.length === 0
  },
  async run(context, { payload }) {
    const { db, now } = context
    const { activity, book } = await readBook(db, payload!.id as number)
    const { going, toReconfirm, offered } = concernedBy(book)
    if (going.length > 0) {
      const accounts = await Promise.all(going.map(({ person }) => accountOf(db, person.id, now)))
      const mentionIds = accounts.filter((account) => account !== null)
      await context.announce(copy.reminder(activity, payload!.offset as string, going), { mentionIds })
    }
    // A guest is in another group than the one that was just told.
    for (const row of going)
      if (row.guestOf) await context.tell(row.person.id, copy.reminder(activity, payload!.offset as string, [row]))
    for (const row of toReconfirm) await context.tell(row.person.id, copy.askAgain(activity, row.answerBy ?? now))
    for (const row of offered) await context.tell(row.person.id, copy.offered(activity, row.answerBy))
  },
}

/** Offers and questions about a new date end at their time, and the next in line is asked. */
const offers: Job = {
  name: 'activity-offer',
  graceMinutes: TWO_DAYS_MIN,
  async slots(db, station, after, upTo) {
    const rows = await db.signUp.findMany({
      where: { status: { in: ['offered', 'toReconfirm'] }, answerBy: { not: null } },
      orderBy: { id: 'asc' },
    })
    if (rows.length === 0) return []
    const ids = [...new Set(rows.map(({ activityId }) => activityId))]
    const own = await db.activity.findMany({ where: { id: { in: ids }, stationId: station.id }, select: { id: true } })
    const slots = rows
      .filter(({ activityId }) => own.some(({ id }) => id === activityId))
      .map(({ id, activityId, answerBy }) => {
        const at = momentOf(answerBy!)
        return { key: `offer:${id}:${instant(at)}`, at, payload: { id: activityId } }
      })
    return within(slots, after, upTo)
  },
  async run(context, { payload }) {
    const id = payload!.id as number
    await context.db.$queryRaw`SELECT id FROM "Activity" WHERE id = ${id} FOR UPDATE`
    const { activity, book } = await readBook(context.db, id)
    const settled = settle(book, context.now)
    await saveBook(context.change, id, book, settled.book)
    for (const { row } of settled.lapsed) await context.tell(row.person.id, copy.lapsed(activity))
    await tellPromoted(context, activity, settled.promoted)
  },
}

/** A poll half its time before the end reminds the silent ones privately; at the end it says what won. */
const polls: Job = {
  name: 'activity-poll',
  graceMinutes: TWO_DAYS_MIN,
  async slots(db, station, after, upTo) {
    const open = await db.poll.findMany({ where: { stationId: station.id, state: 'open' }, orderBy: { id: 'asc' } })
    const slots = open.flatMap(({ id, closesAt }) => {
      const end = momentOf(closesAt)
      return [
        { key: `poll:${id}:remind`, at: end.subtract({ hours: 3 }), payload: { id, remind: true } },
        { key: `poll:${id}:close`, at: end, payload: { id, remind: false } },
      ]
    })
    return within(slots, after, upTo)
  },
  async run(context, { payload }) {
    const { db, change, now } = context
    const row = await db.poll.findUniqueOrThrow({ where: { id: payload!.id as number }, include: { activity: true } })
    if (row.state !== 'open') return
    if (payload!.remind === true) {
      for (const { id } of silentVoters(row))
        await context.tell(id, copy.voteReminder(row.activity, momentOf(row.closesAt)))
      return
    }
    const result = pollResult(pollOf(row), now)
    if (result.code === 'stillOpen') return
    await change.update('Poll', row.id, { state: 'closed' })
    await context.announce(copy.pollResult(row.activity, result))
  },
}

export const activityJobs: readonly Job[] = [clock, reminders, offers, polls]

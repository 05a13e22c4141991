import { copy as stationCopy } from '../commands/consultation/copy.js'
import type { StationContext } from '../commands/context.js'
import { owingText, partsFor } from '../commands/handling/parts.js'
import { historyOf, withLine } from '../commands/opinion/opinion-row.js'
import { liaisonsOf } from '../commands/opinion/staff.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { clockOf } from '../commands/suggestion/assign.js'
import { copy } from '../commands/suggestion/copy.js'
import { stepsCopy } from '../commands/suggestion/steps-copy.js'
import type { Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import { remindersOf } from '../station/suggestion/clock.js'
import { dateOf, type Moment, momentOf, type Temporal } from '../station/time/civil.js'
import { daily, type Job, type Slot } from './job.js'

const TASK_DAYS = [15, 3, 0, -1]
const LOOK_BACK_DAYS = 14
const ASKED_PROMISE = '到期询问'
/** An event whose end nobody wrote down. */
const USUAL_HOURS = 3

/** Every morning: statutory clocks, promises, tasks; each to the one person it is for. */
export const suggestionFollowUp: Job = {
  name: 'suggestion-follow-up',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('08:45', station, after, upTo),
  async idle({ db, station: { id: stationId } }) {
    const open = { stationId, state: 'open' }
    return (
      (await db.suggestion.findFirst({ where: { stationId } })) === null &&
      (await db.consultation.findFirst({ where: open })) === null &&
      (await db.pilotTask.findFirst({ where: open })) === null
    )
  },
  async run(context, slot) {
    const today = slot.at.toPlainDate()
    await remindOfClocks(context, today)
    await remindOfTasks(context, today)
    await askPromises(context, today)
    await remindOfDeadlines(context, today)
  },
}

async function remindOfClocks(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows = await db.suggestion.findMany({
    where: { stationId: station.id, state: { in: ['assigned', 'handling', 'returned', 'redo'] } },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const clock = clockOf(row)
    const due = clock && remindersOf(clock).find(({ on }) => on.equals(today))
    if (!clock || !due) continue
    // 联络员 and the convenor on duty, never the unit: handing over and pressing are the office's.
    const onDuty = await convenorOnDuty(db, station, context.now)
    const people = new Set([...(await liaisonsOf(context)), ...(onDuty === null ? [] : [onDuty])])
    const unit = owingText(await partsFor(context, 'J', row.no)) ?? row.unit
    for (const personId of people)
      await context.tell(personId, copy.clockReminder({ ...row, unit }, due.offsetDays, clock))
  }
}

/** In time, shortly before, on the day, and once when it is over: until somebody says that it was reported. */
async function remindOfTasks(context: StationContext, today: Temporal.PlainDate) {
  const { db, station, now } = context
  const days = new Map(TASK_DAYS.map((ahead) => [today.add({ days: ahead }).toString(), ahead]))
  const tasks = await db.pilotTask.findMany({
    where: { stationId: station.id, state: 'open', dueOn: { in: [...days.keys()] } },
    orderBy: { id: 'asc' },
  })
  const convenor = tasks.length > 0 ? await convenorOnDuty(db, station, now) : null
  for (const { title, organ, dueOn } of tasks)
    if (convenor !== null) await context.tell(convenor, stationCopy.taskDue(title, organ, dueOn, days.get(dueOn)!))
}

/** B and C answers come back on their promised day to whoever leads; a day on which the bot was away is made up for. */
async function askPromises(context: StationContext, today: Temporal.PlainDate) {
  const { db, station, change, now } = context
  const rows = await db.suggestion.findMany({
    where: {
      stationId: station.id,
      promisedOn: { lte: today.toString(), gte: today.subtract({ days: LOOK_BACK_DAYS }).toString() },
      state: { in: ['replied', 'repliedAgain', 'rated', 'tracking'] },
    },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const about = row.promisedOn!
    if (historyOf(row).some(({ step, text }) => step === ASKED_PROMISE && text === about)) continue
    const tracked = row.state === 'rated' ? { state: 'tracking' } : {}
    const history = withLine(row, now, ASKED_PROMISE, '助手', about) as unknown as typeof row.history
    const stamps = { ...(row.stamps as object), ...(row.state === 'rated' && { trackedAt: dateOf(now).toISOString() }) }
    await change.update('Suggestion', row.id, { ...tracked, stamps, history })
    await context.tell(row.leadId, stepsCopy.askPromise(row))
  }
}

/** A draft law's last days, to the group: three days before, on the day, and how many came in the day after. */
async function remindOfDeadlines(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  for (const days of [3, 0, -1]) {
    const deadlineOn = today.add({ days }).toString()
    const rows = await db.consultation.findMany({ where: { stationId: station.id, state: 'open', deadlineOn } })
    for (const row of rows) {
      const key = { stationId: station.id, consultationNo: row.no, state: 'given' }
      const comments = await db.consultationComment.count({ where: key })
      if (days >= 0) await context.announce(stationCopy.deadlineSoon(row, days, comments))
      else
        for (const personId of await liaisonsOf(context))
          await context.tell(personId, stationCopy.deadlineOver(row, comments))
    }
  }
}

/** Once a quarter and once a year, privately: how often one met residents, and the one good suggestion. */
export const deputyPaces: Job = {
  name: 'deputy-paces',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) =>
    daily('09:30', station, after, upTo).filter(({ at }) => at.day === 15 && at.month % 3 === 0),
  async run(context, slot) {
    const { db, station, now } = context
    const quarter = dateOf(slot.at.startOfDay().with({ month: slot.at.month - 2, day: 1 }))
    const year = dateOf(slot.at.startOfDay().with({ month: 1, day: 1 }))
    const members = await db.membership.findMany({
      where: { stationId: station.id, state: 'agreed', kind: { in: ['驻站', '特邀'] } },
      orderBy: { personId: 'asc' },
    })
    for (const { personId } of members) {
      const who = { stationId: station.id, personId }
      const contacts = await db.contactRecord.count({ where: { ...who, state: 'kept', at: { gte: quarter } } })
      if (contacts === 0) await context.tell(personId, stationCopy.noContacts)
      if (now.month !== 9 && now.month !== 12) continue
      const done = await db.suggestion.count({
        where: { stationId: station.id, leadId: personId, draftedAt: { gte: year }, state: { not: 'withdrawn' } },
      })
      if (done > 0) continue
      const own = await db.opinion.findMany({
        where: { stationId: station.id, reporterId: personId, state: { notIn: ['撤回', '误记', '合并'] } },
        orderBy: { no: 'desc' },
        take: 2,
      })
      await context.tell(personId, copy.yearly(done, own.map(({ no }) => no).reverse()))
    }
  },
}

async function endsOf(db: Tx, station: Station, after: Moment, upTo: Moment): Promise<Slot[]> {
  const links = await db.eventSuggestion.findMany({ where: { stationId: station.id, state: 'linked' } })
  if (links.length === 0) return []
  const activities = await db.activity.findMany({
    where: {
      stationId: station.id,
      no: { in: links.map(({ activityNo }) => activityNo) },
      state: { not: 'cancelled' },
    },
  })
  return links.flatMap((link): Slot[] => {
    const activity = activities.find(({ no }) => no === link.activityNo)
    if (!activity) return []
    const at = activity.endsAt ? momentOf(activity.endsAt) : momentOf(activity.startsAt).add({ hours: USUAL_HOURS })
    const inTime = at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds
    return inTime ? [{ key: `${station.id}:link${link.id}`, at }] : []
  })
}

/** When an event ends: the liaison confirms, item by item, what became of the suggestions tied to it. */
export const eventSuggestions: Job = {
  name: 'event-suggestions',
  graceMinutes: 24 * 60,
  slots: endsOf,
  async run(context, slot) {
    const { db, station, now, change } = context
    const link = await db.eventSuggestion.findUniqueOrThrow({ where: { id: Number(slot.key.split('link')[1]) } })
    const row = await db.suggestion.findUniqueOrThrow({
      where: { stationId_no: { stationId: station.id, no: link.suggestionNo } },
    })
    const on = slot.at.toPlainDate()
    const text =
      link.purpose === 'assign' ? copy.askAssigned(row, link.activityNo, on) : copy.askProgress(row, link.activityNo)
    for (const personId of (await liaisonsOf(context)).slice(0, 1)) {
      await db.question.create({
        data: {
          personId,
          roomId: null,
          kind: 'event-suggestion',
          stationId: station.id,
          payload: { linkId: link.id, on: on.toString() },
          askedAt: dateOf(now),
          expiresAt: dateOf(now.add({ days: 2 })),
        },
      })
      await context.tell(personId, text)
    }
    await change.update('EventSuggestion', link.id, { state: 'asked' })
  },
}

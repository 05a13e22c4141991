import type { StationContext } from '../commands/context.js'
import { archiveReceptions, toArchive } from '../commands/duty/archive.js'
import { dutyRoster, lockDuty, namesOf, readDuty, saveDuty } from '../commands/duty/book.js'
import { copy } from '../commands/duty/copy.js'
import { departedAhead, releaseDeparted } from '../commands/duty/departed.js'
import { settleTurns, turnsSettled } from '../commands/rotation/turns.js'
import { accountOf } from '../commands/station-context.js'
import { emptyDesks, raiseAlarm } from '../station/duty/attendance.js'
import { type DutyBook, inOrder } from '../station/duty/book.js'
import { type DutyDecision, NOTHING_DECIDED } from '../station/duty/decision.js'
import { transition } from '../station/duty/machine.js'
import { type DueReminder, REMINDERS, remindersDue } from '../station/duty/reminders.js'
import { momentAt, startOf } from '../station/duty/shift-time.js'
import { stationSettings } from '../station/settings.js'
import { type Moment, momentOf, Temporal } from '../station/time/civil.js'
import { daily, type Job, type Slot } from './job.js'

const MOST_LATE_MINUTES = Math.max(...REMINDERS.map(({ lateForMinutes }) => lateForMinutes))

/**
 * Seven, three and one day before at 18:00 and on the morning at 7:30: one slot for each reception, date and offset, so a
 * reception whose date moves is reminded of at its new times. Whom it names is read when it is sent.
 */
export const dutyReminders: Job = {
  name: 'duty-reminder',
  graceMinutes: MOST_LATE_MINUTES,
  slots: async (db, station, after, upTo) =>
    inOrder(await readDuty(db, station.id)).flatMap(({ shift, stage }) =>
      stage === 'drafted' || stage === 'dropped'
        ? []
        : REMINDERS.map((row): Slot => {
            const day = Temporal.PlainDate.from(shift.date).subtract({ days: row.daysBefore })
            return {
              key: `${station.id}:D${shift.no}|${shift.date}|${row.offset}`,
              at: momentAt(day.toString(), row.at),
            }
          }).filter(({ at }) => within(at, after, upTo)),
    ),
  async run(context, slot) {
    const { db, station, now } = context
    const book = await lockDuty(db, station)
    const [, no] = /:D(\d+)\|/.exec(slot.key)!
    const state = book.shifts.get(Number(no))!
    const key = slot.key.slice(slot.key.indexOf(':') + 1)
    const done = (
      await db.jobRun.findMany({ where: { job: dutyReminders.name, slot: { startsWith: `${station.id}:D${no}|` } } })
    )
      .map((run) => run.slot.slice(run.slot.indexOf(':') + 1))
      .filter((other) => other !== key)
    const due = remindersDue(state, now, new Set(done)).find((reminder) => reminder.key === key)
    if (due && (due.code === 'onTime' || due.code === 'late')) await remind(context, book, due)
  },
}

async function remind(context: StationContext, book: DutyBook, due: DueReminder): Promise<void> {
  const { db, now } = context
  const state = book.shifts.get(due.shiftNo)!
  const stage = transition(state, 'remind', now)
  if (stage.ok && stage.value !== state.stage) {
    const staged: DutyDecision = {
      ...NOTHING_DECIDED,
      facts: [{ type: 'staged', shiftNo: due.shiftNo, stage: stage.value }],
    }
    await saveDuty(context, book, staged, null)
  }
  if (due.personIds.length === 0) return context.announce(copy.nobody(state), { urgent: true })
  const accounts = await Promise.all(due.personIds.map((id) => accountOf(db, id, now)))
  const late = due.code === 'late' ? due.lateMinutes : 0
  await context.announce(copy.reminder(state, await namesOf(db, due.personIds), due.offset, late), {
    mentionIds: accounts.filter((account) => account !== null),
    urgent: true,
  })
}

/**
 * Whoever left the station has no duties and no turns ahead: settled once leaving can no longer be undone, and every
 * morning, however it came about. What is long over is filed.
 */
export const rosterWatch: Job = {
  name: 'roster-watch',
  graceMinutes: 12 * 60,
  async slots(db, station, after, upTo) {
    const { undoMinutes } = stationSettings(station.settings)
    const left = await db.membership.findMany({
      where: { stationId: station.id, state: 'left', answeredAt: { not: null } },
    })
    const afterwards = left.map(({ id, answeredAt }): Slot => {
      const at = momentOf(answeredAt!)
      return { key: `${station.id}:left:${id}:${at.epochMilliseconds}`, at: at.add({ minutes: undoMinutes }) }
    })
    return [...daily('07:00', station, after, upTo), ...afterwards.filter(({ at }) => within(at, after, upTo))]
  },
  async idle({ db, station, now }) {
    const book = await readDuty(db, station.id)
    if (toArchive(book, now)) return false
    if (book.shifts.size > 0 && departedAhead(book, await dutyRoster(db, station), now).size > 0) return false
    return turnsSettled(db, station, now)
  },
  async run(context) {
    await releaseDeparted(context, null)
    await settleTurns(context)
    await archiveReceptions(context)
  },
}

/** 无人到站: a quarter of an hour after the start nobody has signed in. */
export const emptyDeskAlarm: Job = {
  name: 'empty-desk',
  graceMinutes: 90,
  slots: async (db, station, after, upTo) =>
    inOrder(await readDuty(db, station.id))
      .filter(({ stage }) => stage !== 'drafted' && stage !== 'dropped')
      .map(
        ({ shift }): Slot => ({
          key: `${station.id}:D${shift.no}|${shift.date}`,
          at: startOf(shift).add({ minutes: 15 }),
        }),
      )
      .filter(({ at }) => within(at, after, upTo)),
  async run(context, slot) {
    const { db, station, now } = context
    const book = await lockDuty(db, station)
    const desk = emptyDesks(book, now).find(({ key }) => slot.key.endsWith(`:${key}`))
    const alarm = desk && raiseAlarm(book, desk.shiftNo, now)
    if (!desk || !alarm?.ok) return
    const after = await saveDuty(context, book, alarm.value, null)
    await context.announce(copy.emptyDesk(after.shifts.get(desk.shiftNo)!, await namesOf(db, desk.personIds)), {
      urgent: true,
    })
  },
}

const within = (at: Moment, after: Moment, upTo: Moment): boolean =>
  at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds

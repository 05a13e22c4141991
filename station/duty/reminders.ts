import type { Moment } from '../time/civil.js'
import { Temporal } from '../time/civil.js'
import { holdersOf, type ShiftState } from './book.js'
import type { DutyStage } from './machine.js'
import { isBefore, momentAt, startOf } from './shift-time.js'

/** One reminder of a reception, as a row of data. */
export interface ReminderRow {
  /** Part of the key, so it never changes its meaning. */
  readonly offset: string
  readonly daysBefore: number
  readonly at: string
  /** How late it may still be sent; after that it is skipped. The start of the reception ends every reminder. */
  readonly lateForMinutes: number
}

const HOUR = 60

export const REMINDERS: readonly ReminderRow[] = [
  { offset: '-7', daysBefore: 7, at: '18:00', lateForMinutes: 48 * HOUR },
  { offset: '-3', daysBefore: 3, at: '18:00', lateForMinutes: 24 * HOUR },
  { offset: '-1', daysBefore: 1, at: '18:00', lateForMinutes: 13 * HOUR },
  { offset: '0', daysBefore: 0, at: '07:30', lateForMinutes: 12 * HOUR },
]

/** Within this it is on time: a pass of the clock and a paced queue take that long. */
export const ON_TIME_MINUTES = 10

export interface DueReminder {
  /** (shift, date, offset): a reception whose date moves is reminded of again, at its new times. */
  readonly key: string
  readonly shiftNo: number
  readonly offset: string
  readonly dueAt: Moment
  /**
   * `onTime` and `late` are sent, and a late one says so. The others are only noted as done: `tooLate` by the row's policy,
   * `superseded` by a later reminder that is due as well, `beforeKnown` due before anybody on duty could know.
   */
  readonly code: 'onTime' | 'late' | 'tooLate' | 'superseded' | 'beforeKnown'
  readonly lateMinutes: number
  /** Who is on duty now, whoever it was when the rota was made. */
  readonly personIds: readonly number[]
  readonly emptySeats: number
}

const REMINDED: readonly DutyStage[] = ['confirmed', 'announced', 'reminded']

/**
 * The reminders of one reception that are due and not yet done, judged by the truth at this moment. Nothing is remembered
 * here: sent once is what the keys of done ones are for, however often and from wherever it is asked.
 */
export const remindersDue = (
  state: ShiftState,
  now: Moment,
  done: ReadonlySet<string>,
  rows: readonly ReminderRow[] = REMINDERS,
): DueReminder[] => {
  if (!REMINDED.includes(state.stage)) return []
  const due = rows
    .map((row) => ({ row, dueAt: dueAt(state, row), key: reminderKey(state, row) }))
    .filter((item) => !isBefore(now, item.dueAt) && !done.has(item.key))
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.dueAt, b.dueAt))
  const judged = due.map(({ row, dueAt: at, key }): DueReminder => {
    const lateMinutes = Math.floor(at.until(now).total('minutes'))
    return {
      key,
      shiftNo: state.shift.no,
      offset: row.offset,
      dueAt: at,
      code: judge(state, at, now, lateMinutes, row),
      lateMinutes,
      personIds: holdersOf(state),
      emptySeats: state.seats.filter(({ holderId }) => holderId === null).length,
    }
  })
  const last = judged.findLastIndex(({ code }) => code === 'onTime' || code === 'late')
  return judged.map((item, index) =>
    index < last && (item.code === 'onTime' || item.code === 'late') ? { ...item, code: 'superseded' } : item,
  )
}

const reminderKey = ({ shift }: ShiftState, { offset }: ReminderRow): string => `D${shift.no}|${shift.date}|${offset}`

const dueAt = ({ shift }: ShiftState, { daysBefore, at }: ReminderRow): Moment =>
  momentAt(Temporal.PlainDate.from(shift.date).subtract({ days: daysBefore }).toString(), at)

const judge = (
  { shift, knownSince }: ShiftState,
  at: Moment,
  now: Moment,
  lateMinutes: number,
  { lateForMinutes }: ReminderRow,
): DueReminder['code'] => {
  if (!isBefore(now, startOf(shift)) || lateMinutes > lateForMinutes) return 'tooLate'
  if (knownSince !== null && isBefore(at, knownSince)) return 'beforeKnown'
  return lateMinutes <= ON_TIME_MINUTES ? 'onTime' : 'late'
}

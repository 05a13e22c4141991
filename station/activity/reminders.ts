import { type Moment, Temporal } from '../time/civil.js'
import { goingRows, type SignUpBook, type SignUpRow } from './sign-up-book.js'
import type { ActivityState } from './states.js'

/** Three days, one day, two hours before the start. `minutesBefore` is wall-clock time in one zone without summer time. */
const REMINDER_OFFSETS = [
  { key: '3d', minutesBefore: 3 * 24 * 60 },
  { key: '1d', minutesBefore: 24 * 60 },
  { key: '2h', minutesBefore: 2 * 60 },
] as const

type ReminderOffset = (typeof REMINDER_OFFSETS)[number]['key']

export interface Remindable {
  readonly activityId: number
  readonly state: ActivityState
  readonly startsAt: Moment
  /** When people were told of this start; what was just said is not said again. */
  readonly notifiedAt: Moment
}

export interface Reminder {
  /** Unique per record, start time and offset: a new date arms all three again, a restart repeats none. */
  readonly key: string
  readonly offset: ReminderOffset
  readonly at: Moment
}

/** States in which people wait for the start. */
const REMINDED_STATES: readonly ActivityState[] = ['notified', 'open', 'full', 'closed', 'checkingIn']

const compare = Temporal.ZonedDateTime.compare

/** All reminders of a start, the earliest first. Those that fall before it was told are left out. `about`: "H:7", "T:2". */
export const remindersBefore = (about: string, startsAt: Moment, toldAt: Moment): Reminder[] =>
  REMINDER_OFFSETS.map(({ key, minutesBefore }) => ({
    key: `${about}:${startsAt.toInstant().toString()}:${key}`,
    offset: key,
    at: startsAt.subtract({ minutes: minutesBefore }),
  })).filter(({ at }) => compare(at, toldAt) > 0)

/** All reminders this activity will ever need. */
export const remindersOf = ({ activityId, state, startsAt, notifiedAt }: Remindable): Reminder[] =>
  REMINDED_STATES.includes(state) ? remindersBefore(`H:${activityId}`, startsAt, notifiedAt) : []

export interface RemindersDue {
  /** The one to send now, if any. */
  readonly send: Reminder | null
  /** Overtaken while the bot was away: marked as done, never sent late beside a newer one. */
  readonly skip: readonly Reminder[]
}

export const remindersDue = (activity: Remindable, now: Moment, doneKeys: ReadonlySet<string>): RemindersDue => {
  const begun = compare(now, activity.startsAt) >= 0
  const due = remindersOf(activity).filter(({ key, at }) => compare(at, now) <= 0 && !doneKeys.has(key))
  if (begun) return { send: null, skip: due }
  return { send: due.at(-1) ?? null, skip: due.slice(0, -1) }
}

export interface Concerned {
  /** Coming: reminded of time, place and duty. */
  readonly going: readonly SignUpRow[]
  /** Asked about the new date and silent so far: reminded of the question, not of the activity. */
  readonly toReconfirm: readonly SignUpRow[]
  /** Holding an offer: reminded until when. */
  readonly offered: readonly SignUpRow[]
}

/** Only those concerned, read from the book as it is when the message is sent. */
export const concernedBy = (book: SignUpBook): Concerned => ({
  going: goingRows(book),
  toReconfirm: book.rows.filter((row) => row.status === 'toReconfirm'),
  offered: book.rows.filter((row) => row.status === 'offered'),
})

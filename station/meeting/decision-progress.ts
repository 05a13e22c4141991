import { Temporal } from '../time/civil.js'
import { type Decision, isSettled } from './decision.js'

/** Days until due: negative when overdue. Null once settled. */
export const daysLeft = (decision: Decision, today: Temporal.PlainDate): number | null =>
  isSettled(decision) ? null : today.until(decision.dueOn, { largestUnit: 'day' }).days

export interface DecisionProgress {
  readonly total: number
  readonly done: number
  readonly dropped: number
  /** The owner reported it done and the convenor has to confirm. */
  readonly toConfirm: readonly Decision[]
  readonly overdue: readonly Decision[]
  readonly inTime: readonly Decision[]
}

export const decisionProgress = (decisions: readonly Decision[], today: Temporal.PlainDate): DecisionProgress => {
  const open = decisions.filter((decision) => decision.state === 'open')
  const isOverdue = (decision: Decision): boolean => Temporal.PlainDate.compare(decision.dueOn, today) < 0
  return {
    total: decisions.length,
    done: decisions.filter((decision) => decision.state === 'done').length,
    dropped: decisions.filter((decision) => decision.state === 'dropped').length,
    toConfirm: decisions.filter((decision) => decision.state === 'reported'),
    overdue: open.filter(isOverdue),
    inTime: open.filter((decision) => !isOverdue(decision)),
  }
}

/** From three days before the due day to a week after it; then every week until somebody brings it to an end. */
const FIRST_OFFSETS_DAYS = [-3, 0, 1, 7]
const THEN_EVERY_DAYS = 7
/** From this day on the convenor hears of it too. */
const ESCALATES_AFTER_DAYS = 1

export interface DecisionReminder {
  /** Unique per meeting, decision, due day and offset: an extension arms them again, a restart repeats none. */
  readonly key: string
  readonly decision: Decision
  readonly offsetDays: number
  readonly convenorToo: boolean
}

/** The reminder that falls due on or before today and has not been overtaken by a later one; null when there is none. */
const offsetReached = (sinceDue: number): number | null => {
  const first = FIRST_OFFSETS_DAYS.filter((offset) => offset <= sinceDue).at(-1)
  if (first === undefined) return null
  const last = FIRST_OFFSETS_DAYS.at(-1) ?? 0
  return sinceDue < last ? first : last + Math.floor((sinceDue - last) / THEN_EVERY_DAYS) * THEN_EVERY_DAYS
}

/** What to remind of today. Only what is still open: a reported one waits for the convenor, not for its owner. */
export const decisionRemindersDue = (
  meetingId: number,
  decisions: readonly Decision[],
  today: Temporal.PlainDate,
  doneKeys: ReadonlySet<string>,
): DecisionReminder[] =>
  decisions
    .filter((decision) => decision.state === 'open')
    .flatMap((decision) => {
      const offsetDays = offsetReached(decision.dueOn.until(today, { largestUnit: 'day' }).days)
      if (offsetDays === null) return []
      const key = `T:${meetingId}:${decision.no}:${decision.dueOn.toString()}:${offsetDays}`
      return [{ key, decision, offsetDays, convenorToo: offsetDays >= ESCALATES_AFTER_DAYS }]
    })
    .filter(({ key }) => !doneKeys.has(key))

import { addWorkdays, type CalendarUnpublished } from '../calendar/workdays.js'
import type { Result } from '../result.js'
import { Temporal } from '../time/civil.js'
import type { SuggestionRules } from './rules.js'

/** 代表法 (2025) 51: three months from 交办, six where 涉及面广、处理难度大. */
const ORDINARY_MONTHS = 3
const COMPLEX_MONTHS = 6

/** Yellow from the first reminder on. */
const YELLOW_FROM_DAYS = 30

/** Days from the last day in time on which it is called to mind; to the liaison and the convenor, never to the unit. */
const REMINDER_OFFSETS_DAYS = [-30, -7, -1, 0, 1] as const

/** Which rule a date came from, so that the reply can name it. */
export type ClockRule =
  | { kind: 'ordinary'; article: '代表法51'; months: number }
  | { kind: 'complex'; article: '代表法51'; months: number }
  | { kind: 'replyAgain'; article: 'local'; months: number }

export interface StatutoryClock {
  readonly startedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly rule: ClockRule
}

/**
 * Calendar months, the end of a month clamped: 11-30 + 3 months is 02-28 or 02-29. A last day that is a holiday stays
 * where it is: the law does not speak of 顺延 here, and the earlier day is the safe one.
 */
const monthsAfter = (date: Temporal.PlainDate, months: number): Temporal.PlainDate =>
  date.add({ months }, { overflow: 'constrain' })

export const replyClock = (assignedOn: Temporal.PlainDate, complex: boolean): StatutoryClock => {
  const months = complex ? COMPLEX_MONTHS : ORDINARY_MONTHS
  const rule: ClockRule = { kind: complex ? 'complex' : 'ordinary', article: '代表法51', months }
  return { startedOn: assignedOn, dueOn: monthsAfter(assignedOn, months), rule }
}

/** 再答复, from the day the deputy was dissatisfied. */
export const replyAgainClock = (ratedOn: Temporal.PlainDate, rules: SuggestionRules): StatutoryClock => ({
  startedOn: ratedOn,
  dueOn: monthsAfter(ratedOn, rules.replyAgainMonths),
  rule: { kind: 'replyAgain', article: 'local', months: rules.replyAgainMonths },
})

/** The last day on which a unit may say that the matter is not its own. */
export const returnDueOn = (
  assignedOn: Temporal.PlainDate,
  rules: SuggestionRules,
): Result<Temporal.PlainDate, CalendarUnpublished> => addWorkdays(assignedOn, rules.returnWorkdays)

/** When a 会办 unit owes the lead unit its opinion. */
export const assistDueOn = (assignedOn: Temporal.PlainDate, rules: SuggestionRules): Temporal.PlainDate =>
  monthsAfter(assignedOn, rules.assistMonths)

/** Until this day, included, a matter may be made 复杂; later it is possible but marked late. */
export const complexUntil = (assignedOn: Temporal.PlainDate): Temporal.PlainDate =>
  monthsAfter(assignedOn, ORDINARY_MONTHS)

export interface StatutoryReading {
  /** Days left after today; negative: days late. */
  readonly leftDays: number
  readonly colour: 'green' | 'yellow' | 'red'
}

export const readStatutoryClock = ({ dueOn }: StatutoryClock, today: Temporal.PlainDate): StatutoryReading => {
  const leftDays = today.until(dueOn, { largestUnit: 'days' }).days
  if (leftDays < 0) return { leftDays, colour: 'red' }
  return { leftDays, colour: leftDays <= YELLOW_FROM_DAYS ? 'yellow' : 'green' }
}

export interface StatutoryReminder {
  readonly on: Temporal.PlainDate
  readonly offsetDays: (typeof REMINDER_OFFSETS_DAYS)[number]
}

/** A reminder that would fall on the first day or before it is none: −30 of a clock of one month. */
export const remindersOf = ({ startedOn, dueOn }: StatutoryClock): readonly StatutoryReminder[] =>
  REMINDER_OFFSETS_DAYS.map((offsetDays) => ({ on: dueOn.add({ days: offsetDays }), offsetDays })).filter(
    ({ on }) => Temporal.PlainDate.compare(on, startedOn) > 0,
  )

import type { CalendarUnpublished } from '../calendar/workdays.js'
import { addWorkdays } from '../calendar/workdays.js'
import { ok, type Result } from '../result.js'
import { type CivilDay, civilDayOf, firstOfMonth, lastOfMonth, nthWeekdayOfMonth, plainDate } from './civil-day.js'
import type { MonthDay } from './recurrence.js'

/**
 * The day a rule names in one month; undefined where the month has none (a fifth Thursday, a 25th workday).
 * `day: 31` is the last day of a shorter month, for that is what 每月31日 asks for.
 */
export const dayInMonth = (
  year: number,
  month: number,
  rule: MonthDay,
): Result<CivilDay | undefined, CalendarUnpublished> => {
  const first = firstOfMonth(year, month)
  const last = lastOfMonth(year, month)
  if ('day' in rule) return ok(rule.day === -1 ? last : Math.min(first + rule.day - 1, last))
  if ('weekday' in rule) return ok(nthWeekdayOfMonth(year, month, rule.nth, rule.weekday))
  const from = rule.nthWorkday > 0 ? first - 1 : last + 1
  const counted = addWorkdays(plainDate(from), rule.nthWorkday)
  if (!counted.ok) return counted
  const day = civilDayOf(counted.value)
  return ok(day >= first && day <= last ? day : undefined)
}

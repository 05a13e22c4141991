import { dayKind } from '../../calendar/day-kind.js'
import { type Festival, festivalOf } from '../../calendar/festivals.js'
import { holidayBreak } from '../../calendar/holiday-break.js'
import { addWorkdays } from '../../calendar/workdays.js'
import { type CivilDay, civilDayOf, plainDate, weekdayOf } from '../civil-day.js'
import type { DayPhrase } from '../reading/phrase.js'
import { type Context, type Days, one, unclear } from './context.js'

// Between two statutory holidays there are never more than some four months.
const DAYS_TO_NEXT_BREAK = 200

/** The first off day of the running or next statutory holiday. */
export const nearBreak = (context: Context): Days => {
  for (let day = context.base; day < context.base + DAYS_TO_NEXT_BREAK; day += 1) {
    const { kind } = dayKind(plainDate(day))
    if (kind === 'unpublished') return unclear('calendarUnpublished')
    if (kind === 'holiday') return one(day)
  }
  return unclear('noSuchDate')
}

/** 国庆后 begins when its holiday is over. Undefined while the notice is not out. */
export const lastOffDay = (day: CivilDay): CivilDay | undefined => {
  const off = holidayBreak(plainDate(day))
  return off.ok ? civilDayOf(off.value.last) : undefined
}

const nthWeekdayFrom = (day: CivilDay, weekday: number, nth: number): CivilDay => {
  if (nth < 0) return day - (((weekdayOf(day) - weekday + 6) % 7) + 1) + (nth + 1) * 7
  return day + ((weekday - weekdayOf(day) + 6) % 7) + 1 + (nth - 1) * 7
}

const weekdayFrom = (day: CivilDay, weekday: number, nth: number, festival: Festival | undefined): Days => {
  const literal = nthWeekdayFrom(day, weekday, nth)
  const off = festival?.breakDays ? holidayBreak(plainDate(day)) : undefined
  if (!off) return one(literal)
  if (off.ok) return one(nthWeekdayFrom(civilDayOf(nth < 0 ? off.value.first : off.value.last), weekday, nth))
  // However the notice arranges it, the holiday does not reach that far.
  return Math.abs(literal - day) > (festival?.breakDays ?? 0) ? one(literal) : unclear('calendarUnpublished', [literal])
}

/** 国庆后第一个工作日 skips the whole holiday, and so does 国庆后第一个周三. */
export const countedFrom = (from: Days, phrase: Extract<DayPhrase, { is: 'counted' }>): Days => {
  const [day] = from.days
  if (day === undefined || from.reason) return from
  if (phrase.weekday !== undefined) {
    const festival = phrase.from.is === 'festival' ? festivalOf(phrase.from.id) : undefined
    return weekdayFrom(day, phrase.weekday, phrase.nth, festival)
  }
  const counted = addWorkdays(plainDate(day), phrase.nth)
  return counted.ok ? one(civilDayOf(counted.value)) : unclear('calendarUnpublished')
}

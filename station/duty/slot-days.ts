import { Temporal } from '../time/civil.js'
import type { MonthDay } from '../time/recurrence.js'

/** "第2个工作日" depends on the calendar and is no rhythm of receptions. */
type SlotMonthDay = Exclude<MonthDay, { readonly nthWorkday: number }>

/** On which days of a month a station receives. Every shape is also one of `RecurrenceDays`. */
export type SlotDays =
  | { readonly every: 'month'; readonly days: readonly SlotMonthDay[] }
  | { readonly every: 'week'; readonly weekdays: readonly number[] }

/** The days of "2026-06" in order, holidays not yet looked at. A day the month does not have is its last. */
export const daysInMonth = (when: SlotDays, month: string): Temporal.PlainDate[] => {
  const { year, month: number, daysInMonth: length } = Temporal.PlainYearMonth.from(month)
  const all = Array.from({ length }, (_, index) => new Temporal.PlainDate(year, number, index + 1))
  const wanted =
    when.every === 'week'
      ? all.filter((date) => when.weekdays.includes(date.dayOfWeek))
      : when.days.flatMap((day) => pick(all, day))
  return [...new Map(wanted.map((date) => [date.day, date])).values()].sort(Temporal.PlainDate.compare)
}

const pick = (all: readonly Temporal.PlainDate[], day: SlotMonthDay): Temporal.PlainDate[] => {
  if ('day' in day) return all.slice(-1).map((last) => all[day.day - 1] ?? last)
  const same = all.filter((date) => date.dayOfWeek === day.weekday)
  const date = day.nth < 0 ? same.at(day.nth) : same[day.nth - 1]
  return date === undefined ? [] : [date]
}

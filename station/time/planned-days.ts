import { festivalDates } from '../calendar/festival-date.js'
import type { FestivalId } from '../calendar/festivals.js'
import { type LunarDate, lunarDate } from '../calendar/lunar.js'
import { isWorkday } from '../calendar/workdays.js'
import { Temporal } from './civil.js'
import { type CivilDay, civilDayOf, dateOfDay, mondayOf, monthAt, plainDate, weekdayOf } from './civil-day.js'
import { dayInMonth } from './day-in-month.js'
import type { MonthDay, RecurrenceDays } from './recurrence.js'

/** Days a rule names before holidays move them; `unpublished` are years whose workdays it would need. */
export type Planned = { readonly days: readonly CivilDay[]; readonly unpublished: ReadonlySet<number> }

type Months = readonly { readonly year: number; readonly month: number }[]

const eachDay = (from: CivilDay, to: CivilDay): CivilDay[] =>
  Array.from({ length: to - from + 1 }, (_, step) => from + step)

const monthsBetween = (from: CivilDay, to: CivilDay): Months => {
  const [first, last] = [dateOfDay(from), dateOfDay(to)]
  const count = (last.year - first.year) * 12 + last.month - first.month + 1
  return Array.from({ length: count }, (_, step) => monthAt(first.year, first.month + step))
}

const inMonths = (months: Months, rules: readonly MonthDay[]): Planned => {
  const days: CivilDay[] = []
  const unpublished = new Set<number>()
  for (const { year, month } of months) {
    for (const rule of rules) {
      const day = dayInMonth(year, month, rule)
      if (!day.ok) unpublished.add(day.error.year)
      else if (day.value !== undefined) days.push(day.value)
    }
  }
  return { days, unpublished }
}

const workdays = (from: CivilDay, to: CivilDay): Planned => {
  const unpublished = new Set<number>()
  const days = eachDay(from, to).filter((day) => {
    const works = isWorkday(plainDate(day))
    if (works.ok) return works.value
    unpublished.add(works.error.year)
    // Monday to Friday, to be marked as not yet known.
    return weekdayOf(day) <= 5
  })
  return { days, unpublished }
}

const inWeeks = (from: CivilDay, to: CivilDay, rule: Extract<RecurrenceDays, { every: 'week' }>): CivilDay[] => {
  const anchor = mondayOf(rule.anchor ? civilDayOf(Temporal.PlainDate.from(rule.anchor)) : from)
  const isOn = (day: CivilDay): boolean => ((mondayOf(day) - anchor) / 7) % rule.intervalWeeks === 0
  return eachDay(from, to).filter((day) => rule.weekdays.includes(weekdayOf(day)) && isOn(day))
}

const yearsTouching = (from: CivilDay, to: CivilDay): number[] => {
  const [first, last] = [dateOfDay(from).year, dateOfDay(to).year]
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

const festivals = (years: readonly number[], id: FestivalId): CivilDay[] =>
  // Where customs differ by a day the first one is kept.
  years
    .flatMap((year) => festivalDates(id, year).map(civilDayOf))
    .filter((day, index, all) => day - (all[index - 1] ?? 0) > 1)

const lunars = (years: readonly number[], lunar: LunarDate): CivilDay[] =>
  [(years[0] ?? 0) - 1, ...years].flatMap((year) => {
    const date = lunarDate(year, lunar)
    return date ? [civilDayOf(date)] : []
  })

const NONE: ReadonlySet<number> = new Set()

const plan = (rule: RecurrenceDays, from: CivilDay, to: CivilDay): Planned => {
  const months = (): Months => monthsBetween(from, to)
  switch (rule.every) {
    case 'day':
      return { days: eachDay(from, to), unpublished: NONE }
    case 'workday':
      return workdays(from, to)
    case 'week':
      return { days: inWeeks(from, to, rule), unpublished: NONE }
    case 'month':
      return inMonths(months(), rule.days)
    case 'quarter':
      return inMonths(
        months().filter(({ month }) => ((month - 1) % 3) + 1 === rule.monthOfQuarter),
        [rule.day],
      )
    case 'year': {
      const years = yearsTouching(from, to)
      if ('festival' in rule) return { days: festivals(years, rule.festival), unpublished: NONE }
      if ('lunar' in rule) return { days: lunars(years, rule.lunar), unpublished: NONE }
      return inMonths(
        months().filter(({ month }) => month === rule.month),
        [rule.day],
      )
    }
  }
}

/** In order, both ends included. */
export const plannedDays = (rule: RecurrenceDays, from: CivilDay, to: CivilDay): Planned => {
  if (to < from) return { days: [], unpublished: NONE }
  const { days, unpublished } = plan(rule, from, to)
  const within = days.filter((day) => day >= from && day <= to)
  return { days: [...new Set(within)].sort((a, b) => a - b), unpublished }
}

import { festivalDates } from '../../calendar/festival-date.js'
import type { FestivalId } from '../../calendar/festivals.js'
import { type LunarDate, lunarDate } from '../../calendar/lunar.js'
import { addWorkdays } from '../../calendar/workdays.js'
import {
  type CivilDay,
  civilDay,
  civilDayOf,
  dateOfDay,
  daysInMonth,
  mondayOf,
  monthAt,
  plainDate,
  weekdayOf,
} from '../civil-day.js'
import { dayInMonth } from '../day-in-month.js'
import type { DayPhrase, Elapsed, MonthRef, YearRef } from '../reading/phrase.js'
import type { MonthDay } from '../recurrence.js'
import { SECONDS_PER_DAY } from '../wall-clock.js'
import { type Context, type Days, leaning, monthsOf, one, unclear, yearOf } from './context.js'
import { countedFrom, nearBreak } from './holiday-days.js'

// 29 February comes every eighth year at worst (1896–1904), a leap lunar month of a given number once in decades.
const YEARS_TO_SEARCH = 9
const LUNAR_YEARS_TO_SEARCH = 60
const MONTHS_TO_SEARCH = 4

const upcoming = (context: Context, count: number, dayOf: (step: number) => CivilDay | undefined): Days => {
  const sign = context.lean === 'future' ? 1 : -1
  for (let step = -1; step <= count; step += 1) {
    const day = dayOf(sign * step)
    if (day !== undefined && sign * (day - context.base) >= 0) return one(day)
  }
  return unclear('noSuchDate')
}

const date = (context: Context, month: number, day: number, year?: YearRef): Days => {
  if (year) {
    const exact = civilDay(yearOf(context, year), month, day)
    return exact === undefined ? unclear('noSuchDate') : one(exact)
  }
  const base = dateOfDay(context.base)
  return upcoming(context, YEARS_TO_SEARCH, (step) => civilDay(base.year + step, month, day))
}

const dayOfMonth = (context: Context, day: number, month?: MonthRef): Days => {
  if (month) {
    const at = monthsOf(context, month)[0]
    const exact = at && civilDay(at.year, at.month, day)
    return exact === undefined ? unclear('noSuchDate') : one(exact)
  }
  const base = dateOfDay(context.base)
  return upcoming(context, MONTHS_TO_SEARCH, (step) => {
    const at = monthAt(base.year, base.month + step)
    return civilDay(at.year, at.month, day)
  })
}

const inMonth = (context: Context, rule: MonthDay, ref?: MonthRef): Days => {
  const base = dateOfDay(context.base)
  const months = ref ? monthsOf(context, ref) : [-1, 0, 1].map((step) => monthAt(base.year, base.month + step))
  const days: CivilDay[] = []
  for (const { year, month } of months) {
    const day = dayInMonth(year, month, rule)
    // Only the months that come into question have to be published.
    if (!day.ok && (months.length === 1 || year * 12 + month >= base.year * 12 + base.month)) {
      return unclear('calendarUnpublished')
    }
    if (day.ok && day.value !== undefined) days.push(day.value)
    if (leaning(context, days) !== undefined && context.lean === 'future') break
  }
  const chosen = months.length === 1 ? days[0] : leaning(context, days)
  return chosen === undefined ? unclear('noSuchDate') : one(chosen)
}

/**
 * A weekday without 上 or 下 is the coming one, today included as long as `lastSecond` of it is not past.
 * 下周六 is the Saturday of the next ISO week.
 */
const weekday = (context: Context, day: number, weeksAhead: number | undefined, lastSecond: number): Days => {
  if (weeksAhead !== undefined) {
    const exact = mondayOf(context.today) + weeksAhead * 7 + day - 1
    const thisWeek = exact - 7
    return weeksAhead === 1 && thisWeek > context.today ? { days: [exact], thisWeek } : one(exact)
  }
  const sign = context.lean === 'future' ? 1 : -1
  const distance = (sign * (day - weekdayOf(context.base)) + 7) % 7
  const nearest = context.base + sign * distance
  const isPast = sign === 1 && nearest * SECONDS_PER_DAY + lastSecond < context.nowSeconds
  return one(isPast ? nearest + 7 : nearest)
}

const festival = (context: Context, id: FestivalId, year?: YearRef): Days => {
  const base = dateOfDay(context.base).year
  const years = year
    ? [yearOf(context, year)]
    : context.lean === 'future'
      ? [base, base + 1, base + 2]
      : [base - 2, base - 1, base]
  const days = years.flatMap((each) => festivalDates(id, each)).map(civilDayOf)
  const first = year ? days[0] : leaning(context, days)
  if (first === undefined) return unclear('noSuchDate')
  // The other region's custom is the day before or after.
  const both = days.filter((day) => Math.abs(day - first) <= 1)
  return both.length > 1 ? unclear('regionalCustom', both) : one(first)
}

const lunar = (context: Context, day: LunarDate, year?: YearRef): Days => {
  const civil = (lunarYear: number): CivilDay | undefined => {
    const solar = lunarDate(lunarYear, day)
    return solar && civilDayOf(solar)
  }
  if (year) {
    const exact = civil(yearOf(context, year))
    return exact === undefined ? unclear('noSuchDate') : one(exact)
  }
  const base = dateOfDay(context.base).year
  return upcoming(context, LUNAR_YEARS_TO_SEARCH, (step) => civil(base + step))
}

/** Months are clamped: 31 January and a month is the last of February. */
export const addElapsed = (day: CivilDay, { months, days }: Elapsed, sign: number): CivilDay => {
  const at = dateOfDay(day)
  const month = monthAt(at.year, at.month + sign * months)
  const clamped = civilDay(month.year, month.month, Math.min(at.day, daysInMonth(month.year, month.month))) as CivilDay
  return clamped + sign * days
}

const elapsed = (context: Context, amount: Elapsed, back: boolean): Days => {
  const sign = back ? -1 : 1
  const day = addElapsed(context.today, amount, sign)
  if (amount.workdays === 0) return one(day)
  const counted = addWorkdays(plainDate(day), sign * amount.workdays)
  return counted.ok ? one(civilDayOf(counted.value)) : unclear('calendarUnpublished')
}

const nearestWeekday = (day: CivilDay, weekday: number): CivilDay => {
  const ahead = (weekday - weekdayOf(day) + 7) % 7
  return ahead <= 3 ? day + ahead : day + ahead - 7
}

/** Two statements that agree are one; a weekday that does not fit its date is a contradiction. */
const twice = (context: Context, said: DayPhrase, again: DayPhrase): Days => {
  // An explicit date is meant whichever week 下周六 is counted in, as long as it is a Saturday.
  const [date, other] = said.is === 'weekday' ? [again, said] : [said, again]
  const days = resolveDay(context, date)
  if (days.days.length === 0) return days
  if (other.is === 'weekday') {
    const fitting = days.days.filter((day) => weekdayOf(day) === other.weekday)
    if (fitting.length > 0) return fitting.length === 1 ? one(fitting[0] as CivilDay) : { ...days, days: fitting }
    return unclear(
      'contradiction',
      days.days.flatMap((day) => [day, nearestWeekday(day, other.weekday)]),
    )
  }
  const others = resolveDay(context, other).days
  const common = days.days.filter((day) => others.includes(day))
  if (common.length === 1) return one(common[0] as CivilDay)
  return unclear('contradiction', [...days.days, ...others])
}

/** `lastSecond` is the second of the day at which what is said to happen on it is past. */
export const resolveDay = (context: Context, day: DayPhrase, lastSecond: number = SECONDS_PER_DAY): Days => {
  switch (day.is) {
    case 'date':
      return date(context, day.month, day.day, day.year)
    case 'dayOfMonth':
      return dayOfMonth(context, day.day, day.month)
    case 'daysAhead':
      return one(context.today + day.days)
    case 'nextDay':
      return one(context.base + 1)
    case 'elapsed':
      return elapsed(context, day.elapsed, day.back)
    case 'weekday':
      return weekday(context, day.weekday, day.weeksAhead, lastSecond)
    case 'inMonth':
      return inMonth(context, day.day, day.month)
    case 'festival':
      return festival(context, day.id, day.year)
    case 'nearBreak':
      return nearBreak(context)
    case 'lunar':
      return lunar(context, day.lunar, day.year)
    case 'counted':
      return countedFrom(resolveDay(context, day.from), day)
    case 'daysFrom': {
      const from = resolveDay(context, day.from)
      return { ...from, days: from.days.map((each) => each + day.days) }
    }
    case 'either':
      return unclear(day.reason, [...new Set(day.days.flatMap((each) => resolveDay(context, each).days))])
    case 'twice':
      return twice(context, day.day, day.again)
  }
}

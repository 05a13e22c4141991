import { Temporal } from './civil.js'

/**
 * A day of the Gregorian calendar as a count from 1970-01-01. The scanner looks at every message, and one Temporal
 * object costs as much as reading a whole phrase, so it counts in these and builds moments only for its answer.
 */
export type CivilDay = number

const DAYS_PER_400_YEARS = 146_097
const DAYS_TO_EPOCH = 719_468

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** Undefined when there is no such date (2月30日). */
export const civilDay = (year: number, month: number, day: number): CivilDay | undefined => {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  // Years are counted from March, so that the leap day is the last of its year (Howard Hinnant, days_from_civil).
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_TO_EPOCH
}

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number }

export const dateOfDay = (civil: CivilDay): YearMonthDay => {
  const shifted = civil + DAYS_TO_EPOCH
  const era = Math.floor(shifted / DAYS_PER_400_YEARS)
  const dayOfEra = shifted - era * DAYS_PER_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** Monday is 1, Sunday 7, as in ISO 8601. */
export const weekdayOf = (civil: CivilDay): number => ((((civil + 3) % 7) + 7) % 7) + 1

export const mondayOf = (civil: CivilDay): CivilDay => civil - weekdayOf(civil) + 1

/** Months before January or after December run into the neighbouring years. */
export const monthAt = (year: number, month: number): { readonly year: number; readonly month: number } => {
  const index = year * 12 + month - 1
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

export const firstOfMonth = (year: number, month: number): CivilDay => {
  const at = monthAt(year, month)
  return civilDay(at.year, at.month, 1) as CivilDay
}

export const lastOfMonth = (year: number, month: number): CivilDay => firstOfMonth(year, month + 1) - 1

/** The n-th such weekday of a month, the last one for n = -1. Undefined when the month has no fifth. */
export const nthWeekdayOfMonth = (year: number, month: number, nth: number, weekday: number): CivilDay | undefined => {
  const last = lastOfMonth(year, month)
  if (nth === -1) return last - ((weekdayOf(last) - weekday + 7) % 7)
  const first = firstOfMonth(year, month)
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
  return nth >= 1 && day <= last ? day : undefined
}

export const plainDate = (civil: CivilDay): Temporal.PlainDate => {
  const { year, month, day } = dateOfDay(civil)
  return new Temporal.PlainDate(year, month, day)
}

export const civilDayOf = (date: Temporal.PlainDate): CivilDay => civilDay(date.year, date.month, date.day) as CivilDay

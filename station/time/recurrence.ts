import type { FestivalId } from '../calendar/festivals.js'
import type { LunarDate } from '../calendar/lunar.js'
import type { DayPart } from './day-part.js'

export type ClockTime = { readonly hour: number; readonly minute: number }

/**
 * A day within a month. `day` -1 is the last one, and a day the month does not have is its last one too. `nth` -1 is
 * the last such weekday or workday; weekday 1 is Monday. "第2周周四" is the second Thursday (RFC 5545 BYDAY=2TH).
 */
export type MonthDay =
  | { readonly day: number }
  | { readonly nth: number; readonly weekday: number }
  | { readonly nthWorkday: number }

export type RecurrenceDays =
  | { readonly every: 'day' }
  | { readonly every: 'workday' }
  /** Counted from the week of `anchor` ("2026-11-25"), which matters only when intervalWeeks is over 1. */
  | {
      readonly every: 'week'
      readonly weekdays: readonly number[]
      readonly intervalWeeks: number
      readonly anchor?: string
    }
  | { readonly every: 'month'; readonly days: readonly MonthDay[] }
  | { readonly every: 'quarter'; readonly monthOfQuarter: 1 | 2 | 3; readonly day: MonthDay }
  | { readonly every: 'year'; readonly month: number; readonly day: MonthDay }
  | { readonly every: 'year'; readonly festival: FestivalId }
  | { readonly every: 'year'; readonly lunar: LunarDate }

/** What becomes of a day that turns out to be off: 遇节假日顺延, 提前, 取消. */
export type HolidayShift = 'nextWorkday' | 'previousWorkday' | 'skip'

/** A rule as plain data: it survives JSON, so that it can be stored. */
export type Recurrence = RecurrenceDays & {
  readonly start?: ClockTime
  /** Later than `start` unless it runs over midnight. */
  readonly end?: ClockTime
  readonly part?: DayPart
  readonly shift?: HolidayShift
}

import type { FestivalId } from '../../calendar/festivals.js'
import type { LunarDate } from '../../calendar/lunar.js'
import type { DayPart } from '../day-part.js'
import type { HolidayShift, MonthDay, RecurrenceDays } from '../recurrence.js'
import type { AmbiguityReason } from '../scan.js'

/** What a line says, before anybody asks what day it is today. */
export type YearRef = { readonly year: number } | { readonly yearsAhead: number }
export type MonthRef = { readonly month: number; readonly year?: YearRef } | { readonly monthsAhead: number }

export type Elapsed = {
  readonly seconds: number
  readonly days: number
  readonly months: number
  readonly workdays: number
}

export type DayPhrase =
  | { readonly is: 'date'; readonly year?: YearRef; readonly month: number; readonly day: number }
  | { readonly is: 'dayOfMonth'; readonly month?: MonthRef; readonly day: number }
  | { readonly is: 'daysAhead'; readonly days: number }
  /** The day after the one a range began on: 次日. */
  | { readonly is: 'nextDay' }
  | { readonly is: 'elapsed'; readonly elapsed: Elapsed; readonly back: boolean }
  | { readonly is: 'weekday'; readonly weekday: number; readonly weeksAhead?: number }
  | { readonly is: 'inMonth'; readonly month?: MonthRef; readonly day: MonthDay }
  | { readonly is: 'festival'; readonly id: FestivalId; readonly year?: YearRef }
  /** The next or running statutory holiday, whichever it is: 节后, 节前. */
  | { readonly is: 'nearBreak' }
  | { readonly is: 'lunar'; readonly lunar: LunarDate; readonly year?: YearRef }
  /** The n-th workday, or such weekday, after a day (before it for n < 0). */
  | { readonly is: 'counted'; readonly from: DayPhrase; readonly nth: number; readonly weekday?: number }
  | { readonly is: 'daysFrom'; readonly from: DayPhrase; readonly days: number }
  | { readonly is: 'either'; readonly reason: AmbiguityReason; readonly days: readonly DayPhrase[] }
  /** One day said twice: 11月26日（周四）. */
  | { readonly is: 'twice'; readonly day: DayPhrase; readonly again: DayPhrase }

/** `edge` 0 is 初, 1 to 3 上旬 to 下旬, 4 底. */
export type PeriodPhrase =
  | { readonly is: 'week'; readonly weeksAhead: number }
  | { readonly is: 'weekend'; readonly weeksAhead?: number }
  | { readonly is: 'month'; readonly month: MonthRef; readonly edge?: number }
  | {
      readonly is: 'quarter'
      readonly quarter: number | { ahead: number }
      readonly year?: YearRef
      readonly edge?: number
    }
  | { readonly is: 'halfYear'; readonly half: number; readonly year?: YearRef }
  | { readonly is: 'year'; readonly year: YearRef; readonly edge?: number }
  | { readonly is: 'break'; readonly day: DayPhrase }

export type ClockPhrase = {
  readonly hour: number
  readonly minute: number
  readonly second: number
  /**
   * `twelve`: an hour of the twelve, morning or evening (3点, 3:00). `plain`: as written, unless it is past already
   * and its evening is not (9:00). `exact`: of the twenty-four (15点, 09:00, 零点).
   */
  readonly style: 'twelve' | 'plain' | 'exact'
  readonly meridiem?: number
}

/** At least one of `day`, `period`, `part`, `clock` and `instant` is there. */
export type WhenPhrase = {
  readonly day?: DayPhrase
  readonly period?: PeriodPhrase
  readonly part?: DayPart
  readonly clock?: ClockPhrase
  /** A stretch of hours, minutes or seconds from now. */
  readonly instant?: { readonly elapsed: Elapsed; readonly back: boolean }
}

export type Phrase =
  | { readonly is: 'when'; readonly when: WhenPhrase }
  /** `either` when one of them is to be chosen (周三或周四), else they are listed (周三、周四). */
  | { readonly is: 'several'; readonly whens: readonly WhenPhrase[]; readonly either: boolean }
  /** 元旦前后: thereabouts. */
  | { readonly is: 'roughly'; readonly when: WhenPhrase }
  | { readonly is: 'range'; readonly from: WhenPhrase; readonly to: WhenPhrase }
  /** `before` is 前 said after it, `due` is 截止 said with it. */
  | { readonly is: 'deadline'; readonly when: WhenPhrase; readonly said: 'before' | 'due' | 'within' }
  | { readonly is: 'open'; readonly from: WhenPhrase; readonly inclusive: boolean }
  /** The stretch that begins now, or the one that ends now. */
  | { readonly is: 'stretch'; readonly elapsed: Elapsed; readonly back: boolean }
  | {
      readonly is: 'recurrence'
      readonly days: RecurrenceDays
      readonly part?: DayPart
      readonly clock?: ClockPhrase
      readonly end?: WhenPhrase
      readonly shift?: HolidayShift
    }
  | { readonly is: 'unclear'; readonly reason: AmbiguityReason }

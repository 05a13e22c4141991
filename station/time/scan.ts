import type { Moment } from './civil.js'
import type { DayPart } from './day-part.js'
import type { Recurrence } from './recurrence.js'

/** UTF-16 indices into the scanned text, end exclusive. */
export type Span = readonly [from: number, to: number]

/**
 * How much of a moment was said. The unsaid rest is the beginning of that unit: a point of precision `day` is at 0:00,
 * of `halfDay` at the hour its day part begins. The end of a range and the `by` of a deadline are inclusive, so an
 * unsaid rest there is the last second: "5月16日前" is by 2026-05-16T23:59:59.
 */
export type Precision = 'minute' | 'halfDay' | 'day' | 'week' | 'month' | 'quarter' | 'halfYear' | 'year'

type Found = {
  readonly span: Span
  /** Where the other piece stands when day and time, or rule and holiday clause, are apart in the line. */
  readonly apart?: Span
}

export type PointScan = Found & {
  readonly kind: 'point'
  readonly at: Moment
  readonly precision: Extract<Precision, 'minute' | 'halfDay' | 'day'>
  readonly part?: DayPart
  /**
   * Said "下周六" while the Saturday of this week is still ahead: that other Saturday. Many people mean it, so an
   * echo names both.
   */
  readonly notThisWeek?: Moment
}

/** `to` null is an open end: "周三以后". */
export type RangeScan = Found & {
  readonly kind: 'range'
  readonly from: Moment
  readonly to: Moment | null
  readonly precision: Precision
}

export type DeadlineScan = Found & {
  readonly kind: 'deadline'
  /** Inclusive: at this very moment one is still in time. */
  readonly by: Moment
  readonly precision: Extract<Precision, 'minute' | 'halfDay' | 'day'>
}

type RecurrenceScan = Found & { readonly kind: 'recurrence'; readonly rule: Recurrence }

export type DefiniteScan = PointScan | RangeScan | DeadlineScan | RecurrenceScan

export type AmbiguityReason =
  /** An hour of the twelve without 上午 or 下午: 3点. */
  | 'halfOfDay'
  /** Two statements about one day that disagree: 11月26日（周五） on a Thursday. */
  | 'contradiction'
  /** 2月30日, 25:00. */
  | 'noSuchDate'
  /** 八月十五 is 中秋 to many and 15 August to some. */
  | 'solarOrLunar'
  /** 1/2/2026. */
  | 'dayMonthOrder'
  /** A lone "4.5" may be a date or a number. */
  | 'dateOrNumber'
  /** "周三下午前", "6月前": before it begins, or before it ends? */
  | 'boundary'
  /** 小年 is the 23rd in the north, the 24th in the south. */
  | 'regionalCustom'
  /** 雍正四年…: a year we do not count in. */
  | 'unknownYear'
  /** 5月18日、25日; 上午9点或下午3点: more than one appointment has. */
  | 'several'
  /** Needs workdays of a year whose holiday notice is not out. */
  | 'calendarUnpublished'
  /** "每月走访": how often, but not when. */
  | 'incompleteRecurrence'
  /** "每三个月10日": a rhythm we do not keep. */
  | 'unsupportedRecurrence'

/** To be asked about. `readings` are what it may mean, the likeliest first; empty when there is nothing to offer. */
type AmbiguousScan = Found & {
  readonly kind: 'ambiguous'
  readonly reason: AmbiguityReason
  readonly readings: readonly DefiniteScan[]
}

export type Scan = DefiniteScan | AmbiguousScan | { readonly kind: 'none' }
export type FoundScan = Exclude<Scan, { kind: 'none' }>

/**
 * Which way a date without a year or week leans: an activity lies ahead (the default), a record of what was done
 * ("答复 Y17 6月2日") lies behind.
 */
export type Lean = 'future' | 'past'

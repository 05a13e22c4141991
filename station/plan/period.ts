import { Temporal } from '../time/civil.js'

/**
 * When an item of the year's plan is to happen, as precisely as the plan says: a month, a quarter, several months (3-4月,
 * 上半年), a month by whose end it is done (年底前), or just the year. `words`: how the plan puts it, where it can be put
 * in several ways.
 */
export type PlanPeriod =
  | { readonly year: number; readonly month: number; readonly words?: string }
  | { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly year: number; readonly from: number; readonly to: number; readonly words: string }
  | { readonly year: number; readonly by: number; readonly words: string }
  | { readonly year: number }

export interface DateSpan {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

const MONTHS_PER_QUARTER = 3

/** First and last month. What is to be done by the end of a month is due in that month, not on New Year's Day. */
const monthsOf = (period: PlanPeriod): readonly [number, number] => {
  if ('month' in period) return [period.month, period.month]
  if ('by' in period) return [period.by, period.by]
  if ('from' in period) return [period.from, period.to]
  if ('quarter' in period) return [(period.quarter - 1) * MONTHS_PER_QUARTER + 1, period.quarter * MONTHS_PER_QUARTER]
  return [1, 12]
}

const monthsSpan = (year: number, from: number, to: number): DateSpan => {
  const first = Temporal.PlainDate.from({ year, month: from, day: 1 }, { overflow: 'reject' })
  return { first, last: first.add({ months: to - from + 1 }).subtract({ days: 1 }) }
}

/** When it is due: from its first day it is reminded of, after its last it is overdue. */
export const spanOf = (period: PlanPeriod): DateSpan => monthsSpan(period.year, ...monthsOf(period))

/** When an activity may be the one that carries it out: 年底前 is done in May as well. */
export const windowOf = (period: PlanPeriod): DateSpan =>
  'by' in period ? monthsSpan(period.year, 1, period.by) : spanOf(period)

/** The quarter of the year it belongs to: the one it ends in. The whole year belongs to none. */
export const quarterIn = (period: PlanPeriod): 1 | 2 | 3 | 4 | null => {
  const [from, to] = monthsOf(period)
  return from === 1 && to === 12 ? null : quarterOf(spanOf(period).last)
}

export const isWithin = (date: Temporal.PlainDate, { first, last }: DateSpan): boolean =>
  Temporal.PlainDate.compare(date, first) >= 0 && Temporal.PlainDate.compare(date, last) <= 0

export const samePeriod = (a: PlanPeriod, b: PlanPeriod): boolean => {
  const [one, other] = [spanOf(a), spanOf(b)]
  return one.first.equals(other.first) && one.last.equals(other.last)
}

/** Earlier end first, then the shorter: what must be done soonest leads. */
export const comparePeriods = (a: PlanPeriod, b: PlanPeriod): number => {
  const [one, other] = [spanOf(a), spanOf(b)]
  return Temporal.PlainDate.compare(one.last, other.last) || Temporal.PlainDate.compare(other.first, one.first)
}

export const quarterOf = (date: Temporal.PlainDate): 1 | 2 | 3 | 4 =>
  Math.ceil(date.month / MONTHS_PER_QUARTER) as 1 | 2 | 3 | 4

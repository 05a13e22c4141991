import { Temporal } from '../time/civil.js'

/** When an item of the year's plan is to happen, as precisely as the plan says: a month, a quarter, or just the year. */
export type PlanPeriod =
  | { readonly year: number; readonly month: number }
  | { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly year: number }

export interface DateSpan {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

const MONTHS_PER_QUARTER = 3

export const spanOf = (period: PlanPeriod): DateSpan => {
  const whole = !('month' in period) && !('quarter' in period)
  const month =
    'month' in period ? period.month : 'quarter' in period ? (period.quarter - 1) * MONTHS_PER_QUARTER + 1 : 1
  const months = 'month' in period ? 1 : whole ? 12 : MONTHS_PER_QUARTER
  const first = Temporal.PlainDate.from({ year: period.year, month, day: 1 }, { overflow: 'reject' })
  return { first, last: first.add({ months }).subtract({ days: 1 }) }
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

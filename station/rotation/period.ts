import { Temporal } from '../time/civil.js'

/** Convenors lead by the month, by the quarter, or one activity each. */
export type PeriodRule = 'month' | 'quarter' | 'activity'

/** A stretch one convenor leads. Dates are ISO civil dates, both inclusive. Keys: "2026-05", "2026-Q2", "H12". */
export interface Period {
  readonly key: string
  readonly startsOn: string
  readonly endsOn: string
}

const monthOf = (date: string): string => date.slice(0, 7)

const MONTHS = { month: 1, quarter: 3 } as const

/** The calendar period a date falls into. Throws RangeError on a date that does not exist. */
export const periodOf = (rule: 'month' | 'quarter', date: string): Period => {
  const { year, month } = Temporal.PlainDate.from(date)
  const length = MONTHS[rule]
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % length), day: 1 })
  return {
    key: rule === 'month' ? monthOf(first.toString()) : `${year}-Q${(first.month - 1) / 3 + 1}`,
    startsOn: first.toString(),
    endsOn: first.add({ months: length }).subtract({ days: 1 }).toString(),
  }
}

/** `count` periods, the first being the one that holds `from`. */
export const calendarPeriods = (rule: 'month' | 'quarter', from: string, count: number): Period[] => {
  const first = Temporal.PlainDate.from(periodOf(rule, from).startsOn)
  return Array.from({ length: count }, (_, index) =>
    periodOf(rule, first.add({ months: index * MONTHS[rule] }).toString()),
  )
}

/** One period per activity, in the order they take place; an activity is led on its own day. */
export const activityPeriods = (activities: readonly { no: number; date: string }[]): Period[] =>
  [...activities]
    .sort((a, b) => a.date.localeCompare(b.date) || a.no - b.no)
    .map(({ no, date }) => ({ key: `H${no}`, startsOn: date, endsOn: date }))

const SHAPES: Readonly<Record<PeriodRule, RegExp>> = {
  month: /^\d{4}-\d{2}(?:\+|$)/,
  quarter: /^\d{4}-Q\d/,
  activity: /^H\d/,
}

/** Was a period of this key made by this rule? */
export const isPeriodOf = (rule: PeriodRule, key: string): boolean => SHAPES[rule].test(key)

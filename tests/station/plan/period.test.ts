import { expect, test } from 'vitest'
import {
  comparePeriods,
  isWithin,
  type PlanPeriod,
  quarterOf,
  samePeriod,
  spanOf,
} from '../../../station/plan/period.js'
import { date } from './stage.js'

test.each<[PlanPeriod, string, string]>([
  [{ year: 2026, month: 2 }, '2026-02-01', '2026-02-28'],
  [{ year: 2028, month: 2 }, '2028-02-01', '2028-02-29'],
  [{ year: 2026, month: 12 }, '2026-12-01', '2026-12-31'],
  [{ year: 2026, quarter: 1 }, '2026-01-01', '2026-03-31'],
  [{ year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
  [{ year: 2026 }, '2026-01-01', '2026-12-31'],
  [{ year: 2026, from: 3, to: 4, words: '3-4月' }, '2026-03-01', '2026-04-30'],
  [{ year: 2026, from: 7, to: 12, words: '下半年' }, '2026-07-01', '2026-12-31'],
  [{ year: 2026, by: 12, words: '年底前' }, '2026-12-01', '2026-12-31'],
])('%o runs from %s to %s', (period, first, last) => {
  const span = spanOf(period)
  expect([span.first.toString(), span.last.toString()]).toEqual([first, last])
  expect(isWithin(date(first), span) && isWithin(date(last), span)).toBe(true)
  expect(isWithin(date(first).subtract({ days: 1 }), span) || isWithin(date(last).add({ days: 1 }), span)).toBe(false)
})

test('a thirteenth month is a bug', () => {
  expect(() => spanOf({ year: 2026, month: 13 })).toThrow(RangeError)
})

test('what must be done soonest leads: earlier end, then the shorter', () => {
  const periods: PlanPeriod[] = [
    { year: 2026 },
    { year: 2026, quarter: 1 },
    { year: 2026, month: 3 },
    { year: 2026, month: 2 },
  ]
  expect([...periods].sort(comparePeriods)).toEqual([
    { year: 2026, month: 2 },
    { year: 2026, month: 3 },
    { year: 2026, quarter: 1 },
    { year: 2026 },
  ])
  expect(samePeriod({ year: 2026, month: 3 }, { year: 2026, month: 3 })).toBe(true)
  expect(samePeriod({ year: 2026, month: 3 }, { year: 2026, quarter: 1 })).toBe(false)
})

test.each([
  ['2026-01-01', 1],
  ['2026-03-31', 1],
  ['2026-04-01', 2],
  ['2026-12-31', 4],
])('%s is in quarter %i', (day, quarter) => {
  expect(quarterOf(date(day))).toBe(quarter)
})

import { describe, expect, test } from 'vitest'
import { holidayFate, ruleDatesWith } from '../../../station/activity/rule-dates.js'
import { Temporal } from '../../../station/time/civil.js'
import type { HolidayShift, Recurrence } from '../../../station/time/recurrence.js'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const fate = (text: string, shift?: HolidayShift, asksForWeekend = false): string => {
  const result = holidayFate(day(text), shift, asksForWeekend)
  return `${result.date?.toString() ?? '-'} ${result.fate} ${result.holiday ?? '-'}`
}

describe('遇节假日顺延', () => {
  test.each<[string, HolidayShift | undefined, boolean, string]>([
    ['2026-10-01', 'nextWorkday', false, '2026-10-08 moved 国庆节'],
    ['2026-10-01', 'previousWorkday', false, '2026-09-30 moved 国庆节'],
    ['2026-10-01', 'skip', false, '- skipped 国庆节'],
    ['2026-10-01', undefined, false, '2026-10-01 asRuled 国庆节'],
    ['2026-10-15', 'nextWorkday', false, '2026-10-15 asRuled -'],
    ['2026-10-17', 'nextWorkday', false, '2026-10-19 moved -'],
    ['2026-10-18', 'nextWorkday', true, '2026-10-18 asRuled -'],
    ['2025-01-26', 'nextWorkday', true, '2025-01-26 asRuled 春节'],
    ['2025-01-28', 'nextWorkday', false, '2025-02-05 moved 春节'],
    ['2028-01-06', 'nextWorkday', false, '2028-01-06 provisional -'],
  ])('%s, shift %s, weekend rule %s: %s', (date, shift, asksForWeekend, expected) => {
    expect(fate(date, shift, asksForWeekend)).toBe(expected)
  })
})

describe('a rule that asks for a weekend is not moved by one', () => {
  const lister = (rule: Recurrence, from: Temporal.PlainDate) => {
    expect(rule.shift).toBeUndefined()
    return [from]
  }
  const SUNDAY = day('2026-10-18')

  test.each<[string, Recurrence, string]>([
    ['every Sunday', { every: 'week', weekdays: [7], intervalWeeks: 1 }, '2026-10-18'],
    ['every Thursday', { every: 'week', weekdays: [4], intervalWeeks: 1 }, '2026-10-19'],
    ['the last Sunday of the month', { every: 'month', days: [{ nth: -1, weekday: 7 }] }, '2026-10-18'],
    ['the 18th of the month', { every: 'month', days: [{ day: 18 }] }, '2026-10-19'],
    ['a Saturday of the quarter', { every: 'quarter', monthOfQuarter: 1, day: { nth: 1, weekday: 6 } }, '2026-10-18'],
    ['a Sunday of the year', { every: 'year', month: 10, day: { nth: 3, weekday: 7 } }, '2026-10-18'],
    ['every workday', { every: 'workday' }, '2026-10-19'],
  ])('%s', (_name, rule, expected) => {
    const [first] = ruleDatesWith(lister)({ ...rule, shift: 'nextWorkday' }, SUNDAY, SUNDAY)
    expect(first?.date?.toString()).toBe(expected)
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lunarDate, lunarNewYearsEve, solarTerm } from '../../../station/calendar/lunar.js'

test.each([
  [2026, { month: 12, day: 23 }, '2027-01-30'],
  [2015, { month: 10, day: 1 }, '2015-11-12'],
  [2004, { month: 8, day: 15 }, '2004-09-28'],
  [2025, { month: 6, day: 1, leap: true }, '2025-07-25'],
  [2027, { month: 1, day: 1 }, '2027-02-06'],
])('lunar %i %o is %s', (year, date, expected) => {
  expect(lunarDate(year, date)?.toString()).toBe(expected)
})

test('a short month has no thirtieth, and a year without that leap month has no such day', () => {
  expect(lunarDate(2018, { month: 1, day: 30 })).toBeUndefined()
  expect(lunarDate(2026, { month: 6, day: 1, leap: true })).toBeUndefined()
  expect(lunarDate(2026, { month: 13, day: 1 })).toBeUndefined()
})

test('除夕 is always the day before the first of the first month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2100 }), (year) => {
      expect(lunarNewYearsEve(year).add({ days: 1 }).toString()).toBe(lunarDate(year, { month: 1, day: 1 })?.toString())
    }),
    { seed: 20_261_123 },
  )
})

test('清明 is on 4, 5 or 6 April', () => {
  for (let year = 1950; year <= 2100; year += 1) {
    const { month, day } = solarTerm(year, '清明')
    expect([month, day >= 4 && day <= 6]).toEqual([4, true])
  }
})

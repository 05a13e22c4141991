import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from '../../../station/time/civil.js'
import {
  civilDay,
  dateOfDay,
  daysInMonth,
  mondayOf,
  monthAt,
  nthWeekdayOfMonth,
  weekdayOf,
} from '../../../station/time/civil-day.js'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const anyDay = fc.integer({ min: -100_000, max: 200_000 })

test('days are counted as Temporal counts them, leap years and centuries included', () => {
  fc.assert(
    fc.property(anyDay, (civil) => {
      const date = EPOCH.add({ days: civil })
      expect(dateOfDay(civil)).toEqual({ year: date.year, month: date.month, day: date.day })
      expect(civilDay(date.year, date.month, date.day)).toBe(civil)
      expect(weekdayOf(civil)).toBe(date.dayOfWeek)
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth)
    }),
    { seed: 20_261_123, numRuns: 2000 },
  )
})

test('there is no 30 February, no month 13 and no day 0', () => {
  expect(civilDay(2026, 2, 30)).toBeUndefined()
  expect(civilDay(2027, 2, 29)).toBeUndefined()
  expect(civilDay(2026, 13, 1)).toBeUndefined()
  expect(civilDay(2026, 1, 0)).toBeUndefined()
})

test('weeks begin on Monday', () => {
  const sunday = civilDay(2026, 11, 29) as number
  expect(dateOfDay(mondayOf(sunday))).toEqual({ year: 2026, month: 11, day: 23 })
})

test('months run over into the neighbouring years', () => {
  expect(monthAt(2026, 13)).toEqual({ year: 2027, month: 1 })
  expect(monthAt(2026, 0)).toEqual({ year: 2025, month: 12 })
})

test('the nth weekday of a month, the last one, and the fifth that is not there', () => {
  const found = (nth: number) => nthWeekdayOfMonth(2026, 11, nth, 4)
  expect([found(1), found(2), found(-1)].map((day) => day && dateOfDay(day).day)).toEqual([5, 12, 26])
  expect(found(5)).toBeUndefined()
})

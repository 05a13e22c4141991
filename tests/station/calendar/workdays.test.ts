import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkdays,
  isWorkday,
  nextWorkday,
  previousWorkday,
  workdayOnOrAfter,
  workdaysBetween,
} from '../../../station/calendar/workdays.js'
import { ok } from '../../../station/result.js'
import { Temporal } from '../../../station/time/civil.js'

const day = (date: string) => Temporal.PlainDate.from(date)
const dateOf = (result: ReturnType<typeof nextWorkday>) => (result.ok ? result.value.toString() : result.error)

describe('counting workdays', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23', 1, '2026-11-24'],
    ['over a weekend', '2026-11-27', 1, '2026-11-30'],
    ['five working days to acknowledge', '2026-11-23', 5, '2026-11-30'],
    ['the day before 国庆 2026', '2026-09-30', 1, '2026-10-08'],
    ['into the make-up Saturday after 国庆', '2026-10-08', 2, '2026-10-10'],
    ['春节 2026 with its make-up Saturday before', '2026-02-13', 2, '2026-02-24'],
    ['backwards over 国庆', '2026-10-08', -1, '2026-09-30'],
    ['backwards into the make-up Sunday of 2025', '2025-02-05', -2, '2025-01-26'],
    ['no day at all', '2026-10-01', 0, '2026-10-01'],
  ])('%s', (_name, from, count, expected) => {
    expect(dateOf(addWorkdays(day(from), count))).toBe(expected)
  })

  test('nextWorkday never answers the day itself, workdayOnOrAfter does', () => {
    expect(dateOf(nextWorkday(day('2026-10-09')))).toBe('2026-10-10')
    expect(dateOf(workdayOnOrAfter(day('2026-10-10')))).toBe('2026-10-10')
    expect(dateOf(workdayOnOrAfter(day('2026-10-03')))).toBe('2026-10-08')
    expect(dateOf(previousWorkday(day('2026-10-01')))).toBe('2026-09-30')
  })

  test('workdays in October 2026, the make-up Saturday among them', () => {
    expect(workdaysBetween(day('2026-09-30'), day('2026-10-31'))).toEqual(ok(18))
    // Backwards the day one arrives at is counted, which here is 30 September.
    expect(workdaysBetween(day('2026-10-31'), day('2026-09-30'))).toEqual(ok(-19))
  })

  test('given the notice is not out, then the count says so instead of guessing', () => {
    const unpublished = { code: 'calendarUnpublished', year: 2027 }
    expect(dateOf(addWorkdays(day('2026-12-24'), 1))).toEqual(unpublished)
    expect(dateOf(nextWorkday(day('2027-03-01')))).toEqual(unpublished)
    expect(workdaysBetween(day('2026-12-01'), day('2027-01-10'))).toMatchObject({ ok: false, error: unpublished })
    expect(isWorkday(day('2027-01-04'))).toMatchObject({ ok: false, error: unpublished })
  })

  test('half a workday is a mistake of the program, not of a person', () => {
    expect(() => addWorkdays(day('2026-11-23'), 1.5)).toThrow(RangeError)
  })
})

describe('workdays of the published years', () => {
  const published = fc.integer({ min: 0, max: 7 * 365 }).map((days) => day('2019-03-01').add({ days }))
  const seed = 20_261_123

  test('counting forward n workdays and asking how many lie between gives n again', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: -60, max: 60 }), (from, count) => {
        const to = addWorkdays(from, count)
        fc.pre(to.ok)
        if (to.ok) expect(workdaysBetween(from, to.value)).toEqual(ok(count))
        if (to.ok && count !== 0) expect(isWorkday(to.value)).toEqual(ok(true))
      }),
      { seed, numRuns: 300 },
    )
  })

  test('the next workday has no workday between', () => {
    fc.assert(
      fc.property(published, (from) => {
        const next = nextWorkday(from)
        fc.pre(next.ok)
        if (!next.ok) return
        for (let date = from.add({ days: 1 }); !date.equals(next.value); date = date.add({ days: 1 })) {
          expect(isWorkday(date)).toEqual(ok(false))
        }
        expect(next.value.since(from).days).toBeLessThanOrEqual(11)
      }),
      { seed, numRuns: 500 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { type CalendarKind, currentPeriod, previousPeriod } from '../../../station/summary/period.js'
import { parseMoment } from '../../../station/time/civil.js'

const days = ({ from, until }: ReturnType<typeof currentPeriod>): string =>
  `${from.toPlainDate()} ${until.toPlainDate()}`

describe('the period a summary tells of', () => {
  const monday = parseMoment('2026-11-23 08:30')

  it.each([
    ['day', '2026-11-22 2026-11-23', '2026-11-23 2026-11-24'],
    ['week', '2026-11-16 2026-11-23', '2026-11-23 2026-11-30'],
    ['month', '2026-10-01 2026-11-01', '2026-11-01 2026-12-01'],
    ['quarter', '2026-07-01 2026-10-01', '2026-10-01 2027-01-01'],
    ['year', '2025-01-01 2026-01-01', '2026-01-01 2027-01-01'],
  ] as [CalendarKind, string, string][])(
    'on Monday 2026-11-23 at 8:30: the %s before, and the running one',
    (kind, before, running) => {
      expect(days(previousPeriod(kind, monday))).toBe(before)
      expect(days(currentPeriod(kind, monday))).toBe(running)
    },
  )

  it('a week that spans two years stays one week', () => {
    expect(days(currentPeriod('week', parseMoment('2027-01-01 12:00')))).toBe('2026-12-28 2027-01-04')
  })

  it('the last minute of Sunday still belongs to its week', () => {
    expect(days(currentPeriod('week', parseMoment('2026-11-22 23:59')))).toBe('2026-11-16 2026-11-23')
  })
})

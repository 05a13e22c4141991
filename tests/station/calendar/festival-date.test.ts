import { describe, expect, test } from 'vitest'
import { dayKind } from '../../../station/calendar/day-kind.js'
import { festivalDates } from '../../../station/calendar/festival-date.js'
import { FESTIVALS, type Festival, type FestivalId } from '../../../station/calendar/festivals.js'

const dates = (id: FestivalId, year: number) => festivalDates(id, year).map(String)

describe('festivals by the true calendar', () => {
  test.each([
    ['springFestival', 2027, ['2027-02-06']],
    ['newYearsEve', 2027, ['2027-02-05']],
    ['newYearsEve', 2026, ['2026-02-16']],
    ['lanterns', 2027, ['2027-02-20']],
    ['tombs', 2025, ['2025-04-04']],
    ['tombs', 2027, ['2027-04-05']],
    ['dragonBoats', 2027, ['2027-06-09']],
    ['midAutumn', 2027, ['2027-09-15']],
    ['doubleNinth', 2026, ['2026-10-18']],
    ['littleNewYear', 2027, ['2027-01-30', '2027-01-31']],
    ['mothers', 2026, ['2026-05-10']],
    ['constitution', 2026, ['2026-12-04']],
    ['winterSolstice', 2026, ['2026-12-22']],
  ] as const)('%s of %i', (id, year, expected) => {
    expect(dates(id, year)).toEqual(expected)
  })

  // The notices were written by people with an almanac: an independent witness for eight years.
  const named: readonly [FestivalId, string][] = [
    ['newYearsDay', '元旦'],
    ['springFestival', '春节'],
    ['tombs', '清明节'],
    ['labour', '劳动节'],
    ['dragonBoats', '端午节'],
    ['midAutumn', '中秋节'],
    ['national', '国庆节'],
  ]
  test.each(named)('%s falls on a day off that is named %s, 2019 to 2026', (id, name) => {
    for (let year = 2019; year <= 2026; year += 1) {
      const [date] = festivalDates(id, year)
      const day = date && dayKind(date)
      expect(day).toMatchObject({ kind: 'holiday' })
      // When both fall together the notice names both, or only the greater.
      const names = day && 'name' in day ? day.name : ''
      expect(names.includes(name) || names.includes('国庆节'), `${name} ${date}: ${names}`).toBe(true)
    }
  })

  test('腊八 of two lunar years may fall in one year, or in none', () => {
    expect(dates('laba', 2020)).toEqual(['2020-01-02'])
    expect(dates('laba', 2022)).toEqual(['2022-01-10', '2022-12-30'])
    expect(dates('laba', 2023)).toEqual([])
  })
})

describe('the table of festivals', () => {
  const rows = FESTIVALS as readonly Festival[]

  test('no name stands for two festivals', () => {
    const names = rows.flatMap((row) => [...row.names, ...(row.weakNames ?? [])])
    expect(new Set(names).size).toBe(names.length)
  })

  test('every festival has a day within three years', () => {
    for (const row of FESTIVALS) {
      expect([2026, 2027, 2028].flatMap((year) => dates(row.id, year)).length, row.id).toBeGreaterThanOrEqual(2)
    }
  })
})

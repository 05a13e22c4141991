import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayKind } from '../../../station/calendar/day-kind.js'
import { Temporal } from '../../../station/time/civil.js'

type Notice = { year: number; days: { name: string; date: string; isOffDay: boolean }[] }

const folder = new URL('../../data/holidays/', import.meta.url)
const notices = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Notice)
const listed = new Set(notices.flatMap((notice) => notice.days.map((day) => day.date)))

const kindOf = (date: string) => dayKind(Temporal.PlainDate.from(date))

describe('the State Council’s notices', () => {
  test('cover 2019 to 2026', () => {
    expect(notices.map((notice) => notice.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  })

  test.each(notices)('every listed day of $year is what its notice says', ({ days }) => {
    expect(days.length).toBeGreaterThan(30)
    for (const { date, name, isOffDay } of days) {
      expect(kindOf(date), date).toEqual({ kind: isOffDay ? 'holiday' : 'makeUpWorkday', name })
    }
  })

  test.each(notices)('every other day of $year is a plain workday or weekend', ({ year }) => {
    const last = year === 2026 ? '2026-12-24' : `${year}-12-31`
    for (
      let date = Temporal.PlainDate.from(`${year}-01-01`);
      Temporal.PlainDate.compare(date, last) <= 0;
      date = date.add({ days: 1 })
    ) {
      if (listed.has(date.toString())) continue
      expect(dayKind(date), date.toString()).toEqual({ kind: date.dayOfWeek >= 6 ? 'weekend' : 'workday' })
    }
  })
})

describe('days that a notice of another year arranges', () => {
  test('the end of December is looked up in the next year’s notice', () => {
    expect(kindOf('2018-12-29')).toEqual({ kind: 'makeUpWorkday', name: '元旦' })
    expect(kindOf('2022-12-31')).toEqual({ kind: 'holiday', name: '元旦' })
    expect(kindOf('2022-12-30')).toEqual({ kind: 'workday' })
  })

  test('while that notice is not out, the last week of December is not known', () => {
    expect(kindOf('2026-12-24')).toEqual({ kind: 'workday' })
    expect(kindOf('2026-12-26')).toEqual({ kind: 'unpublished', year: 2027 })
    expect(kindOf('2026-12-31')).toEqual({ kind: 'unpublished', year: 2027 })
  })
})

describe('a year without a notice', () => {
  test.each(['2027-01-01', '2027-05-18', '2027-06-05', '2030-10-01', '2017-05-02', '2018-12-28'])(
    '%s is unpublished',
    (date) => {
      expect(kindOf(date)).toEqual({ kind: 'unpublished', year: Number(date.slice(0, 4)) })
    },
  )
})

test('26 January 2025 is a Sunday at work, 28 January a Tuesday off', () => {
  expect(kindOf('2025-01-26')).toEqual({ kind: 'makeUpWorkday', name: '春节' })
  expect(kindOf('2025-01-28')).toEqual({ kind: 'holiday', name: '春节' })
})

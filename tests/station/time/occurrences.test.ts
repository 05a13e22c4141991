import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayKind } from '../../../station/calendar/day-kind.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'
import { occurrences } from '../../../station/time/occurrences.js'
import type { Recurrence } from '../../../station/time/recurrence.js'
import { scanDate } from '../../../station/time/scan-date.js'

const day = (date: string) => Temporal.PlainDate.from(date)

const ruleOf = (text: string): Recurrence => {
  const scan = scanDate(text, parseMoment('2026-01-05 09:00'))
  if (scan.kind !== 'recurrence') throw new Error(`${text} is ${scan.kind}`)
  return scan.rule
}

const between = (text: string, from: string, to: string) => occurrences(ruleOf(text), day(from), day(to))
const datesOf = (text: string, from: string, to: string) =>
  between(text, from, to).occurrences.map(({ date }) => date.toString())

describe('rules without a holiday clause', () => {
  test.each([
    ['每月第2周周四', '2026-06-01', '2026-08-31', ['2026-06-11', '2026-07-09', '2026-08-13']],
    ['每季度末', '2026-01-01', '2026-09-30', ['2026-03-31', '2026-06-30', '2026-09-30']],
    ['每月31日', '2026-01-31', '2026-04-30', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['每两周周三', '2026-01-05', '2026-02-05', ['2026-01-07', '2026-01-21', '2026-02-04']],
    ['每年3月5日', '2025-01-01', '2027-12-31', ['2025-03-05', '2026-03-05', '2027-03-05']],
    ['每年重阳节', '2026-01-01', '2027-12-31', ['2026-10-18', '2027-10-08']],
    ['每年腊月二十三', '2026-01-01', '2027-12-31', ['2026-02-10', '2027-01-30']],
    ['每季度首月10日', '2026-01-01', '2026-12-31', ['2026-01-10', '2026-04-10', '2026-07-10', '2026-10-10']],
    ['每月第五个周五', '2026-01-01', '2026-06-30', ['2026-01-30', '2026-05-29']],
  ])('%s', (text, from, to, expected) => {
    expect(datesOf(text, from, to)).toEqual(expected)
  })

  test('a time and its end are moments in Chinese civil time, over midnight too', () => {
    const [night] = between('每晚22:00-6:00', '2026-02-10', '2026-02-10').occurrences
    expect(night?.at.toString()).toBe('2026-02-10T22:00:00+08:00[Asia/Shanghai]')
    expect(night?.until?.toString()).toBe('2026-02-11T06:00:00+08:00[Asia/Shanghai]')
  })

  test('a holiday or a make-up workday is shown although nothing moves', () => {
    const { occurrences: sundays } = between('每月最后一个周日上午', '2025-01-01', '2025-02-28')
    expect(sundays.map(({ date, status, day: kind }) => [date.toString(), status, kind.kind])).toEqual([
      ['2025-01-26', 'asPlanned', 'makeUpWorkday'],
      ['2025-02-23', 'asPlanned', 'weekend'],
    ])
  })
})

describe('遇节假日顺延', () => {
  test('the 15th moves past weekends and holidays to the next workday', () => {
    const moved = between('每月15日遇节假日顺延', '2026-01-01', '2026-04-30').occurrences
    expect(moved.map(({ planned, date, status }) => [planned.toString(), date.toString(), status])).toEqual([
      ['2026-01-15', '2026-01-15', 'asPlanned'],
      ['2026-02-15', '2026-02-24', 'shifted'],
      ['2026-03-15', '2026-03-16', 'shifted'],
      ['2026-04-15', '2026-04-15', 'asPlanned'],
    ])
  })

  test('a make-up Saturday is a workday to move to', () => {
    expect(datesOf('每月9日遇节假日顺延', '2026-05-01', '2026-05-31')).toEqual(['2026-05-09'])
  })

  test('a rule that names Sunday is not moved by Sundays, only by holidays', () => {
    expect(datesOf('每周日，遇节假日顺延', '2026-09-21', '2026-10-12')).toEqual([
      '2026-09-28',
      '2026-10-08',
      '2026-10-11',
    ])
  })

  test('a day planned before the window and moved into it is found', () => {
    expect(datesOf('每月1日遇节假日顺延', '2026-10-05', '2026-10-20')).toEqual(['2026-10-08'])
    expect(datesOf('每月1日遇节假日提前', '2026-09-20', '2026-09-30')).toEqual(['2026-09-30'])
    expect(datesOf('每月1日，节假日除外', '2026-10-01', '2026-11-30')).toEqual([])
  })

  test('a year whose notice is not out is said to be so, never guessed', () => {
    const { occurrences: found, unpublishedYears } = between('每月15日遇节假日顺延', '2026-12-01', '2027-02-28')
    expect(unpublishedYears).toEqual([2027])
    expect(found.map(({ date, status }) => [date.toString(), status])).toEqual([
      ['2026-12-15', 'asPlanned'],
      ['2027-01-15', 'unpublished'],
      ['2027-02-15', 'unpublished'],
    ])
  })

  test('the last workday of an unpublished month cannot be told at all', () => {
    const { occurrences: found, unpublishedYears } = between('每月最后一个工作日', '2026-10-01', '2027-01-31')
    expect(found.map(({ date }) => date.toString())).toEqual(['2026-10-30', '2026-11-30'])
    expect(unpublishedYears).toEqual([2027])
  })

  test('work days of a week with a make-up Saturday', () => {
    expect(datesOf('每个工作日', '2026-02-12', '2026-02-24')).toEqual([
      '2026-02-12',
      '2026-02-13',
      '2026-02-14',
      '2026-02-24',
    ])
  })
})

describe('any rule that moves from holidays', () => {
  const rule: fc.Arbitrary<Recurrence> = fc.record({
    every: fc.constant('month' as const),
    days: fc.array(fc.record({ day: fc.integer({ min: 1, max: 31 }) }), { minLength: 1, maxLength: 3 }),
    shift: fc.constantFrom('nextWorkday' as const, 'previousWorkday' as const),
  })

  test('is only ever kept on workdays of published years, in order, once a day, within the window', () => {
    const start = fc.integer({ min: 0, max: 6 * 365 }).map((days) => day('2019-03-01').add({ days }))
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 0, max: 120 }), (each, from, days) => {
        const to = from.add({ days })
        const { occurrences: found } = occurrences(each, from, to)
        for (const [index, { date }] of found.entries()) {
          expect(['workday', 'makeUpWorkday']).toContain(dayKind(date).kind)
          expect(Temporal.PlainDate.compare(from, date)).toBeLessThanOrEqual(0)
          expect(Temporal.PlainDate.compare(date, to)).toBeLessThanOrEqual(0)
          if (index > 0) expect(Temporal.PlainDate.compare(found[index - 1]?.date ?? date, date)).toBe(-1)
        }
      }),
      { seed: 20_261_123, numRuns: 150 },
    )
  })

  test('an empty window holds nothing', () => {
    expect(occurrences({ every: 'day' }, day('2026-02-02'), day('2026-02-01'))).toEqual({
      occurrences: [],
      unpublishedYears: [],
    })
  })
})

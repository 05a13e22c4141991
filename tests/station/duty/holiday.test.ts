import { describe, expect, test } from 'vitest'
import { dayKind } from '../../../station/calendar/day-kind.js'
import { type DayAnswer, settleDay } from '../../../station/duty/holiday.js'
import { Temporal } from '../../../station/time/civil.js'
import { calendarOf } from './stage.js'

const settled = (date: string, answer?: DayAnswer) => settleDay(Temporal.PlainDate.from(date), dayKind, answer)

describe('遇节假日顺延, by the notices', () => {
  test('a holiday goes to the next working day, through the whole break', () => {
    expect(settled('2025-01-28')).toEqual({
      ok: true,
      value: { code: 'postponed', from: '2025-01-28', holiday: '春节', date: '2025-02-05', dayClass: 'workday' },
    })
    expect(settled('2026-10-01')).toMatchObject({ value: { code: 'postponed', date: '2026-10-08' } })
  })

  test('a make-up Saturday is a working day to postpone to', () => {
    const calendar = calendarOf({
      '2026-06-19': { kind: 'holiday', name: '端午节' },
      '2026-06-20': { kind: 'makeUpWorkday', name: '端午节' },
    })
    expect(settleDay(Temporal.PlainDate.from('2026-06-19'), calendar)).toMatchObject({
      value: { code: 'postponed', date: '2026-06-20', dayClass: 'workday' },
    })
  })

  test('a Sunday stays a Sunday: stations receive then on purpose', () => {
    expect(settled('2026-06-28')).toEqual({
      ok: true,
      value: { code: 'kept', date: '2026-06-28', dayClass: 'weekend' },
    })
    expect(settled('2026-06-10')).toMatchObject({ value: { code: 'kept', dayClass: 'workday' } })
  })

  test('the last Sunday of January 2025 was worked: that is asked, not guessed', () => {
    expect(settled('2025-01-26')).toEqual({
      ok: false,
      error: { code: 'makeUpWorkday', date: '2025-01-26', holiday: '春节' },
    })
  })

  test('a year without its notice is asked about, on every day of it', () => {
    const year = 2099
    for (const date of ['2099-03-10', '2099-10-01', '2099-01-01'])
      expect(settled(date)).toEqual({ ok: false, error: { code: 'unpublished', date, year } })
  })

  test('a holiday whose next working day nobody knows yet is asked about too', () => {
    const calendar = calendarOf({
      '2026-12-30': { kind: 'holiday', name: '元旦' },
      '2026-12-31': { kind: 'holiday', name: '元旦' },
      '2027-01-01': { kind: 'unpublished', year: 2027 },
    })
    expect(settleDay(Temporal.PlainDate.from('2026-12-30'), calendar)).toEqual({
      ok: false,
      error: { code: 'postponedBeyondNotice', date: '2026-12-30', holiday: '元旦', year: 2027 },
    })
  })

  test('an answer settles it: keep, or another date; its weight is that of the chosen day', () => {
    expect(settled('2025-01-26', 'keep')).toMatchObject({
      value: { code: 'answered', date: '2025-01-26', dayClass: 'workday' },
    })
    expect(settled('2025-01-26', { date: '2025-02-09' })).toMatchObject({
      value: { code: 'answered', from: '2025-01-26', date: '2025-02-09', dayClass: 'weekend' },
    })
    expect(settled('2099-03-08', 'keep')).toMatchObject({ value: { code: 'answered', dayClass: 'weekend' } })
  })
})

import { expect, test } from 'vitest'
import { holidayBreak } from '../../../station/calendar/holiday-break.js'
import { Temporal } from '../../../station/time/civil.js'

const around = (date: string) => {
  const off = holidayBreak(Temporal.PlainDate.from(date))
  return off.ok ? [off.value.first.toString(), off.value.last.toString()] : off.error
}

test('the whole break is found from any day of it', () => {
  for (const date of ['2026-02-15', '2026-02-17', '2026-02-23'])
    expect(around(date)).toEqual(['2026-02-15', '2026-02-23'])
  expect(around('2022-12-31')).toEqual(['2022-12-31', '2023-01-02'])
})

test('a day that is no holiday stands for itself', () => {
  expect(around('2026-11-28')).toEqual(['2026-11-28', '2026-11-28'])
})

test('an unpublished year has no break to tell', () => {
  expect(around('2027-10-01')).toEqual({ code: 'calendarUnpublished', year: 2027 })
})

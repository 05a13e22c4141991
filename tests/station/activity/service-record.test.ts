import { expect, test } from 'vitest'
import {
  checkHeadcount,
  checkHours,
  totalHeadcountPersons,
  totalHours,
} from '../../../station/activity/service-record.js'

test.each([0.25, 3, 7.5, 24])('%s hours are recorded', (hours) => {
  expect(checkHours(hours)).toEqual({ ok: true, value: hours })
})

test.each([0, -1, 24.25, 1.1, Number.NaN, Number.POSITIVE_INFINITY])('%s hours are refused', (hours) => {
  expect(checkHours(hours)).toEqual({ ok: false, error: { code: 'hoursInvalid', hours } })
})

test.each([-1, 1.5, 1_000_001])('%s persons are refused', (persons) => {
  expect(checkHeadcount(persons)).toEqual({ ok: false, error: { code: 'headcountInvalid', persons } })
})

test('已记3小时，累计11小时: a correction replaces the entry of the same activity', () => {
  const entries = [
    { personId: 1, activityId: 20, hours: 8, seq: 1 },
    { personId: 1, activityId: 25, hours: 2, seq: 2 },
    { personId: 2, activityId: 25, hours: 6, seq: 3 },
    { personId: 1, activityId: 25, hours: 3, seq: 4 },
  ]
  expect(totalHours(entries, 1)).toBe(11)
  expect(totalHours(entries.reverse(), 1)).toBe(11)
})

test('受众120人次，今年累计540', () => {
  const entries = [
    { activityId: 12, persons: 420, seq: 1 },
    { activityId: 16, persons: 20, seq: 2 },
    { activityId: 16, persons: 120, seq: 3 },
  ]
  expect(totalHeadcountPersons(entries)).toBe(540)
})

import { expect, test } from 'vitest'
import { heldIn } from '../../../station/plan/activity-record.js'
import { activity } from './stage.js'

test('held in a year: what took place, in the year it took place', () => {
  const records = [
    activity(1, '2025-12-31'),
    activity(2, '2026-01-01'),
    activity(3, '2026-05-01', { state: 'ended' }),
    activity(4, '2026-05-01', { state: 'cancelled' }),
    activity(5, '2026-12-31', { state: 'open' }),
  ]
  expect(heldIn(records, 2026).map(({ no }) => no)).toEqual([2, 3])
})

import { describe, expect, test } from 'vitest'
import { foresight } from '../../../station/plan/foresight.js'
import { activity } from './stage.js'

describe('计划性', () => {
  test('15次中，提前7天以上11次，来自年度计划9次', () => {
    const held = Array.from({ length: 15 }, (_, index) =>
      activity(index + 1, '2026-05-20', { aheadDays: index < 11 ? 7 : 6, planNo: index < 9 ? index + 1 : null }),
    )
    expect(foresight(held)).toEqual({ total: 15, aheadCount: 11, fromPlanCount: 9, aheadPercent: 73 })
  })

  test('no activity, no percentage', () => {
    expect(foresight([])).toEqual({ total: 0, aheadCount: 0, fromPlanCount: 0, aheadPercent: null })
  })
})

import { describe, expect, test } from 'vitest'
import { convenorLedShare, type Initiator } from '../../../station/duty/share.js'

describe('the share led by convenors', () => {
  const rows = (by: Initiator, count: number, date = '2026-03-01') =>
    Array.from({ length: count }, () => ({ by, date }))
  const YEAR = { from: '2026-01-01', until: '2026-12-31' }

  test('11 activities, 7 by convenors: 64 %', () => {
    expect(convenorLedShare([...rows('convenor', 7), ...rows('staff', 4)], YEAR)).toEqual({
      total: 11,
      byConvenor: 7,
      byStaff: 4,
      byDeputy: 0,
      steppedIn: 0,
      convenorPercent: 64,
    })
  })

  test('both ends of the range count, half a percent rounds up, nothing gives no figure', () => {
    const edge = [
      ...rows('convenor', 1, '2026-01-01'),
      ...rows('deputy', 7, '2026-12-31'),
      ...rows('staff', 1, '2027-01-01'),
    ]
    expect(convenorLedShare(edge, YEAR)).toMatchObject({ total: 8, byConvenor: 1, byDeputy: 7, convenorPercent: 13 })
    expect(convenorLedShare([], YEAR).convenorPercent).toBeNull()
  })

  test('of the staff’s work, how much had waited for a convenor', () => {
    const asked = [{ by: 'staff', date: '2026-03-01', steppedIn: true } as const, ...rows('staff', 1)]
    expect(convenorLedShare(asked, YEAR)).toMatchObject({ byStaff: 2, steppedIn: 1, convenorPercent: 0 })
  })
})

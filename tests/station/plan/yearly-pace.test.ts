import { describe, expect, test } from 'vitest'
import { yearlyPace } from '../../../station/plan/yearly-pace.js'
import { activity, date } from './stage.js'

describe('一年不少于4次', () => {
  const two = [activity(1, '2026-02-10'), activity(2, '2026-05-10')]

  test('今年已2次：9月底前至少再安排1次', () => {
    const pace = yearlyPace(two, date('2026-08-01'))
    expect(pace).toMatchObject({ heldCount: 2, milestoneCount: 3, missingCount: 1, met: false })
    expect(pace.dueBy.toString()).toBe('2026-09-30')
  })

  test.each([
    ['2026-01-05', 1],
    ['2026-06-30', 2],
    ['2026-07-01', 3],
    ['2026-10-01', 4],
  ])('on %s %i should be behind us by the end of the quarter', (today, milestone) => {
    expect(yearlyPace([], date(today)).milestoneCount).toBe(milestone)
  })

  test('what is announced for this quarter counts as arranged; drafts, later ones and last year’s do not', () => {
    const today = date('2026-08-01')
    const missing = (...more: ReturnType<typeof activity>[]) => yearlyPace([...two, ...more], today).missingCount
    expect(missing(activity(3, '2026-09-30', { state: 'notified' }))).toBe(0)
    expect(missing(activity(3, '2026-10-01', { state: 'notified' }))).toBe(1)
    expect(missing(activity(3, '2026-09-30', { state: 'drafted' }))).toBe(1)
    expect(missing(activity(3, '2026-07-20', { state: 'cancelled' }))).toBe(1)
    expect(missing(activity(3, '2025-12-20'))).toBe(1)
  })

  test('a station may ask for more: six a year are five by the end of September', () => {
    expect(yearlyPace(two, date('2026-08-01'), 6)).toMatchObject({ milestoneCount: 5, missingCount: 3 })
    const four = [...two, activity(3, '2026-06-01'), activity(4, '2026-06-20')]
    expect(yearlyPace(four, date('2026-12-31'))).toMatchObject({ met: true, missingCount: 0 })
  })
})

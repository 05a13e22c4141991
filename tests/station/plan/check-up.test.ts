import { describe, expect, test } from 'vitest'
import { activityCheckUp, type CheckUpInput } from '../../../station/plan/check-up.js'
import { activity, date, PLAN_2023 } from './stage.js'

const health = (input: Partial<CheckUpInput>) => {
  const result = activityCheckUp({
    records: [],
    items: [],
    missions: [],
    establishedOn: date('2022-06-20'),
    requiredCount: 4,
    today: date('2023-06-17'),
    ...input,
  })
  return Object.fromEntries(Object.entries(result).map(([key, line]) => [key, line.health]))
}

describe('体检 of the activities', () => {
  test('a station that has done nothing is told where, and not judged where there is nothing to judge', () => {
    expect(health({ missions: ['投资者教育'] })).toEqual({
      yearlyCount: 'bad',
      silence: 'bad',
      foresight: 'unknown',
      plan: 'unknown',
      missions: 'unknown',
      balances: 'unknown',
    })
  })

  test('a station on its way', () => {
    const records = [1, 2, 3, 4, 5].map((month) =>
      activity(month, `2023-0${month}-15`, {
        planNo: month,
        aheadDays: month === 1 ? 2 : 10,
        direction: month < 3 ? 'up' : 'down',
        orientation: 'both',
        fromSeries: month === 2,
        missions: ['投资者教育'],
      }),
    )
    expect(health({ records, items: PLAN_2023, missions: ['投资者教育', '历史文化传承'] })).toEqual({
      yearlyCount: 'good',
      silence: 'good',
      foresight: 'good',
      plan: 'watch',
      missions: 'watch',
      balances: 'good',
    })
  })

  test('a long silence with the next one in sight is to be watched, not bad', () => {
    const records = [activity(1, '2023-01-15'), activity(2, '2023-06-25', { state: 'open' })]
    expect(health({ records })).toMatchObject({ silence: 'watch', yearlyCount: 'good' })
    expect(health({ records: records.slice(0, 1) })).toMatchObject({ silence: 'bad', yearlyCount: 'watch' })
  })

  test.each([
    [7, 'good'],
    [6, 'watch'],
    [4, 'watch'],
    [3, 'bad'],
  ])('%i of 10 made a week ahead is %s', (ahead, judged) => {
    const records = Array.from({ length: 10 }, (_, index) =>
      activity(index + 1, '2023-05-20', { aheadDays: index < ahead ? 7 : 1 }),
    )
    expect(health({ records }).foresight).toBe(judged)
  })
})

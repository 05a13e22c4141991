import { describe, expect, test } from 'vitest'
import {
  itemProgress,
  likelyPlanItem,
  planProgress,
  planRemindersDue,
} from '../../../station/plan/plan-against-actual.js'
import { activity, date, PLAN_2023, planned } from './stage.js'

const firstFive = [1, 2, 3, 4, 5].map((month) => activity(month, `2023-0${month}-15`, { planNo: month }))
const sixth = activity(6, '2023-06-25', { planNo: 6, state: 'open' })

describe('plan against actual', () => {
  test('2023年12项：已办5、在办1、未到期6；时间46%，略慢', () => {
    const progress = planProgress(PLAN_2023, [...firstFive, sixth], 2023, date('2023-06-17'))
    expect(progress).toMatchObject({
      total: 12,
      count: { done: 5, underway: 1, due: 0, overdue: 0, notDue: 6, dropped: 0 },
      donePercent: 42,
      timePercent: 46,
      pace: 'slow',
    })
    expect(progress.next[0]?.item.title).toBe('执法检查')
  })

  test('without the activity of June the line is due, and is the next to arrange', () => {
    const progress = planProgress(PLAN_2023, firstFive, 2023, date('2023-06-17'))
    expect(progress.count).toMatchObject({ due: 1, underway: 0 })
    expect(progress.next[0]?.item.title).toBe('法律讲座')
  })

  test.each([
    ['2023-05-31', 'onPace'],
    ['2023-06-30', 'slow'],
    ['2023-08-31', 'behind'],
  ])('five of twelve done on %s is %s', (today, pace) => {
    expect(planProgress(PLAN_2023, firstFive, 2023, date(today)).pace).toBe(pace)
  })

  test('a cancelled activity carries nothing out, a dropped line counts nowhere, a line may need several', () => {
    const lines = [
      planned(1, '宣讲', { year: 2023, quarter: 1 }, 2),
      planned(2, '视察', { year: 2023, month: 2 }),
      { ...planned(3, '研讨', { year: 2023 }), dropped: { reason: '合并', at: firstFive[0]!.startsAt } },
    ]
    const records = [
      activity(1, '2023-01-10', { planNo: 1 }),
      activity(2, '2023-02-10', { planNo: 2, state: 'cancelled' }),
    ]
    const standing = (today: string) =>
      itemProgress(lines, records, date(today)).map((row) => `${row.item.title} ${row.standing} ${row.heldCount}`)
    expect(standing('2023-02-20')).toEqual(['视察 due 0', '宣讲 due 1', '研讨 dropped 0'])
    expect(standing('2023-04-01')).toEqual(['视察 overdue 0', '宣讲 overdue 1', '研讨 dropped 0'])
    expect(planProgress(lines, records, 2023, date('2023-04-01'))).toMatchObject({ total: 2, donePercent: 0 })
    expect(planProgress([], [], 2023, date('2023-04-01'))).toMatchObject({ total: 0, donePercent: 0, pace: 'onPace' })
  })

  test.each([
    ['2022-12-31', 0],
    ['2023-12-31', 100],
    ['2024-05-01', 100],
  ])('on %s %i per cent of 2023 is over', (today, percent) => {
    expect(planProgress(PLAN_2023, [], 2023, date(today)).timePercent).toBe(percent)
  })
})

describe('reminding to make the activity', () => {
  const none = new Set<string>()

  test('from the first of the month, once, and no more when it exists', () => {
    expect(planRemindersDue(PLAN_2023, firstFive, date('2023-05-31'), none)).toEqual([])
    const due = planRemindersDue(PLAN_2023, firstFive, date('2023-06-01'), none)
    expect(due.map(({ key }) => key)).toEqual(['plan:6:2023-06-01'])
    expect(planRemindersDue(PLAN_2023, firstFive, date('2023-06-02'), new Set(['plan:6:2023-06-01']))).toEqual([])
    expect(planRemindersDue(PLAN_2023, [...firstFive, sixth], date('2023-06-01'), none)).toEqual([])
  })

  test('a line moved to another month is reminded of there again', () => {
    const moved = [{ ...planned(6, '法律讲座', { year: 2023, month: 9 }) }]
    expect(planRemindersDue(moved, [], date('2023-09-01'), new Set(['plan:6:2023-06-01']))).toHaveLength(1)
  })
})

test.each([
  ['法律讲座第4讲', '2023-06-11', 6],
  ['法律', '2023-06-11', 6],
  ['法律讲座', '2023-07-01', null],
  ['义诊进社区', '2023-03-20', null],
  ['茶话会', '2023-06-11', null],
])('%s on %s probably carries out line %s', (title, on, no) => {
  const found = likelyPlanItem(PLAN_2023, firstFive, title, date(on))
  expect(found?.no ?? null).toBe(no)
})

import { describe, expect, test } from 'vitest'
import { addPlanItem, changePlanItem, dropPlanItem } from '../../../station/plan/plan-item.js'
import { parseMoment } from '../../../station/time/civil.js'
import { planned } from './stage.js'

const now = parseMoment('2026-02-10 09:00')
const clinic = planned(1, '义诊进社区', { year: 2026, month: 3 })

describe('a line of the plan', () => {
  test('年度计划 3月 义诊进社区 gets the next number', () => {
    expect(addPlanItem([clinic], { title: ' 法律讲座 ', period: { year: 2026, quarter: 2 } }, now)).toMatchObject({
      ok: true,
      value: { no: 2, title: '法律讲座', targetCount: 1, dropped: null },
    })
  })

  test.each([
    [{ title: ' ', period: { year: 2026, month: 3 } }, { code: 'emptyTitle' }],
    [
      { title: '义诊进社区', period: { year: 2026, month: 3 } },
      { code: 'sameItem', no: 1 },
    ],
    [
      { title: '讲座', period: { year: 2026, month: 1 } },
      { code: 'periodOver', period: { year: 2026, month: 1 } },
    ],
    [
      { title: '讲座', period: { year: 2026 }, targetCount: 0 },
      { code: 'targetInvalid', targetCount: 0 },
    ],
    [
      { title: '讲座', period: { year: 2026 }, targetCount: 1.5 },
      { code: 'targetInvalid', targetCount: 1.5 },
    ],
  ])('%o is refused', (line, error) => {
    expect(addPlanItem([clinic], line, now)).toEqual({ ok: false, error })
  })

  test('the present month is still a plan; the same title in another month is another line', () => {
    expect(addPlanItem([clinic], { title: '义诊进社区', period: { year: 2026, month: 2 } }, now)).toMatchObject({
      ok: true,
    })
  })

  test('moved with a reason, and the old month stays on record', () => {
    const moved = changePlanItem([clinic], 1, { period: { year: 2026, month: 5 }, reason: '社区改造' }, now)
    expect(moved).toMatchObject({
      value: { period: { month: 5 }, movedFrom: [{ period: { month: 3 }, reason: '社区改造' }] },
    })
    expect(changePlanItem([clinic], 1, { period: { year: 2026, month: 5 }, reason: ' ' }, now)).toMatchObject({
      error: { code: 'reasonNeeded' },
    })
    expect(changePlanItem([clinic], 1, { period: { year: 2026, month: 1 }, reason: '早办' }, now)).toMatchObject({
      error: { code: 'periodOver' },
    })
    expect(changePlanItem([clinic], 7, { period: { year: 2026, month: 5 }, reason: '改' }, now)).toEqual({
      ok: false,
      error: { code: 'noItem', no: 7 },
    })
  })

  test('another title, owner or number of times needs no reason, but has to be another and may not make two of one line', () => {
    const lecture = planned(2, '法律讲座', { year: 2026, month: 3 })
    expect(
      changePlanItem([clinic, lecture], 2, { title: '普法讲座', owner: '吕诚', targetCount: 2 }, now),
    ).toMatchObject({
      value: { title: '普法讲座', owner: '吕诚', targetCount: 2, movedFrom: [] },
    })
    expect(changePlanItem([clinic, lecture], 2, { title: '义诊进社区' }, now)).toEqual({
      ok: false,
      error: { code: 'sameItem', no: 1 },
    })
    for (const same of [{ title: '法律讲座' }, { period: lecture.period, reason: '改' }, {}])
      expect(changePlanItem([clinic, lecture], 2, same, now)).toEqual({
        ok: false,
        error: { code: 'nothingNew', no: 2 },
      })
    expect(changePlanItem([clinic, lecture], 2, { targetCount: 0 }, now)).toMatchObject({
      error: { code: 'targetInvalid' },
    })
  })

  test('dropped with a reason, once; its place may be taken by the same title again', () => {
    const dropped = dropPlanItem([clinic], 1, '并入市里活动', now)
    if (!dropped.ok) throw new Error(dropped.error.code)
    expect(dropPlanItem([dropped.value], 1, '再次', now)).toMatchObject({ error: { code: 'alreadyDropped' } })
    expect(addPlanItem([dropped.value], { title: '义诊进社区', period: { year: 2026, month: 3 } }, now)).toMatchObject({
      ok: true,
      value: { no: 2 },
    })
  })
})

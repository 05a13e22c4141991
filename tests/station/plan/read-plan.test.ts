import { describe, expect, test } from 'vitest'
import { readPeriod, readPlanLine } from '../../../station/plan/read-plan.js'
import { Temporal } from '../../../station/time/civil.js'

const MARCH = Temporal.PlainDate.from('2026-03-10')
const line = (...cells: string[]) => readPlanLine(cells, MARCH)

describe('when a plan says something is to be done', () => {
  test.each([
    ['3月', { year: 2026, month: 3 }],
    ['十二月', { year: 2026, month: 12 }],
    ['2月份', { year: 2027, month: 2 }],
    ['2026年2月', { year: 2026, month: 2 }],
    ['第四季度', { year: 2026, quarter: 4 }],
    ['全年', { year: 2026 }],
    // A month that a spreadsheet keeps as a date.
    ['2027-03-01', { year: 2027, month: 3 }],
    ['2027/3/31', { year: 2027, month: 3 }],
    ['2027.03', { year: 2027, month: 3 }],
  ])('%s', (said, period) => {
    expect(readPeriod(said, MARCH)).toMatchObject({ code: 'period', period })
  })

  test.each(['3-4月', '3月至5月', '3、4月'])('%s is no period', (said) => {
    expect(readPeriod(said, MARCH)).toEqual({ code: 'none' })
  })

  test('there is no thirteenth month', () => {
    expect(readPeriod('13月', MARCH)).toEqual({ code: 'noSuchMonth', said: '13' })
  })

  test('a table for a year means that year, over or not', () => {
    expect(readPeriod('1月', MARCH, 2026)).toMatchObject({ period: { year: 2026, month: 1 } })
  })
})

describe('a line of a plan', () => {
  test.each([
    [['3月', '义诊进社区', '2'], { title: '义诊进社区', period: { year: 2026, month: 3 }, targetCount: 2 }],
    [['1', '6月', '法律讲座', '1次', '吕诚'], { title: '法律讲座', period: { year: 2026, month: 6 }, targetCount: 1 }],
    [['投资者教育日', '第四季度'], { title: '投资者教育日', period: { year: 2026, quarter: 4 }, targetCount: 1 }],
    [['3月 义诊进社区'], { title: '义诊进社区', period: { year: 2026, month: 3 }, targetCount: 1 }],
    [['2. 第二季度：法律讲座 3次'], { title: '法律讲座', period: { year: 2026, quarter: 2 }, targetCount: 3 }],
    [['12月慰问', ''], { title: '慰问', period: { year: 2026, month: 12 }, targetCount: 1 }],
  ])('%j', (cells, expected) => {
    expect(line(...cells)).toEqual(expected)
  })

  test.each([
    [['序号', '月份', '事项', '次数']],
    [['秦淮金融站2026年度计划']],
    [['', ' ']],
    [['13月', '义诊']],
    [['3月', '']],
    [['义诊进社区', '2次']],
  ])('%j is none', (cells) => {
    expect(line(...cells)).toBeNull()
  })
})

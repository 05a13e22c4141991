import { describe, expect, test } from 'vitest'
import { readPeriod } from '../../../station/plan/read-period.js'
import { readPlanLine } from '../../../station/plan/read-plan.js'
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

  test.each([
    ['3-4月', { year: 2026, from: 3, to: 4, words: '3-4月' }],
    ['3月至5月', { year: 2026, from: 3, to: 5, words: '3月至5月' }],
    ['3 月 — 4 月', { year: 2026, from: 3, to: 4, words: '3月—4月' }],
    ['3、4月', { year: 2026, from: 3, to: 4, words: '3、4月' }],
    ['4、5、6月', { year: 2026, from: 4, to: 6, words: '4、5、6月' }],
    ['三四月', { year: 2026, from: 3, to: 4, words: '三四月' }],
    ['九至十一月份', { year: 2026, from: 9, to: 11, words: '九至十一月份' }],
    ['1-2月', { year: 2027, from: 1, to: 2, words: '1-2月' }],
    ['2026年1-2月', { year: 2026, from: 1, to: 2, words: '1-2月' }],
    ['上半年', { year: 2026, from: 1, to: 6, words: '上半年' }],
    ['明年上半年', { year: 2027, from: 1, to: 6, words: '上半年' }],
    ['2027年下半年', { year: 2027, from: 7, to: 12, words: '下半年' }],
    ['第一季度', { year: 2026, quarter: 1 }],
    ['一季度', { year: 2026, quarter: 1 }],
    ['2季度', { year: 2026, quarter: 2 }],
    ['一、二季度', { year: 2026, from: 1, to: 6, words: '一、二季度' }],
    ['第二至第四季度', { year: 2026, from: 4, to: 12, words: '第二至第四季度' }],
    ['前三季度', { year: 2026, from: 1, to: 9, words: '前三季度' }],
    ['年底前', { year: 2026, by: 12, words: '年底前' }],
    ['年底', { year: 2026, by: 12, words: '年底' }],
    ['6月底前', { year: 2026, by: 6, words: '6月底前' }],
    ['明年12月', { year: 2027, month: 12 }],
    ['3月下旬', { year: 2026, month: 3, words: '3月下旬' }],
    ['年内', { year: 2026 }],
  ])('%s is read with the words it was put in', (said, period) => {
    expect(readPeriod(said, MARCH)).toMatchObject({ code: 'period', period })
  })

  test.each([
    '12-1月',
    '4-3月',
    '3、9月',
    '12、13月',
    '3月和6月',
    '3、6、9月',
    '四三月',
    '一、三季度',
    '第四至第二季度',
  ])('%s are no months in a row', (said) => {
    expect(readPeriod(said, MARCH)).toEqual({ code: 'notInARow', said })
  })

  test.each(['每季度', '春节前', '开春', '第五季度', '半年'])('%s is no period', (said) => {
    expect(readPeriod(said, MARCH)).toEqual({ code: 'none' })
  })

  test('there is no thirteenth month', () => {
    for (const said of ['13月', '13月底前', '3-13月', '13-14月'])
      expect(readPeriod(said, MARCH)).toEqual({ code: 'noSuchMonth', said: '13' })
    expect(readPeriod('0月', MARCH)).toEqual({ code: 'noSuchMonth', said: '0' })
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
    [
      ['上半年 义诊进社区 2次'],
      { title: '义诊进社区', period: { year: 2026, from: 1, to: 6, words: '上半年' }, targetCount: 2 },
    ],
    [['3月 - 4月 调研'], { title: '调研', period: { year: 2026, from: 3, to: 4, words: '3月-4月' }, targetCount: 1 }],
    [['年底前：总结会'], { title: '总结会', period: { year: 2026, by: 12, words: '年底前' }, targetCount: 1 }],
    [['3月初心讲座'], { title: '初心讲座', period: { year: 2026, month: 3 }, targetCount: 1 }],
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

import { describe, expect, it } from 'vitest'
import { nextStep, readSchedule, readTakingPart, stepForResult } from '../../../station/supervision/schedule.js'
import { parseMoment } from '../../../station/time/civil.js'

const NOW = parseMoment('2026-11-23 09:00')

describe('a schedule as people say it', () => {
  it.each([
    ['12月1日 现场查看 12月8日 听取汇报', '', ['2026-12-01 现场查看', '2026-12-08 听取汇报']],
    ['成员 张敏 赵磊 下周三 现场查看', '成员 张敏 赵磊', ['2026-12-02 现场查看']],
    ['成员 张敏，12月1日：现场查看；12月8日：听取汇报', '成员 张敏', ['2026-12-01 现场查看', '2026-12-08 听取汇报']],
    ['12月8日', '', ['2026-12-08 ']],
    ['成员 张敏', '成员 张敏', []],
    ['', '', []],
  ] as const)('%s', (words, before, steps) => {
    const read = readSchedule(words, NOW)
    expect(read.before).toBe(before)
    expect(read.steps.map(({ on, what }) => `${on} ${what}`)).toEqual(steps)
  })

  it.each([
    ['成员 张敏 赵磊 单位 卫健委', { members: ['张敏', '赵磊'], units: ['卫健委'] }],
    ['单位：卫健委、医保局 成员：张敏', { members: ['张敏'], units: ['卫健委', '医保局'] }],
    ['张敏、赵磊、张敏', { members: ['张敏', '赵磊'], units: [] }],
    ['', { members: [], units: [] }],
  ])('%s', (words, part) => expect(readTakingPart(words)).toEqual(part))
})

describe('what a result belongs to, and what comes next', () => {
  const steps = [
    { on: '2026-12-08', state: 'planned' },
    { on: '2026-11-20', state: 'done' },
    { on: '2026-12-01', state: 'planned' },
  ]
  it('the earliest step still planned', () => expect(stepForResult(steps)?.on).toBe('2026-12-01'))
  it('none, once all are done', () =>
    expect(stepForResult(steps.filter(({ state }) => state === 'done'))).toBeUndefined())
  it('the first from a day on', () => expect(nextStep(steps, '2026-12-02')?.on).toBe('2026-12-08'))
})

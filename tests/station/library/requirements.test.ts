import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../../station/library/clauses.js'
import { lineOf } from '../../../station/library/document-line.js'
import {
  type CheckCounts,
  REQUIREMENT_CHECKS,
  requirementStanding,
} from '../../../station/library/requirement-checks.js'
import { requirementsOf } from '../../../station/library/requirements.js'
import { traceOf } from '../../../station/library/rule-execution.js'

const one = (text: string) => requirementsOf(clausesOf(`第一条 ${text}`))[0] ?? null

describe('what a clause asks for', () => {
  it.each([
    ['平台每年应当开展活动不少于四次', 'activities', 4, '12-31'],
    ['代表每月应当到平台接待群众一次', 'receptions', 1, null],
    ['平台应当在12月底前报送年度总结', 'yearSummary', 1, '12-31'],
    ['各站应当在6月底前报送年度工作计划', 'plan', 1, '06-30'],
    ['各站应当在3月15日前召开联席会议', 'jointMeetings', 1, '03-15'],
    ['标识牌应当悬挂在入口', 'plaque', 1, null],
    ['各站每年至少组织两次学习培训', 'study', 2, '12-31'],
    ['不得以联络站名义处理个案', null, 1, null],
  ])('%s', (text, check, times, dueOn) => {
    expect(one(text)).toMatchObject({ check, times, dueOn, text })
  })
  it.each(['履职平台按照“六有”标准设置', '本意见自印发之日起施行', '须知见附件一二三'])(
    '%s: asks for nothing',
    (text) => {
      expect(one(text)).toBeNull()
    },
  )
})

const none = Object.fromEntries(Object.keys(REQUIREMENT_CHECKS).map((key) => [key, 0])) as unknown as CheckCounts

describe('whether it stands fulfilled', () => {
  it.each([
    [
      'three of four activities in May',
      { check: 'activities', times: 4, dueOn: '12-31' },
      { activities: 3 },
      '2026-05-10',
      'notDue',
    ],
    ['four of four', { check: 'activities', times: 4, dueOn: '12-31' }, { activities: 4 }, '2026-05-10', 'met'],
    ['a plan wanted by June, in November', { check: 'plan', times: 1, dueOn: '06-30' }, {}, '2026-11-23', 'overdue'],
    ['on the last day it is not late', { check: 'plan', times: 1, dueOn: '06-30' }, {}, '2026-06-30', 'notDue'],
    [
      'receptions in four of five months, the fifth running',
      { check: 'receptions', times: 1, dueOn: null },
      { receptions: 4 },
      '2026-05-10',
      'notDue',
    ],
    ['in three of five', { check: 'receptions', times: 1, dueOn: null }, { receptions: 3 }, '2026-05-10', 'unmet'],
    ['what no record speaks of', { check: null, times: 1, dueOn: null }, {}, '2026-05-10', 'unconfirmed'],
    ['a check this version does not know', { check: 'gone', times: 1, dueOn: null }, {}, '2026-05-10', 'unconfirmed'],
  ])('%s', (_, asked, counts, today, state) => {
    expect(requirementStanding({ ...asked, confirmed: false }, { ...none, ...counts }, today).state).toBe(state)
  })
  it('a person’s word holds', () => {
    expect(
      requirementStanding({ check: null, times: 1, dueOn: '06-30', confirmed: true }, none, '2026-11-23').state,
    ).toBe('met')
  })
})

describe('a document announced in a line', () => {
  it.each([
    ['指导性文件 2023-04 区人大常委会', { title: '指导性文件', issuer: '区人大常委会', issuedOn: '2023-04' }],
    ['《指导意见》 2019年10月 省人大常委会', { title: '指导意见', issuer: '省人大常委会', issuedOn: '2019-10' }],
    ['2023.4.18 标识牌制式', { title: '标识牌制式', issuer: null, issuedOn: '2023-04-18' }],
  ])('%s', (text, document) => {
    expect(lineOf(text)).toEqual(document)
  })
  it.each(['指导性文件', '2023-14 区人大', '2023-04'])('%s: is none', (text) => {
    expect(lineOf(text)).toBeNull()
  })
})

it.each([
  ['接待制度', 'receptions'],
  ['召集人轮值制度', 'turns'],
  ['意见办理制度', 'opinions'],
  ['保密守则', null],
])('%s is seen in %s', (title, trace) => {
  expect(traceOf(title)).toBe(trace)
})

import { describe, expect, test } from 'vitest'
import { enforcedRoles, findActivityType, findRole } from '../../../station/activity/find-type.js'
import { activityType } from '../../../station/activity/types.js'

describe('recognising the type of a title', () => {
  test.each([
    ['义诊进社区', 'T01'],
    ['流动义诊', 'T01'],
    ['中医药进校园', 'T02'],
    ['中医药进校园义诊', 'T02'],
    ['《南京市中医药传承创新发展条例》立法调研座谈会', 'T03'],
    ['金融宣讲', 'T05'],
    ['防非反诈宣讲', 'T06'],
    ['反诈宣讲进社区', 'T06'],
    ['专题视察养老机构', 'T07'],
    ['议案建议集中交办', 'T08'],
    ['法律讲座', 'T10'],
    ['旁听检察听证', 'T11'],
    ['“3·15”模拟法庭', 'T12'],
    ['“城市更新立法与市域治理创新”研讨会', 'T13'],
    ['视察 学校食堂', 'T14'],
    ['基层医保支付调研', 'T15'],
    ['走访社区医院', 'T19'],
    ['联席会', 'T20'],
    ['观摩 五华区科普站', 'T21'],
    ['《代表法》学习', 'T22'],
    ['社会公益活动', 'T23'],
    ['迎春茶话', 'other'],
  ])('%s is %s', (title, code) => {
    expect(findActivityType(title).code).toBe(code)
  })
})

describe('duties', () => {
  test.each([
    ['T02', '中医药讲解', '讲解'],
    ['T12', '审判长', '审判长'],
    ['T12', '陪审员', '陪审员'],
    ['T01', '儿科', '儿科'],
    ['T01', '  ', null],
  ])('in %s “%s” means %s', (code, typed, role) => {
    expect(findRole(activityType(code), typed)).toBe(role)
  })

  test('only a fixed cast is enforced', () => {
    expect(enforcedRoles(activityType('T12'))).toHaveLength(5)
    expect(enforcedRoles(activityType('T02'))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { isSignUp } from '../../../station/jielong/is-sign-up.js'
import { parseJielong } from '../../../station/jielong/parse.js'

const verdict = (text: string): string => {
  const list = parseJielong(text)
  if (list === null) throw new Error(`no list: ${text}`)
  return isSignUp(list).verdict
}

describe('sign-ups', () => {
  test.each([
    '#接龙\n5月18日义诊进社区，来凤街，限8人\n例 姓名+科室\n\n1. 张敏 儿科\n2. 陈静 内科\n\n截止5月16日18:00',
    '#接龙\n周五下午座谈会\n\n1. 张敏',
    '#接龙\n法律知识讲座\n\n1. 周宁',
    '#接龙\n健康义诊，周六上午9点\n\n1. 张敏 内科',
    '参加6月3日视察的代表请接龙：\n1、张敏\n2、陈静',
    '走访养老院报名\n1.张敏\n2.陈静',
    '#接龙\n志愿服务报名（限10人）\n\n1. 张敏 正常参加\n2. 陈静 正常参加',
  ])('%j', (text) => {
    expect(verdict(text)).toBe('signUp')
  })
})

describe('lists for other ends', () => {
  test.each([
    '#接龙\n6月26日健康打卡\n\n1. 张敏 正常\n2. 陈静 正常',
    '#接龙\n今日体温上报\n\n1. 张敏 36.5\n2. 陈静 36.7',
    '#接龙\n参加会议人员今日健康状况\n\n1. 张敏 36.5\n2. 陈静 36.6',
    '@健身教练小杰  打卡#接龙\n\n6月26日打卡\n例 打卡第X天\n\n1. Kevin 打卡19天',
    '#接龙🥗轻食 5/8 接力棒\n\n1. We.AB',
    '牛气餐厅\nC：牛肋条\nD：鸡腿\n请大家接龙：\n6. Lq13 E 🐮',
    '#接龙\n中午订餐，每份25元\n\n1. 张敏 A套餐\n2. 陈静 B套餐',
    '#接龙\n请各位代表阅读通知，收到请接龙\n\n1. 张敏\n2. 陈静',
    '#接龙\n会议通知已发\n\n1. 张敏 收到\n2. 陈静 收到',
    '#接龙\n车牌登记\n\n1. 张敏 苏A12345',
    '#接龙\n樱桃团购\n\n1. 张敏 2斤\n2. 陈静 3斤',
    '#接龙\n周年聚餐费用收款\n\n1. 张敏 100元',
  ])('%j', (text) => {
    expect(verdict(text)).toBe('other')
  })
})

describe('what is not plain is neither', () => {
  test.each([
    '#接龙\n\n1. 小禾 7-10，补觉…',
    '#接龙\n大家好\n\n1. 张敏',
    '今天说三点\n1、先看材料\n2、再讨论\n3、散会',
    '会议纪要\n1、听取了汇报\n2、形成了意见',
    '工作安排\n1.周一调研\n2.周二写报告',
  ])('%j', (text) => {
    expect(verdict(text)).toBe('unclear')
  })
})

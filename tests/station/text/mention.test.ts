import { describe, expect, test } from 'vitest'
import { stripMentions } from '../../../station/text/mention.js'

const NAMES = ['助手', '联络站小助手', '小 助手']
const strip = (raw: string) => stripMentions(raw, NAMES, ['报名', '我的活动'])

describe('the assistant is spoken to', () => {
  test.each([
    ['in front, from a phone', '@助手\u2005报名 H12', '报名 H12'],
    ['in front, from a PC', '@助手 报名 H12', '报名 H12'],
    ['in the middle', '报名 @助手\u2005H12', '报名 H12'],
    ['in the middle without a blank before it', '报名@助手\u2005H12', '报名 H12'],
    ['at the end', '报名 H12 @助手', '报名 H12'],
    ['twice', '@助手 报名 H12 @联络站小助手', '报名 H12'],
    ['with a comma', '@助手，报名 H12', '报名 H12'],
    ['with a wide @', '＠助手 报名', '报名'],
    ['by its longer name', '@联络站小助手\u2005我的活动', '我的活动'],
    ['by a name with a blank in it', '@小 助手\u2005报名', '报名'],
    ['without a blank before a command', '@助手报名 H12', '报名 H12'],
    ['alone', '@助手', ''],
    ['the rest as it was written', '@助手\u2005意見：社區\u200b醫院，缺１名', '意見：社區\u200b醫院，缺１名'],
  ])('%s', (_, raw, text) => {
    expect(strip(raw)).toEqual({ text, mentioned: true })
  })
})

describe('it is not', () => {
  test.each([
    '报名 H12',
    '@助手小王 你好',
    '@助手长 报名',
    '@张敏\u2005报名',
    '@所有人 报名',
    '助手 报名',
    '帮 @张敏\u2005报名 H12',
    '',
  ])('%j', (raw) => {
    expect(strip(raw)).toEqual({ text: raw, mentioned: false })
  })
})

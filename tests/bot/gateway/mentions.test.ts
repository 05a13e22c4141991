import { expect, it } from 'vitest'
import { mentionedIds } from '../../../bot/gateway/mentions.js'

const members = [
  { id: 'zm', name: '张敏' },
  { id: 'zmh', name: '张敏华' },
  { id: 'bot', name: '联络站小助手' },
]

it.each([
  ['@张敏\u2005请看', ['zm']],
  ['@张敏 请看', ['zm']],
  ['请看 @张敏', ['zm']],
  ['@张敏华\u2005请看', ['zmh']],
  ['@张敏华\u2005 @张敏\u2005', ['zmh', 'zm']],
  ['@张敏吗', []],
  ['张敏请看', []],
  ['a@b.cn', []],
  ['@联络站小助手\u2005@联络站小助手\u2005', ['bot']],
])('%j means %j', (text, ids) => {
  expect(mentionedIds(text, members)).toEqual(ids)
})

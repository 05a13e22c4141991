import { expect, it } from 'vitest'
import { wrongTermIn } from '../../../station/guards/terminology.js'

it.each([
  '我想交个提案',
  '我要提一份提案',
  '我们准备提一件关于儿科的提案',
  '提交提案',
  '起草提案',
  '怎么交提案？',
  '提案怎么提',
])('“%s” plainly wants to hand one in', (line) => {
  expect(wrongTermIn(line)).toBe('提案')
})

it.each([
  ['委员名单', '委员'],
  ['看本站委员列表', '委员'],
  ['按界别分组', '界别'],
  ['我的界别是什么', '界别'],
])('“%s” asks for a list by the word %s', (line, term) => {
  expect(wrongTermIn(line)).toBe(term)
})

it.each([
  '三号提案',
  '提案',
  '界别',
  '政协提案下周开始征集',
  '我想交个政协提案',
  '政协委员要提交提案',
  '老王想交个提案',
  '昨天看到一份提案写得很好',
  '王委员也来了',
  '卫生健康委员会',
  '不分界别',
  '他们的提案交上去了',
  '我想交个建议',
])('“%s” is everyday talk', (line) => {
  expect(wrongTermIn(line)).toBeNull()
})

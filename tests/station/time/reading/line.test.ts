import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from '../../../../station/time/reading/line.js'

const types = (text: string) => tokenize(text).tokens.map((token) => token.type)

test('the longest word wins, numbers are whole, white space is a gap', () => {
  expect(types('下下周四')).toEqual(['weekday'])
  expect(types('大后天上午9点半')).toEqual(['day', 'part', 'number', 'hour', 'half'])
  expect(tokenize('周六 上午').tokens.map((token) => token.gap)).toEqual([false, true])
})

test('a run of more than eight digits is no number', () => {
  expect(types('12345678')).toEqual(['number'])
  expect(types('13812345678')).toEqual(['other'])
})

test('a title in 《》 is one piece, an unclosed one is not', () => {
  expect(types('《12月5日》')).toEqual(['other'])
  expect(types('《12月')).toEqual(['other', 'number', 'month'])
})

test('after a unit it is 后, elsewhere 后天', () => {
  expect(types('3天后天气')).toEqual(['number', 'unit', 'after', 'unit', 'other'])
  expect(types('后天天气')).toEqual(['day', 'unit', 'other'])
})

test('tokens cover the line in order, without overlap, leaving out only spaces', () => {
  const pieces = fc.constantFrom(
    '今天',
    '周三',
    '12',
    '十五',
    '点',
    ' ',
    '《',
    '》',
    '义诊',
    '-',
    '.',
    '😀',
    '\n',
    '下',
    '下下',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      let at = 0
      for (const { from, to } of tokenize(text).tokens) {
        expect(text.slice(at, from).trim()).toBe('')
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(at).toBeLessThanOrEqual(text.length)
      expect(text.slice(at).trim()).toBe('')
    }),
    { seed: 20_261_123, numRuns: 1000 },
  )
})

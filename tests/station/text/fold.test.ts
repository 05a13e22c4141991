import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldWithMap, MAX_MESSAGE_CHARS, unifySeparators } from '../../../station/text/fold.js'

const SEED = 20261123
const NAUGHTY: readonly string[] = JSON.parse(
  readFileSync(new URL('../../data/robustness/blns.json', import.meta.url), 'utf8'),
)

test.each([
  ['full width', '报名　Ｈ１２，２人！', '报名 H12,2人!'],
  ['Traditional', '報名參加義診，謝謝', '报名参加义诊,谢谢'],
  ['Traditional words of simplified-looking characters', '回覆 H12', '回复 H12'],
  ['the separator after a mention', '@助手\u2005报名', '@助手 报名'],
  ['no-break and wide blanks', '报名\u00a0\u3000 H12', '报名 H12'],
  ['invisible characters', '报\u200b名\ufeff \u2060H12\u200d', '报名 H12'],
  ['direction marks round a number', '\u202d13812345678\u202c', '13812345678'],
  ['circled numbers', '选①和⑳', '选1和20'],
  ['circled numbers side by side', '①②都报', '1 2都报'],
  ['a circled number before a digit', '①2人', '1 2人'],
  ['after one', 'H12①', 'H12 1'],
  ['keycaps', '1️⃣是 1️⃣2️⃣否 🔟', '1是 12否 10'],
  ['fractions and ideographs stay', '½杯 ㊗️好', '½杯 ㊗好'],
  ['radicals from a PDF', '⼈⼤代表', '人大代表'],
  ['mathematical letters', '𝐇𝟏𝟐', 'H12'],
  ['dashes and tildes', '9:00–11:00 〜', '9:00-11:00 ~'],
  ['line ends', ' 甲 \r\n\r\n\t乙\u2028丙\n', '甲\n\n乙\n丙'],
  ['case and emoji stay', 'aB 👍🏻', 'aB 👍🏻'],
  ['、 and 。 stay', '甲、乙。', '甲、乙。'],
  ['half a character', '甲\ud83d', '甲\ud83d'],
])('%s: %j becomes %j', (_, raw, folded) => {
  expect(fold(raw)).toBe(folded)
  expect(foldWithMap(raw).text).toBe(folded)
})

test('simplified words are left alone even where a word list would change them', () => {
  expect(fold('杯子打坏了')).toBe('杯子打坏了')
})

test('nothing is read beyond the limit, and no character is cut in half', () => {
  expect(fold('字'.repeat(3000)).length).toBe(MAX_MESSAGE_CHARS)
  expect(fold(`${'字'.repeat(MAX_MESSAGE_CHARS - 1)}👍`)).toBe('字'.repeat(MAX_MESSAGE_CHARS - 1))
  expect(fold('一二三四五', 3)).toBe('一二三')
})

test('separators between several answers become commas, place for place', () => {
  expect(unifySeparators('H12、H13;H14，H15|H16')).toBe('H12,H13,H14,H15,H16')
})

describe('the way back to the original', () => {
  test('a resident’s own words are cut out exactly as they came', () => {
    const raw = '意見　Y：　「社區\u200b醫院１①缺兒科」  謝謝'
    const folded = foldWithMap(raw)
    const start = folded.text.indexOf('「')
    const end = folded.text.indexOf('」') + 1
    expect(folded.text.slice(start, end)).toBe('「社区医院1 1缺儿科」')
    expect(folded.cut(start, end)).toBe('「社區\u200b醫院１①缺兒科」')
  })

  test('of any text: in order, inside it, every character of the span covered', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...NAUGHTY),
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.string({
            unit: fc.constantFrom(
              '報',
              '报',
              '１',
              '①',
              ' ',
              '\u3000',
              '\n',
              '\r',
              '\u200b',
              '👍',
              '\ud83d',
              'Ａ',
              '🔟',
              '9',
            ),
          }),
        ),
        (raw) => {
          const folded = foldWithMap(raw)
          const { text } = folded
          expect(text).toBe(fold(raw))
          let last = 0
          for (let i = 0; i < text.length; i++) {
            expect(folded.toRaw(i)).toBeGreaterThanOrEqual(last)
            last = folded.toRaw(i)
            expect(raw.startsWith(folded.cut(i, i + 1), last)).toBe(true)
          }
          expect(folded.toRaw(text.length)).toBeLessThanOrEqual(raw.length)
          expect(fold(folded.cut(0, text.length))).toBe(text)
        },
      ),
      { numRuns: 1000, seed: SEED },
    )
  })

  test('folding what is folded changes nothing', () => {
    for (const raw of NAUGHTY) expect(fold(fold(raw)), raw).toBe(fold(raw))
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumeral } from '../../../station/text/numerals.js'

test.each([
  ['12', 12],
  ['007', 7],
  ['零', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['廿三', 23],
  ['卅', 30],
  ['一百零三', 103],
  ['两百零三', 203],
  ['一百一十', 110],
  ['一百五', 150],
  ['一千零五十', 1050],
  ['三千六', 3600],
  ['一万二', 12_000],
  ['一万零二', 10_002],
  ['三万五千', 35_000],
  ['二〇二六', 2026],
  ['一二三', 123],
  ['壹拾贰', 12],
  ['俩', 2],
  ['仨', 3],
])('%s is %d', (text, value) => {
  expect(parseNumeral(text)).toBe(value)
})

test.each(['', '百', '十百', '二二十', '一百零', '一百十', '万', '几', '十几', '1.5', '12个', '九'.repeat(9)])(
  '%j is no number',
  (text) => {
    expect(parseNumeral(text)).toBeNull()
  },
)

const DIGITS = '零一二三四五六七八九'

/** As a person says it, with 零 for a gap and 十 for 一十 at the beginning. */
const spoken = (value: number): string => {
  const parts = (
    [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const
  ).map(([unit, word]) => {
    const digit = Math.floor(value / unit) % 10
    return digit === 0 ? '零' : `${DIGITS[digit]}${word}`
  })
  return parts.join('').replace(/^零+/, '').replace(/零+$/, '').replace(/零+/g, '零').replace(/^一十/, '十')
}

test('every number up to 9,999 as it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(parseNumeral(spoken(value)), spoken(value)).toBe(value)
    }),
    { numRuns: 2000, seed: 20261123 },
  )
})

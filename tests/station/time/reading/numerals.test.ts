import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HAN_DIGITS, hanNumber } from '../../../../station/time/reading/numerals.js'

test.each([
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十一', 31],
  ['廿三', 23],
  ['卅', 30],
  ['两', 2],
  ['一百', 100],
  ['一百零五', 105],
  ['一百二十', 120],
])('%s is %i', (text, value) => expect(hanNumber(text)).toEqual({ value, positional: false }))

test.each([
  ['二零二六', 2026],
  ['零五', 5],
  ['五一', 51],
])('%s is read digit by digit: %i', (text, value) => expect(hanNumber(text)).toEqual({ value, positional: true }))

test.each(['两三', '十十', '十五六', '一百二', '百', '二百零', '一二三四五六七八九'])('%s is no number', (text) => {
  expect(hanNumber(text)).toBeUndefined()
})

test('every number up to 99 written the usual way is read back', () => {
  const digits = '零一二三四五六七八九'
  for (let value = 1; value < 100; value += 1) {
    const [tens, ones] = [Math.floor(value / 10), value % 10]
    const text = `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
    expect(hanNumber(text)?.value, text).toBe(value)
  }
})

test('any run of numeral characters is a number or none, never a mistake', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HAN_DIGITS), { minLength: 1, maxLength: 12 }), (chars) => {
      const number = hanNumber(chars.join(''))
      if (number) expect(Number.isSafeInteger(number.value) && number.value >= 0).toBe(true)
    }),
    { seed: 20_261_123, numRuns: 2000 },
  )
})

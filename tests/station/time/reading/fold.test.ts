import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../../station/time/reading/fold.js'

test.each([
  ['１２月５日　１４：３０', '12月5日 14:30'],
  ['下週三 下午２點半', '下周三 下午2点半'],
  ['後天（禮拜四）', '后天(礼拜四)'],
  ['9:00～11:00', '9:00-11:00'],
  ['二〇二六年', '二零二六年'],
  ['2 P.M.', '2 p.m.'],
  ['@助手\u2005明天', '@助手 明天'],
])('%s', (typed, folded) => expect(fold(typed)).toBe(folded))

test('folding keeps every index where it was, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const folded = fold(text)
      expect(folded.length).toBe(text.length)
      expect(fold(folded)).toBe(folded)
    }),
    { seed: 20_261_123, numRuns: 2000 },
  )
})

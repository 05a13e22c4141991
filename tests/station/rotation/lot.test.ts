import { expect, test } from 'vitest'
import { lot } from '../../../station/rotation/lot.js'

test('over many months every one of seven people draws first about equally often', () => {
  const firsts = new Map<number, number>()
  const draws = 7000
  for (let month = 0; month < draws; month += 1) {
    const lots = [1, 2, 3, 4, 5, 6, 7].map((personId) => ({
      personId,
      lot: lot('秦淮医疗', personId, `period ${month}`),
    }))
    const first = lots.reduce((a, b) => (b.lot < a.lot ? b : a)).personId
    firsts.set(first, (firsts.get(first) ?? 0) + 1)
  }
  // 1000 expected each; the standard deviation is about 29.
  for (const count of firsts.values()) expect(Math.abs(count - draws / 7)).toBeLessThan(130)
  expect(firsts.size).toBe(7)
})

test('the same facts draw the same lot, any other fact another one', () => {
  expect(lot('a', 1, '2026-05')).toBe(lot('a', 1, '2026-05'))
  const others = [lot('b', 1, '2026-05'), lot('a', 2, '2026-05'), lot('a', 1, '2026-06'), lot('a', 11, '026-05')]
  for (const other of others) expect(other).not.toBe(lot('a', 1, '2026-05'))
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentOf } from '../../../station/time/civil.js'
import { momentAtWall, wallSecondsOf } from '../../../station/time/wall-clock.js'

test('the wall clock agrees with the zone’s own rules, summer times of 1986 to 1991 included', () => {
  const seconds = fc.integer({ min: Date.UTC(1985, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
  fc.assert(
    fc.property(seconds, (instant) => {
      const moment = momentOf(instant * 1000)
      const wall = Date.parse(`${moment.toPlainDateTime().toString({ smallestUnit: 'second' })}Z`) / 1000
      expect(wallSecondsOf(moment)).toBe(wall)
      expect(momentAtWall(wall).toPlainDateTime().equals(moment.toPlainDateTime())).toBe(true)
    }),
    { seed: 20_261_123, numRuns: 2000 },
  )
})

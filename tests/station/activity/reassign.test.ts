import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ComingInstance, reassign } from '../../../station/activity/reassign.js'
import { parseMoment } from '../../../station/time/civil.js'

const on = (day: string) => ({ startsAt: parseMoment(`2026-${day} 15:00`) })
const coming = (id: number, day: string, fixed = false): ComingInstance => ({ id, fixed, ...on(day) })

it('a monthly series on another weekday: every instance keeps its number and gets the day of its month', () => {
  const days = [on('07-16'), on('08-20'), on('09-17')]
  expect(reassign([coming(2, '07-09'), coming(3, '08-13'), coming(4, '09-10')], days)).toEqual({
    moved: [
      { id: 2, day: days[0] },
      { id: 3, day: days[1] },
      { id: 4, day: days[2] },
    ],
    added: [],
    dropped: [],
  })
})

it('one that people signed up for stays where it is and stands for its month', () => {
  const days = [on('06-18'), on('07-16')]
  expect(reassign([coming(1, '06-11', true), coming(2, '07-09')], days)).toEqual({
    moved: [{ id: 2, day: days[1] }],
    added: [],
    dropped: [],
  })
})

it('more days than instances are added, more instances than days are dropped', () => {
  const [first, second] = [on('05-21'), on('07-16')]
  expect(reassign([coming(2, '07-09')], [first, second])).toEqual({
    moved: [{ id: 2, day: second }],
    added: [first],
    dropped: [],
  })
  expect(reassign([coming(2, '07-09'), coming(3, '07-23')], [on('07-24')]).dropped).toEqual([2])
})

it('what lies more than a month apart is another occasion', () => {
  const days = [on('12-17')]
  expect(reassign([coming(2, '07-09')], days)).toEqual({ moved: [], added: days, dropped: [2] })
})

it('whatever comes: every movable instance has one fate, every day one instance, and nothing fixed is touched', () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((n) => ({ startsAt: parseMoment('2026-01-05 15:00').add({ days: n }) }))
  const all = fc.array(fc.tuple(day, fc.boolean()), { maxLength: 20 })
  fc.assert(
    fc.property(
      all,
      fc.uniqueArray(day, { selector: ({ startsAt }) => startsAt.toString(), maxLength: 20 }),
      (rows, days) => {
        const instances = rows.map(([{ startsAt }, fixed], id): ComingInstance => ({ id, startsAt, fixed }))
        const { moved, added, dropped } = reassign(instances, days)
        const movable = instances.filter(({ fixed }) => !fixed).map(({ id }) => id)
        expect([...moved.map(({ id }) => id), ...dropped].sort((a, b) => a - b)).toEqual(movable)
        const given = [...moved.map((each) => each.day), ...added]
        expect(new Set(given).size).toBe(given.length)
        expect(given.length).toBeGreaterThanOrEqual(days.length - instances.filter(({ fixed }) => fixed).length)
      },
    ),
    { seed: 20261126 },
  )
})

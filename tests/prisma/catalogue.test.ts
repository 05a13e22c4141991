import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ForeignKey, lateKeys, parentsFirst } from '../../prisma/catalogue.js'

const key = (child: string, parent: string): ForeignKey => ({ constraint: `${child}_${parent}`, child, parent })
const tables = [...'abcdefgh']
const anyKeys = fc.array(
  fc.tuple(fc.constantFrom(...tables), fc.constantFrom(...tables)).map(([child, parent]) => key(child, parent)),
)
/** Children only point to tables earlier in the alphabet, so there is no circle. */
const treeKeys = anyKeys.map((keys) => keys.filter(({ child, parent }) => parent < child))

test('parents come before their children', () => {
  expect(parentsFirst(['Letter', 'Person', 'Station'], [key('Letter', 'Person'), key('Person', 'Station')])).toEqual([
    'Station',
    'Person',
    'Letter',
  ])
})

test('without circles no key points to a later row, whatever the order of the catalogue', () => {
  fc.assert(
    fc.property(treeKeys, fc.shuffledSubarray(tables, { minLength: tables.length }), (keys, shuffled) => {
      expect(lateKeys(parentsFirst(shuffled, keys), keys)).toEqual([])
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('with circles every table still comes once, and the late keys are those that point ahead or to their own table', () => {
  fc.assert(
    fc.property(anyKeys, (keys) => {
      const order = parentsFirst(tables, keys)
      expect([...order].sort()).toEqual(tables)
      const late = new Set(lateKeys(order, keys))
      for (const each of keys) {
        expect(late.has(each)).toBe(order.indexOf(each.parent) >= order.indexOf(each.child))
      }
    }),
    { seed: 2, numRuns: 300 },
  )
})

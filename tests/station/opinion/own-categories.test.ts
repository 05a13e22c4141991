import { expect, it } from 'vitest'
import { CATEGORIES } from '../../../station/opinion/categories.js'
import { categoryNamed, proposeCategory } from '../../../station/opinion/classify.js'
import { categoriesWith } from '../../../station/opinion/own-categories.js'
import { localUnits, resolveUnit } from '../../../station/opinion/units.js'

it('a station adds a class to the fifteen, and it is proposed by its words', () => {
  const all = categoriesWith([{ label: '院前急救', words: ['救护车', '急救站', '担架'] }])
  expect(all).toHaveLength(CATEGORIES.length + 1)
  expect(categoryNamed('院前急救', all)?.id).toBe('own:院前急救')
  expect(proposeCategory('救护车等了一小时，急救站没有担架', [], all)?.label).toBe('own:院前急救')
})

it.each([
  ['来凤街社区', '来凤街社区居委会'],
  ['来凤街居委会', '来凤街社区居委会'],
  ['双塘街道工委', '双塘街道人大工委'],
  ['双塘街道', '双塘街道人大工委'],
])('%s is a body of the station own area: %s', (typed, name) => {
  const units = localUnits([{ name: '双塘街道' }, { name: '来凤街社区', street: '双塘街道' }])
  expect(resolveUnit(typed, units)).toMatchObject({ kind: 'one', unit: { name } })
})

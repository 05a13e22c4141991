import { expect, test } from 'vitest'
import { readChoices } from '../../../station/activity/read-choices.js'

test.each([
  ['1 3', [1, 3]],
  ['1、3', [1, 3]],
  ['3，1', [1, 3]],
  ['１和３', [1, 3]],
  ['选2', [2]],
  ['2 2', [2]],
  ['13', [13]],
  ['都不行', []],
  ['0', []],
  ['好的', undefined],
  ['周三可以', undefined],
  ['1号楼', undefined],
  ['', undefined],
  ['、', undefined],
])('“%s” is %o', (text, choices) => {
  expect(readChoices(text)).toEqual(choices)
})

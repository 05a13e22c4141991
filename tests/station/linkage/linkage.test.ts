import { expect, it } from 'vitest'
import { isAbove, organLevel } from '../../../station/linkage/organ-level.js'
import { platformKind, platformsMeant } from '../../../station/linkage/platform-kind.js'

it.each([
  ['双塘街道代表之家', '家'],
  ['来凤街社区工作室', '室'],
  ['社会建设社区观察点', '观察点'],
  ['基层立法联系点', '联系点'],
  ['区卫生健康委员会', null],
])('%s is a %s', (name, kind) => {
  expect(platformKind(name)).toBe(kind)
})

const PLATFORMS = [
  { name: '双塘街道代表之家', kind: '家' },
  { name: '夫子庙街道代表之家', kind: '家' },
  { name: '社会建设社区观察点', kind: '观察点' },
]

it.each([
  ['观察点', ['社会建设社区观察点']],
  ['代表之家', ['双塘街道代表之家', '夫子庙街道代表之家']],
  ['双塘', ['双塘街道代表之家']],
  ['双塘街道代表之家', ['双塘街道代表之家']],
  ['红花', []],
  ['室', []],
])('%s means %j', (word, names) => {
  expect(platformsMeant(word, PLATFORMS).map(({ name }) => name)).toEqual(names)
})

it.each([
  ['市人大', '区人大', true],
  ['省人大常委会', '市人大', true],
  ['全国人大', '省人大', true],
  ['市人大', '市人大常委会', false],
  ['区人大', '省人大', false],
  ['市人大', '县人大', true],
])('%s above %s: %s', (one, other, above) => {
  expect(isAbove(organLevel(one), organLevel(other))).toBe(above)
})

import { describe, expect, it } from 'vitest'
import { categoryNamed } from '../../../station/opinion/classify.js'
import { readCorrections } from '../../../station/opinion/several-corrections.js'

const wordOf = (word: string) => categoryNamed(word)?.label
const read = (text: string, nos = [12, 13, 14]) => {
  const said = readCorrections(text, nos, wordOf)
  return said?.kind === 'these' ? said.items.map(({ no, word }) => `Y${no} ${word}`).join('，') : said?.kind
}

describe('a short line after several were recorded together (Y12, Y13, Y14)', () => {
  it.each([
    ['2 环境', 'Y13 环境保护'],
    ['2环保', 'Y13 环境保护'],
    ['第2条 环保', 'Y13 环境保护'],
    ['第二条是环保', 'Y13 环境保护'],
    ['第二件应该归教育类', 'Y13 教育文体'],
    ['Y13 教育', 'Y13 教育文体'],
    ['13 教育', 'Y13 教育文体'],
    ['类别 Y13 Y14 教育', 'Y13 教育文体，Y14 教育文体'],
    ['2、3 环境', 'Y13 环境保护，Y14 环境保护'],
    ['2和3 环境', 'Y13 环境保护，Y14 环境保护'],
    ['1 环境，2 教育', 'Y12 环境保护，Y13 教育文体'],
    ['1 环境；第3条 交通', 'Y12 环境保护，Y14 交通运输'],
    ['1 环境、2 教育、3 交通', 'Y12 环境保护，Y13 教育文体，Y14 交通运输'],
    ['都是教育', 'Y12 教育文体，Y13 教育文体，Y14 教育文体'],
    ['全部 交通', 'Y12 交通运输，Y13 交通运输，Y14 交通运输'],
  ])('“%s” means %s', (text, meant) => expect(read(text)).toBe(meant))

  it.each([
    '2 点见',
    '4 环境',
    'Y99 教育',
    '第9条 教育',
    '2号下午开会',
    '都好',
    '环境',
    '2 环境 太差了',
    '好的',
    '教育 2',
    '1 环境，2 不知道',
  ])('“%s” is talk', (text) => expect(read(text)).toBeUndefined())

  it.each(['1', '类别', '第一条', '2、', 'Y1 ', '1 2', '一\r'])(
    'line after line of “%s” is talk, and seen to be at once',
    (unit) => {
      for (const count of [3, 30, 90, 9000]) expect(read(`${unit.repeat(count)}x`)).toBeUndefined()
    },
  )

  it('a bare number that is a place in the list and another record’s number is asked about', () => {
    expect(read('2 教育', [2, 3, 4])).toBe('which')
    expect(read('第2条 教育', [2, 3, 4])).toBe('Y3 教育文体')
    expect(read('Y2 教育', [2, 3, 4])).toBe('Y2 教育文体')
    expect(read('1 教育', [1, 2, 3])).toBe('Y1 教育文体')
    expect(read('4 教育', [2, 3, 4])).toBe('Y4 教育文体')
  })
})

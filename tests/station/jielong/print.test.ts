import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJielong } from '../../../station/jielong/parse.js'
import { printJielong } from '../../../station/jielong/print.js'
import { trimBlanks } from '../../../station/jielong/trim-blanks.js'

const SEED = 20261123

test('a printed list is a list as the client writes it', () => {
  const printed = printJielong({
    title: 'H12 义诊进社区',
    description: ['5月18日 9:00 来凤街，限8人'],
    example: '姓名+科室',
    rows: ['张敏 儿科', '陈静\n内科'],
    tail: ['截止5月16日18:00'],
  })
  expect(printed.split('\n')).toEqual([
    '#接龙',
    'H12 义诊进社区',
    '5月18日 9:00 来凤街，限8人',
    '例 姓名+科室',
    '',
    '1. 张敏 儿科',
    '2. 陈静 内科',
    '',
    '截止5月16日18:00',
  ])
  expect(parseJielong(printed)).toMatchObject({
    tag: 'native',
    title: 'H12 义诊进社区',
    header: 'H12 义诊进社区\n5月18日 9:00 来凤街，限8人',
    example: '姓名+科室',
    tail: '截止5月16日18:00',
  })
})

test('without anybody signed up it is still a list', () => {
  expect(parseJielong(printJielong({ title: '义诊进社区', rows: [] }))).toMatchObject({ title: '义诊进社区', rows: [] })
})

test('nobody is signed up by a line of header or tail that looks like a row', () => {
  const printed = printJielong({
    title: '1. 义诊 #接龙',
    description: ['2. 带代表证', '例 如有变动另行通知'],
    rows: ['张敏', '陈静'],
    tail: ['3. 准时到场', '4、结束后合影'],
  })
  expect(parseJielong(printed)?.rows.map(({ text }) => text)).toEqual(['张敏', '陈静'])
})

const LIKE_A_LIST = [
  '1. 张敏',
  '2、',
  '①',
  '例 姓名',
  '#接龙',
  '请接龙：',
  '截止5月16日',
  '5.18义诊',
  '~~张敏~~',
  '',
  ' ',
  '- - - - - -',
  '「张敏：好」',
]
const line = fc.oneof(
  fc.constantFrom(...LIKE_A_LIST),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('1', '2', '.', '、', '）', ' ', '\n', '例', '接', '龙', '#', '张', '①', '\u3000', '\u200b'),
    maxLength: 12,
  }),
)

test('whatever stands in rows, header and tail, it reads back as the same rows, and printing that changes nothing', () => {
  fc.assert(
    fc.property(
      line,
      fc.array(line, { maxLength: 3 }),
      fc.option(line, { nil: undefined }),
      fc.array(line, { maxLength: 8 }),
      fc.array(line, { maxLength: 3 }),
      (title, description, example, others, tail) => {
        const rows = ['张敏 儿科', ...others]
        const printed = printJielong({ title, description, rows, tail, ...(example === undefined ? {} : { example }) })
        const read = parseJielong(printed)
        const written = rows
          .map((row) => trimBlanks(row.replace(/[\r\n\u2028\u2029]+/g, ' ')))
          .filter((row) => row !== '')
        if (read === null) throw new Error(`not a list: ${printed}`)
        expect(read.rows.map(({ text }) => text)).toEqual(written)
        expect(read.rows.map(({ ordinal }) => ordinal)).toEqual(written.map((_, i) => i + 1))
        const [first = '', ...more] = read.header.split('\n')
        const again = printJielong({
          title: first,
          description: more,
          rows: read.rows.map(({ text }) => text),
          tail: read.tail.split('\n'),
          ...(read.example === null ? {} : { example: read.example }),
        })
        expect(again).toBe(printed)
        expect(parseJielong(again)?.digest).toBe(read.digest)
      },
    ),
    { numRuns: 500, seed: SEED },
  )
})

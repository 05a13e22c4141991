import { describe, expect, test } from 'vitest'
import { fold } from '../../../station/text/fold.js'
import { formatReference, scanReferences } from '../../../station/text/reference.js'

const scan = (raw: string): string[] => scanReferences(fold(raw)).map(formatReference)
const forms = (raw: string): string[] => scanReferences(fold(raw)).map(({ form }) => form)

describe('a number in any wording', () => {
  test.each([
    ['H12', ['H12']],
    ['h 12', ['H12']],
    ['H１２', ['H12']],
    ['Ｈ12', ['H12']],
    ['ｈ　１２', ['H12']],
    ['H012', ['H12']],
    ['H#12', ['H12']],
    ['H-12', ['H12']],
    ['H⑫', ['H12']],
    ['H十二', ['H12']],
    ['H12号活动', ['H12']],
    ['12号活动', ['H12']],
    ['十二号活动', ['H12']],
    ['第12号活动', ['H12']],
    ['活动12', ['H12']],
    ['活動 12', ['H12']],
    ['17号意见', ['Y17']],
    ['3号建议', ['J3']],
    ['议题2', ['K2']],
    ['值班7', ['D7']],
    ['报名H12，带2人', ['H12']],
    ['H12：改期到5月25日', ['H12']],
    ['取消H12！', ['H12']],
    ['Y17 满意', ['Y17']],
    ['T3 材料', ['T3']],
    ['H99999999', ['H99999999']],
  ])('%s', (raw, found) => {
    expect(scan(raw)).toEqual(found)
  })

  test('an item of a consultation', () => {
    expect(scan('L1-9 采纳')).toEqual(['L1-9'])
    expect(scanReferences('L1-9')[0]).toMatchObject({ letter: 'L', no: 1, item: 9 })
    expect(scan('L1 第12条 建议明确')).toEqual(['L1'])
  })
})

describe('several at once', () => {
  test.each([
    ['H12 H14', ['H12', 'H14']],
    ['H12、H13', ['H12', 'H13']],
    ['H12,h13;H14', ['H12', 'H13', 'H14']],
    ['H12和H13都报', ['H12', 'H13']],
    ['H12/H14', ['H12', 'H14']],
    ['H12-H14', ['H12', 'H14']],
    ['H18 关联 J3 J5 J8', ['H18', 'J3', 'J5', 'J8']],
    ['合并 Y19 到 Y17', ['Y19', 'Y17']],
    ['H12、13都报', ['H12', 'H13']],
    ['Y17、18、19 满意', ['Y17', 'Y18', 'Y19']],
    ['H12和3个人', ['H12']],
    ['H12、2人', ['H12']],
  ])('%s', (raw, found) => {
    expect(scan(raw)).toEqual(found)
  })

  test('what was not written out is marked, to be echoed or asked about', () => {
    expect(forms('H12、13都报')).toEqual(['letter', 'implied'])
    expect(forms('12号活动')).toEqual(['noun'])
  })
})

describe('no number', () => {
  test.each([
    '11月12号活动',
    '12月5日活动',
    '活动12号开始',
    '建活动 12月5日',
    '建活动 18:00',
    '活动 3天',
    '意见3条',
    '10号接待',
    'H1N1流感',
    'h 12点',
    'H 3人',
    'H一起去',
    'D301次列车',
    'T2航站楼',
    'D3出口',
    'Y2K',
    'WH12',
    'v1.H12',
    '苏H12345',
    'https://example.com/H12?y=Y17',
    'a@H12.com',
    'H12.5',
    'H12:30',
    'H12-14',
    'H0',
    'H123456789',
    'H',
    '报名',
    '',
  ])('%j', (raw) => {
    expect(scan(raw)).toEqual([])
  })
})

test('spans are places in the folded text', () => {
  const folded = fold('报名 Ｈ12、h 13 和 14 谢谢')
  expect(scanReferences(folded).map(({ span }) => folded.slice(...span))).toEqual(['H12', 'h 13', '14'])
})

import { expect, test } from 'vitest'
import { readCsv } from '../../../bot/press/read-csv.js'
import { BOOKS, bookNamed } from '../../../station/ledger/books.js'
import { historyDay, readHistory } from '../../../station/ledger/history-rows.js'
import { columnsOf, readColumns } from '../../../station/ledger/own-columns.js'

test('thirteen books, numbered in order, no name of two, no column twice', () => {
  expect(BOOKS.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  const names = BOOKS.flatMap(({ names }) => [...names])
  expect(new Set(names).size).toBe(names.length)
  for (const { columns } of BOOKS) {
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length)
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
  }
})

test.each([
  ['接待', 4],
  ['接待登记表', 4],
  ['第4本', 4],
  ['意见台账', 5],
  ['13', 13],
])('%s is book %i', (said, no) => {
  expect(bookNamed(said)?.no).toBe(no)
})

test('given a station with its own form, then its order, titles and hidden columns hold, and a title of its own is read again', () => {
  const book = bookNamed('活动')!
  const own = readColumns(book, ['时间', '主题=活动名称'], undefined)
  expect(own).toEqual({ ok: true, value: [{ key: 'startsAt' }, { key: 'title', title: '活动名称' }] })
  const kept = own.ok ? own.value : []
  expect(columnsOf(book, kept).map(({ title }) => title)).toEqual(['时间', '活动名称'])
  expect(readColumns(book, ['活动名称', '编号'], kept)).toEqual({
    ok: true,
    value: [{ key: 'title', title: '活动名称' }, { key: 'ref' }],
  })
  expect(readColumns(book, ['星座'], undefined)).toEqual({ ok: false, error: { code: 'noColumn', said: '星座' } })
  expect(readColumns(book, ['主题', '主题'], undefined)).toMatchObject({ ok: false, error: { code: 'twice' } })
  expect(columnsOf(book, [{ key: 'gone' }, { key: 'ref' }]).map(({ key }) => key)).toEqual(['ref'])
})

test.each([
  ['2021年6月20日', '2021-06-20'],
  ['2021.6', '2021-06'],
  ['2021/06/20', '2021-06-20'],
  ['2021', '2021'],
  [new Date('2021-06-20T00:00:00Z'), '2021-06-20'],
  ['44317', '2021-05-01'],
  ['12345', null],
  ['去年夏天', null],
])('%s is known as %s', (cell, day) => {
  expect(historyDay(cell)).toBe(day)
})

function tableOf(text: string): string[][] {
  const read = readCsv(text)
  if (!read.ok) throw new Error(read.fault.code)
  return read.value.map(({ cells }) => cells.map((cell) => cell.text))
}

test('given a table with a title line above its head, then rows without a subject are counted and not kept', () => {
  const table = tableOf('活动台账\n活动时间,活动内容,地点\n"2021年7月","义诊, 进社区","一楼\n大厅"\n2021,,别处\n')
  expect(readHistory(table)).toEqual({
    ok: true,
    value: {
      rows: [{ on: '2021-07', title: '义诊, 进社区', place: '一楼 大厅', persons: null }],
      skipped: 1,
      unread: 0,
    },
  })
  expect(readHistory([['甲', '乙']])).toEqual({ ok: false, error: { code: 'noHead' } })
  const plain = tableOf('活动时间,活动内容,地点\r\n2021年7月,"义诊, ""进社区""",一楼\r\n2021,,别处\r\n')
  expect(readHistory(plain)).toEqual({
    ok: true,
    value: { rows: [{ on: '2021-07', title: '义诊, "进社区"', place: '一楼', persons: null }], skipped: 1, unread: 0 },
  })
})

test('figures are read as people write them, and what was not understood is counted', () => {
  const table = tableOf('时间,主题,人次\n44317,义诊,"1,086人次"\n去年,座谈,四十人\n2022.3,讲座,很多\n2022.4,参观,\n')
  expect(readHistory(table)).toMatchObject({
    ok: true,
    value: {
      rows: [
        { on: '2021-05-01', persons: 1086 },
        { on: null, persons: 40 },
        { on: '2022-03', persons: null },
        { on: '2022-04', persons: null },
      ],
      unread: 2,
    },
  })
})

import { type Book, name, plain, text } from '../book.js'

export const rotation = {
  no: 8,
  key: 'rotation',
  title: '轮值与交接记录',
  names: ['轮值与交接记录', '轮值交接', '轮值', '交接'],
  span: 'dated',
  columns: [
    plain('period', '轮值期', 12),
    name('convenor', '轮值召集人', 12),
    plain('startsOn', '起', 12),
    plain('endsOn', '止', 12),
    plain('basis', '产生方式', 12),
    name('from', '交出人', 10),
    plain('givenOn', '已交时间', 18),
    name('to', '接手人', 10),
    plain('takenOn', '已接时间', 18),
    text('note', '备注', 20),
  ],
} as const satisfies Book

import { type Book, name, plain, text } from '../book.js'

export const corrections = {
  no: 13,
  key: 'corrections',
  title: '更正记录',
  names: ['更正记录', '更正'],
  span: 'dated',
  columns: [
    plain('at', '更正时间', 18),
    plain('ref', '编号', 14),
    plain('book', '台账', 16),
    plain('column', '栏目', 14),
    text('before', '原记', 30),
    text('after', '更正为', 30),
    text('reason', '事由', 30),
    name('by', '更正人', 10),
    plain('sealed', '所属月份', 12),
  ],
} as const satisfies Book

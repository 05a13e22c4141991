import { type Book, count, name, plain, text } from '../book.js'

export const standards = {
  no: 12,
  key: 'standards',
  title: '六有核验',
  names: ['六有核验', '六有', '八有', '达标'],
  span: 'standing',
  columns: [
    count('no', '序号', 6),
    text('item', '项目', 30),
    plain('met', '是否达到', 10),
    text('evidence', '佐证', 30),
    count('photos', '照片', 8),
    plain('checkedOn', '核验日期', 12),
    name('by', '核验人', 12),
  ],
} as const satisfies Book

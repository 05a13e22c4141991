import { type Book, plain, text } from '../book.js'

export const rules = {
  no: 11,
  key: 'rules',
  title: '制度与文件',
  names: ['制度与文件', '制度', '文件'],
  span: 'standing',
  columns: [
    plain('kind', '种类', 12),
    text('title', '名称', 40),
    plain('version', '版本', 8),
    plain('effectiveOn', '施行日期', 12),
    text('issuer', '制定单位', 24),
    plain('clauses', '条款数', 10),
    plain('state', '状态', 10),
  ],
} as const satisfies Book

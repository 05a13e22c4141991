import { type Book, count, name, plain, text } from '../book.js'

export const roster = {
  no: 1,
  key: 'roster',
  title: '代表名册',
  names: ['代表名册', '名册', '代表'],
  span: 'standing',
  columns: [
    count('no', '序号', 6),
    name('name', '姓名', 10),
    plain('level', '层级', 8),
    plain('delegation', '代表团', 16),
    plain('term', '届次', 12),
    plain('professions', '专业', 20),
    text('employer', '工作单位', 28),
    plain('kind', '身份', 10),
    plain('role', '职务', 14),
    plain('since', '进站日期', 12),
    plain('until', '期满日期', 12),
    plain('state', '状态', 10),
  ],
} as const satisfies Book

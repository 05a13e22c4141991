import { type Book, count, name, plain, text } from '../book.js'

export const decisions = {
  no: 9,
  key: 'decisions',
  title: '联席会议定事项',
  names: ['联席会议定事项', '联席会议', '联席会', '议定事项', '定办事项'],
  span: 'dated',
  columns: [
    plain('ref', '会议', 8),
    plain('heldAt', '时间', 18),
    text('place', '地点', 20),
    text('attended', '参会单位', 30),
    name('deputies', '参会代表', 24),
    count('no', '事项', 6),
    text('task', '议定内容', 40),
    text('owner', '责任方', 18),
    plain('dueOn', '时限', 12),
    plain('state', '状态', 12),
    text('progress', '最近进展', 30),
  ],
} as const satisfies Book

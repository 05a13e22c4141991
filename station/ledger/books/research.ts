import { type Book, name, plain, text } from '../book.js'

export const research = {
  no: 7,
  key: 'research',
  title: '调研成果',
  names: ['调研成果', '成果', '调研'],
  span: 'dated',
  columns: [
    plain('ref', '编号', 8),
    plain('year', '年度', 8),
    text('title', '题目', 40),
    text('author', '署名', 20),
    name('lead', '领衔', 10),
    name('members', '参加代表', 24),
    plain('state', '状态', 10),
    text('sentTo', '报送单位', 20),
    text('usedFor', '采纳转化', 28),
    name('notes', '批示', 30),
    plain('activities', '相关活动', 14),
    plain('startedOn', '立项日', 12),
  ],
} as const satisfies Book

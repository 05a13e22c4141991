import { type Book, count, plain, text } from '../book.js'

export const plan = {
  no: 2,
  key: 'plan',
  title: '年度计划表',
  names: ['年度计划表', '年度计划', '计划'],
  span: 'standing',
  columns: [
    count('no', '项号', 6),
    plain('year', '年度', 8),
    plain('period', '时间', 12),
    text('title', '内容', 32),
    count('target', '计划次数', 10),
    count('done', '已办次数', 10),
    plain('activities', '对应活动', 16),
    plain('state', '状态', 10),
    text('reason', '撤下或调整原因', 28),
  ],
} as const satisfies Book

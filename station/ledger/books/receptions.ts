import { type Book, count, name, plain, text } from '../book.js'

export const receptions = {
  no: 4,
  key: 'receptions',
  title: '接待登记表',
  names: ['接待登记表', '接待'],
  span: 'dated',
  columns: [
    plain('ref', '编号', 8),
    plain('startsAt', '时间', 18),
    text('place', '地点', 24),
    text('theme', '主题', 20),
    name('deputies', '接待代表', 20),
    name('present', '到站代表', 20),
    count('visitors', '来访人数', 10),
    plain('opinion', '意见编号', 10),
    text('words', '反映内容（已隐去个人信息）', 40),
    text('advice', '处理意见', 20),
    text('unit', '去向', 20),
    text('result', '结果', 30),
    plain('toldOn', '反馈时间', 12),
    plain('state', '状态', 12),
  ],
} as const satisfies Book

import { type Book, count, name, plain, text } from '../book.js'

export const dutyFile = {
  no: 10,
  key: 'dutyFile',
  title: '代表履职档案',
  names: ['代表履职档案', '履职档案', '履职'],
  span: 'dated',
  columns: [
    name('name', '姓名', 10),
    plain('level', '层级', 8),
    text('basic', '基本情况', 30),
    count('meetings', '会议', 8),
    count('inspections', '视察调研', 10),
    count('studies', '学习培训', 10),
    count('groupActivities', '代表小组活动', 14),
    count('receptions', '进站接待', 10),
    count('contacts', '联系群众', 10),
    count('opinions', '意见', 8),
    count('suggestions', '建议', 8),
    count('reports', '述职与受监督', 14),
    count('honours', '表彰奖励', 10),
    plain('refs', '记录编号', 46),
  ],
} as const satisfies Book

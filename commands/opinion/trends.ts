import { hotTopics, TOPIC_WINDOW_DAYS } from '../../station/opinion/topics.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { command } from '../command.js'
import { copy } from './copy.js'

export const hotCommand = command({
  name: '最近群众关心什么',
  aliases: ['群众关心什么', '热点', '群众最近关心什么'],
  summary: '近30天群众反映最多的事',
  who: MEMBERS,
  changes: false,
  examples: ['最近群众关心什么'],
  async run({ db, station, say, now }) {
    const rows = await db.opinion.findMany({
      where: {
        stationId: station.id,
        state: { notIn: ['撤回', '误记', '合并'] },
        recordedAt: { gte: dateOf(now.subtract({ days: TOPIC_WINDOW_DAYS })) },
      },
    })
    const sources = rows.map(({ no, text, category, recordedAt, reporterId, supporterIds }) => ({
      no,
      text,
      category,
      recordedOn: momentOf(recordedAt).toPlainDate(),
      people: [reporterId, ...supporterIds],
    }))
    await say(copy.hot(hotTopics(sources, now)))
  },
})

export const moveCountCommand = command({
  name: '移交统计',
  summary: '看本季度与家、室的移交',
  who: LEADING,
  changes: false,
  examples: ['移交统计'],
  async run({ db, station, say, now }) {
    const quarter = Math.ceil(now.month / 3)
    const from = now.startOfDay().with({ month: quarter * 3 - 2, day: 1 })
    const within = { gte: dateOf(from), lt: dateOf(from.add({ months: 3 })) }
    const here = { stationId: station.id, recordedAt: within, state: { notIn: ['撤回', '误记'] } }
    const home = await db.opinion.count({ where: { ...here, unitKind: '家' } })
    const studio = await db.opinion.count({ where: { ...here, unitKind: '室' } })
    const received = await db.opinion.count({ where: { ...here, source: { not: null } } })
    const platforms = await db.linkedPlatform.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
    await say(copy.moveCount(`${now.year}年${quarter}季度`, home, studio, received, platforms))
  },
})

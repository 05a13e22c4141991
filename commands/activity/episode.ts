import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, optional, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { announceNew, PLAIN } from './make.js'
import { beginning } from './moment-of.js'
import { timeFault } from './time-fault.js'

/** 系列 法律讲座 第4讲: numbered by whoever gives the lectures, with dates of their own. */
export const episodeCommand = command({
  name: '系列',
  summary: '建系列讲座的一讲',
  args: {
    episode: count('第几讲', '第4讲', /第\s*(\d{1,3})\s*[讲期场次课]/),
    time: when('时间'),
    title: word('系列名称', '法律讲座'),
    topic: optional(text('题目', '民法典与物业')),
  },
  who: LEADING,
  changes: true,
  examples: ['系列 法律讲座 第4讲 12月1日'],
  async run(context, { episode, time, title, topic }) {
    const begins = beginning(time)
    if (!begins) return context.say(copy.unclearTime(context.message.raw, time))
    const fault = timeFault(begins, context)
    if (fault) return context.say(fault)
    const { db, station, change, now } = context
    const known = await db.series.findFirst({ where: { stationId: station.id, title } })
    const row =
      known ??
      (await change.create('Series', { stationId: station.id, title, firstEpisode: episode, createdAt: dateOf(now) }))
    const twin = await db.activity.findFirst({ where: { seriesId: row.id, episode, state: { not: 'cancelled' } } })
    if (twin) return context.say(copy.episodeTaken(twin, episode))
    const name = topic ? `${title}第${episode}讲 ${topic}` : `${title}第${episode}讲`
    const activity = await announceNew(context, { ...PLAIN, title: name }, begins)
    await change.update('Activity', activity.id, { seriesId: row.id, episode })
    await context.say(copy.episode(activity, title, episode))
  },
})

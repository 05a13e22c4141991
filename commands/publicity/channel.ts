import { channelOf, countedChannels } from '../../station/publicity/channels.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf, optional, reference } from '../arguments.js'
import { command } from '../command.js'
import { words } from '../keyed.js'
import { copy } from './copy.js'

const LINK = /^https?:\/\/[\x21-\x7e]{4,500}$/u

/** 宣传 渠道 H12 公众号 社区栏: each with the link behind it, or its link to be added. */
export const channelCommand = command({
  name: '宣传',
  summary: '登记活动在哪里宣传过',
  args: {
    what: oneOf('渠道', { 渠道: true }),
    activity: optional(reference('H', '活动编号')),
    channels: words('渠道', '公众号 社区栏'),
  },
  who: LEADING,
  changes: true,
  examples: ['宣传 渠道 H12 公众号 社区栏'],
  async run(context, { activity, channels: said }) {
    const { db, station, change, speaker, now } = context
    if (activity !== undefined) {
      const known = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no: activity } } })
      if (!known) return context.say(copy.unknownActivity(activity))
    }
    const noted: { channel: string; link: string | null }[] = []
    for (const word of said) {
      const channel = LINK.test(word) ? null : channelOf(word)
      if (channel !== null) noted.push({ channel, link: null })
      else if (noted.length > 0) noted.at(-1)!.link = word
    }
    if (noted.length === 0) return
    for (const note of noted)
      await change.create('PublicityNote', {
        ...note,
        stationId: station.id,
        activityNo: activity ?? null,
        byName: speaker.name,
        at: dateOf(now),
      })
    const missing = noted.filter(({ link }) => link === null).length
    await context.say(copy.channels(activity ?? null, noted.length, missing))
  },
})

export const linkCommand = command({
  name: '宣传',
  summary: '补一条宣传的链接',
  args: {
    what: oneOf('链接', { 链接: true }),
    activity: optional(reference('H', '活动编号')),
    said: words('渠道和链接', '公众号 https://…'),
  },
  who: LEADING,
  changes: true,
  examples: ['宣传 链接 公众号 https://mp.weixin.qq.com/s/abc'],
  async run(context, { activity, said }) {
    const { db, station, change } = context
    const link = said.find((word) => LINK.test(word))
    const named = said.find((word) => !LINK.test(word))
    const channel = named === undefined ? null : channelOf(named)
    if (link === undefined || channel === null) return
    const row = await db.publicityNote.findFirst({
      where: {
        stationId: station.id,
        channel,
        link: null,
        state: 'kept',
        ...(activity !== undefined && { activityNo: activity }),
      },
      orderBy: { id: 'desc' },
    })
    if (!row) return context.say(copy.noSuchChannel(channel))
    await change.update('PublicityNote', row.id, { link })
    await context.say(copy.linked(channel))
  },
})

export const publicityStatisticsCommand = command({
  name: '宣传',
  summary: '看今年宣传次数',
  args: { what: oneOf('统计', { 统计: true }) },
  who: MEMBERS,
  changes: false,
  examples: ['宣传 统计'],
  async run(context) {
    const { db, station, now } = context
    const year = dateOf(now.with({ month: 1, day: 1 }).startOfDay())
    const rows = await db.publicityNote.findMany({
      where: { stationId: station.id, state: 'kept', at: { gte: year } },
      orderBy: { id: 'asc' },
    })
    const counted = countedChannels(rows.map(({ channel }) => channel))
    await context.say(copy.statistics(now.year, counted, rows.filter(({ link }) => link === null).length))
  },
})

import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { count, oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'

const DEFAULT_DAYS = 30
export const DISCUSSION_JOB = 'discussion'

/** 讨论小结 开 30天: said aloud in the group, so that everybody knows. */
export const switchCommand = command({
  name: '讨论小结',
  summary: '开或关本群的讨论小结',
  args: {
    on: oneOf('开关', { 开: true, 关: false }),
    days: optional(count('保存天数', '30天', /(\d{1,4})\s*天/)),
  },
  who: LEADING,
  where: ['group'],
  changes: true,
  examples: ['讨论小结 开', '讨论小结 开 15天', '讨论小结 关'],
  async run(context, { on, days = DEFAULT_DAYS }) {
    const { db, change, station, speaker, now } = context
    const roomId = context.roomId!
    if (days < 1 || days > 365) return context.say(copy.daysInvalid)
    const known = await db.discussionSwitch.findUnique({ where: { chatRoomId: roomId } })
    const set = { on, retentionDays: days, changedAt: dateOf(now), byName: speaker.name }
    if (known) await change.update('DiscussionSwitch', known.id, set)
    else await change.create('DiscussionSwitch', { ...set, stationId: station.id, chatRoomId: roomId })
    if (on) return context.say(copy.on(days))
    const { count: deleted } = await db.discussionLine.deleteMany({ where: { chatRoomId: roomId } })
    await context.say(copy.off(deleted))
  },
})

/** 讨论小结 今天: asked for in the group it is about, answered there. */
export const discussionCommand = command({
  name: '讨论小结',
  aliases: ['讨论纪要'],
  summary: '整理本群今天的讨论',
  args: { days: optional(oneOf('时段', { 今天: 1, 昨天: 2, 本周: 7 })) },
  who: MEMBERS,
  where: ['group'],
  changes: true,
  examples: ['讨论小结 今天'],
  async run(context, { days = 1 }) {
    const { db, station, message, now, roomId } = context
    const kept = await db.discussionSwitch.findUnique({ where: { chatRoomId: roomId! } })
    if (!kept?.on) return context.say(copy.isOff)
    await db.jobRun.create({
      data: {
        job: DISCUSSION_JOB,
        slot: `asked:${message.seq}`,
        stationId: station.id,
        dueAt: dateOf(now),
        outcome: 'requested',
        payload: { roomId, days },
      },
    })
  },
})

import { DISCUSSION_JOB } from '../commands/discussion/switch.js'
import { discussionText, discussionWorking } from '../commands/summary/discussion-copy.js'
import { discussionOf } from '../station/extract/discussion.js'
import { dateOf, type Moment, momentOf } from '../station/time/civil.js'
import { daily, type Job, preparedJob } from './job.js'

/** 昨天 ends where today begins; the others reach to now. */
const stretch = (days: number, now: Moment): { from: Moment; until: Moment } => {
  const today = now.startOfDay()
  if (days === 7) return { from: today.subtract({ days: today.dayOfWeek - 1 }), until: now }
  return days === 2 ? { from: today.subtract({ days: 1 }), until: today } : { from: today, until: now }
}

/** What a group talked about, in its own words: read outside the transaction, stored before it is posted. */
export const discussion = preparedJob({
  name: DISCUSSION_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ db, station, slot, now }) {
    const { roomId, days } = slot.payload as { roomId: string; days: number }
    const { from, until } = stretch(days, now)
    const lines = await db.discussionLine.findMany({
      where: { chatRoomId: roomId, at: { gte: dateOf(from), lt: dateOf(until) } },
      orderBy: { seq: 'asc' },
    })
    const members = await db.person.findMany({ where: { memberships: { some: { stationId: station.id } } } })
    const said = lines.map(({ seq, speaker, at, text }) => ({ id: String(seq), speaker, at: momentOf(at), text }))
    const text = discussionText(
      discussionOf(
        said,
        members.map(({ name }) => name),
      ),
    )
    return { text, roomId, from, until }
  },
  async run(context, _slot, { text, roomId, from, until }) {
    const { change, station, now } = context
    await change.create('Summary', {
      stationId: station.id,
      kind: 'discussion',
      about: roomId,
      fromAt: dateOf(from),
      untilAt: dateOf(until),
      statements: [],
      figures: {},
      text,
      author: 'offline',
      released: ['群内'],
      createdAt: dateOf(now),
    })
    await context.tellRoom(roomId, text, { urgent: true })
  },
  slow: (context, { payload }) => context.tellRoom(payload?.roomId as string, discussionWorking, { urgent: true }),
})

/** Every night: what is older than its group allows, and what belongs to a group that no longer allows it, is deleted. */
export const discussionPurge: Job = {
  name: 'discussion-purge',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('03:30', station, after, upTo),
  idle: async ({ db, station: { id } }) => (await db.discussionSwitch.findFirst({ where: { stationId: id } })) === null,
  async run({ db, station, now }) {
    const switches = await db.discussionSwitch.findMany({ where: { stationId: station.id } })
    for (const { chatRoomId, on, retentionDays } of switches)
      await db.discussionLine.deleteMany({
        where: { chatRoomId, ...(on && { at: { lt: dateOf(now.subtract({ days: retentionDays })) } }) },
      })
  },
}

import { isUnrecorded, pausedTopicIn } from '../../station/guards/unrecorded.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { Argument } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { copy } from './copy.js'

type Scope = { kind: 'group' } | { kind: 'topic'; topic: string }

/** 本群, or 话题 医保支付. */
function scope(): Argument<Scope> {
  return {
    label: '本群或话题',
    example: '话题 医保支付',
    take(line) {
      const match = /(?<=^|\s)(?:(本群|这个群)|(?:话题|议题)\s*[:：]?\s*(\S{2,20}))(?=\s|$)/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: match[1] ? { kind: 'group' } : { kind: 'topic', topic: match[2]! } }
    },
  }
}

const inForce = ({ station }: StationContext) => ({ stationId: station.id, liftedAt: null, struck: false })

/**
 * Why words said here may not be recorded: the message says so, the group or the topic is paused. Null: they may. Every
 * command that keeps what people say is asked this before it runs (Command.records).
 */
export async function unrecordedWhy(context: CommandContext): Promise<string | null> {
  const { db, roomId, message } = context
  const said = `${message.quoted ?? ''}\n${message.raw}`
  if (isUnrecorded(message.raw) || (message.quoted !== null && isUnrecorded(message.quoted)))
    return copy.unrecorded.message
  const pauses = await db.recordingPause.findMany({ where: inForce(context), orderBy: { id: 'asc' } })
  if (roomId !== null && pauses.some((pause) => pause.roomId === roomId)) return copy.unrecorded.group
  const topic = pausedTopicIn(
    said,
    pauses.flatMap((pause) => (pause.topic === null ? [] : [pause.topic])),
  )
  return topic === null ? null : copy.unrecorded.topic(topic)
}

const nameOf = (said: Scope): string => (said.kind === 'group' ? copy.thisGroup : copy.topic(said.topic))

async function found(context: CommandContext, said: Scope) {
  const where = said.kind === 'group' ? { roomId: context.roomId } : { topic: said.topic }
  return context.db.recordingPause.findFirst({ where: { ...inForce(context), ...where } })
}

export const pauseCommand = command({
  name: '不记录',
  summary: '一个群或一个话题不再记录',
  args: { scope: scope() },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['不记录 本群', '不记录 话题 医保支付'],
  async run(context, { scope: said }) {
    const { change, station, speaker, now, roomId, say } = context
    if (said.kind === 'group' && roomId === null) return say(copy.groupWanted)
    if (await found(context, said)) return say(copy.pausedAlready(nameOf(said)))
    await change.create('RecordingPause', {
      stationId: station.id,
      roomId: said.kind === 'group' ? roomId : null,
      topic: said.kind === 'topic' ? said.topic : null,
      byName: speaker.name,
      since: dateOf(now),
    })
    await say(copy.paused(nameOf(said)))
  },
})

export const resumeCommand = command({
  name: '恢复记录',
  summary: '群或话题恢复记录',
  args: { scope: scope() },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['恢复记录 本群', '恢复记录 话题 医保支付'],
  async run(context, { scope: said }) {
    if (said.kind === 'group' && context.roomId === null) return context.say(copy.groupWanted)
    const pause = await found(context, said)
    if (!pause) return context.say(copy.notPaused(nameOf(said)))
    await context.change.update('RecordingPause', pause.id, { liftedAt: dateOf(context.now) })
    await context.say(copy.lifted(nameOf(said)))
  },
})

export const pausesCommand = command({
  name: '哪些不记录',
  aliases: ['不记录清单'],
  summary: '看哪些群和话题不记录',
  who: MEMBERS,
  changes: false,
  examples: ['哪些不记录'],
  async run(context) {
    const pauses = await context.db.recordingPause.findMany({ where: inForce(context), orderBy: { id: 'asc' } })
    const rooms = await context.db.room.findMany({ where: { stationId: context.station.id } })
    const topicOf = new Map(rooms.map(({ chatRoomId, topic }) => [chatRoomId, topic]))
    await context.say(
      copy.list(
        pauses.map(({ roomId, topic, byName, since }) => ({
          what: topic === null ? (topicOf.get(roomId ?? '') ?? copy.thisGroup) : copy.topic(topic),
          byName,
          since: momentOf(since),
        })),
      ),
    )
  },
})

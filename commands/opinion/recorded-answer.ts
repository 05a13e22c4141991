import { CHANNELS, STAGES } from '../../station/opinion/channels.js'
import { categoryNamed } from '../../station/opinion/classify.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { amend } from './amend.js'
import { copy } from './copy.js'
import { setCategory, setTag, setUrgent } from './mark.js'
import { keepHere, proposeMove } from './move.js'
import { second } from './second.js'
import { theOpinion } from './step.js'

type Reply =
  | { kind: 'right' | 'keep' | 'move' | 'merge' | 'second' | 'urgent' | 'calm' }
  | { kind: 'amend' | 'category' | 'stage' | 'channel'; words: string }

/** The one-word corrections of an opinion that has just been recorded. */
export const recordedAnswer: AnswerHandler = {
  accepts(folded, payload): Reply | undefined {
    const text = folded.trim()
    if (/^对(?:的|了)?$/.test(text)) return payload.place ? { kind: 'right' } : undefined
    if (text === '留站') return { kind: 'keep' }
    if (text === '移交') return { kind: 'move' }
    const hasTwins = (payload.twins as number[]).length > 0
    if (text === '合并') return hasTwins ? { kind: 'merge' } : undefined
    if (text === '附议') return hasTwins ? { kind: 'second' } : undefined
    const amended = /^改[\s:：]+(?![hyj]\s?\d)(.+)$/is.exec(text)
    if (amended) return { kind: 'amend', words: amended[1]! }
    if (text === '急' || text === '不急') return { kind: text === '急' ? 'urgent' : 'calm' }
    if (STAGES.some(({ label }) => label === text) || text === '监督') return { kind: 'stage', words: text }
    if (CHANNELS.some(({ label }) => label === text)) return { kind: 'channel', words: text }
    const own = (payload.own as string[] | undefined) ?? []
    return categoryNamed(text) || own.includes(text) ? { kind: 'category', words: text } : undefined
  },
  async run(context: CommandContext, payload, value) {
    const reply = value as Reply
    const row = await theOpinion(context, payload.no as number)
    if (!row) return
    const [twin] = payload.twins as number[]
    switch (reply.kind) {
      case 'right':
        await context.say(copy.placeRight(row))
        break
      case 'keep':
        await keepHere(context, row)
        break
      case 'move':
        await proposeMove(context, row)
        break
      case 'merge':
        await (LEADING.some((role) => context.speaker.roles.has(role))
          ? context.runLine(`合并 Y${row.no} 到 Y${twin}`)
          : context.say(copy.mergeByStaff(row.no, twin!)))
        break
      case 'second':
        await second(context, twin!)
        break
      case 'amend':
        await amend(context, row, context.message.raw.replace(/^\s*改[\s:：]*/, ''))
        break
      case 'urgent':
      case 'calm':
        await setUrgent(context, row, reply.kind === 'urgent')
        break
      case 'stage':
      case 'channel':
        await setTag(context, row, reply.kind, reply.words)
        break
      case 'category':
        await setCategory(context, row, reply.words)
    }
    await reopen(context, payload, reply.kind)
  },
}

/** The other things that may be said about it stay answerable. */
async function reopen({ db, speaker, roomId, station, now }: CommandContext, payload: object, done: string) {
  await db.question.create({
    data: {
      personId: speaker.personId,
      roomId,
      kind: 'recorded',
      stationId: station.id,
      payload: { ...payload, ...(done === 'right' && { place: false }) },
      askedAt: dateOf(now),
      expiresAt: dateOf(now.add({ minutes: 10 })),
    },
  })
}

import type { Opinion } from '../../prisma/generated/client.js'
import { CHANNELS, STAGES } from '../../station/opinion/channels.js'
import { categoryNamed } from '../../station/opinion/classify.js'
import { type Corrections, readCorrections } from '../../station/opinion/several-corrections.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { amend } from './amend.js'
import { copy } from './copy.js'
import { setCategory, setTag, setUrgent } from './mark.js'
import { keepHere, proposeMove } from './move.js'
import { second } from './second.js'
import { theOpinion } from './step.js'

type Sorting = { kind: 'urgent' | 'calm' } | { kind: 'category' | 'stage' | 'channel'; words: string }
type Reply = Sorting | { kind: 'right' | 'keep' | 'move' | 'merge' | 'second' } | { kind: 'amend'; words: string }

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
    return sortingWord(text, payload)
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
      default:
        await sortAs(context, row, reply)
    }
    await reopen(context, 'recorded', { ...payload, ...(reply.kind === 'right' && { place: false }) })
  },
}

/** The same for several recorded together: each by its place in the list or by its number. */
export const recordedSeveralAnswer: AnswerHandler = {
  accepts: (folded, payload) => readCorrections(folded, payload.nos as number[], (word) => sortingWord(word, payload)),
  async run(context: CommandContext, payload, value) {
    const read = value as Corrections<Sorting>
    if (read.kind === 'which') await context.say(copy.whichOfSeveral(read))
    else
      for (const { no, word } of read.items) {
        const row = await theOpinion(context, no)
        if (row) await sortAs(context, row, word)
      }
    await reopen(context, 'recorded-several', payload)
  },
}

function sortingWord(text: string, payload: Record<string, unknown>): Sorting | undefined {
  if (text === '急' || text === '不急') return { kind: text === '急' ? 'urgent' : 'calm' }
  if (STAGES.some(({ label }) => label === text) || text === '监督') return { kind: 'stage', words: text }
  if (CHANNELS.some(({ label }) => label === text)) return { kind: 'channel', words: text }
  const own = (payload.own as string[] | undefined) ?? []
  return categoryNamed(text) || own.includes(text) ? { kind: 'category', words: text } : undefined
}

async function sortAs(context: CommandContext, row: Opinion, said: Sorting): Promise<void> {
  switch (said.kind) {
    case 'urgent':
    case 'calm':
      return setUrgent(context, row, said.kind === 'urgent')
    case 'stage':
    case 'channel':
      return setTag(context, row, said.kind, said.words)
    case 'category':
      return setCategory(context, row, said.words)
  }
}

/** The other things that may be said about it stay answerable. */
async function reopen({ db, speaker, roomId, station, now }: CommandContext, kind: string, payload: object) {
  await db.question.create({
    data: {
      personId: speaker.personId,
      roomId,
      kind,
      stationId: station.id,
      payload,
      askedAt: dateOf(now),
      expiresAt: dateOf(now.add({ minutes: 10 })),
    },
  })
}

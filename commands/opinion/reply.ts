import type { Opinion } from '../../prisma/generated/client.js'
import { isRequired, owes } from '../../station/handling/parts.js'
import type { Satisfaction } from '../../station/opinion/opinion-event.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { answerForPart, keepAnswer, type PartAnswer, silentAssistants } from '../handling/answer.js'
import { handlingCopy } from '../handling/copy.js'
import { owingText } from '../handling/parts.js'
import { accountOf } from '../station-context.js'
import { about, saying } from './arguments.js'
import { copy } from './copy.js'
import { masked } from './masked.js'
import { type ReplyParts, readReplyParts } from './reply-parts.js'
import { clockStep, quietStep, step, theOpinion } from './step.js'
import { leadingUnit } from './units.js'

export const replyCommand = command({
  name: '答复',
  aliases: ['再答复', '重新答复'],
  summary: '记承办单位的答复',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '单位和答复内容', '卫健委 已协调增加儿科门诊')) },
  who: MEMBERS,
  changes: true,
  examples: ['答复 Y17 卫健委 已协调增加儿科门诊', '答复 Y17 6月2日 已协调'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const named = await leadingUnit(context, words)
    const read = readReplyParts(named?.rest ?? words, context.now)
    const parts = { ...read, text: await masked(context, read.text) }
    const about = { no: row.no, again: AGAIN[row.state] ?? null }
    const answered = await answerForPart(context, 'Y', about, named?.found.name ?? null, parts)
    if (answered === null) return
    if (answered && !answered.complete) return partAnswered(context, row, answered, parts)
    const { by, ...reply } = answered ? answered.whole : { ...parts, by: named?.found.name ?? row.unit ?? '' }
    const { text } = reply
    const taken = await step(context, row, { kind: 'reply', ...reply, by }, `${by}：${text}`, {
      answer: text,
      // Nobody has said yet what they think of this answer.
      satisfaction: null,
    })
    if (!taken) return
    if (answered) await keepAnswer(context, answered.part, parts)
    await tellAnswered(context, taken.row, by, reply)
    const silent = answered ? silentAssistants(answered.parts) : []
    if (silent.length > 0) await context.say(`Y${row.no} ${handlingCopy.assistMissing(silent)}`)
  },
})

const AGAIN: Readonly<Record<string, 'everybody' | 'whoever'>> = { 重办: 'everybody', 跟踪中: 'whoever' }

/** One of several answered: 会办 for the leading unit, the others for the deputy, who waits for the rest. */
async function partAnswered(context: CommandContext, row: Opinion, { part, parts }: PartAnswer, reply: ReplyParts) {
  const ref = `Y${row.no}`
  const { text, on } = reply
  const event = { kind: 'partReply', text, by: part.unit, on } as const
  const ready = row.state === '办理中' ? null : await quietStep(context, row, { kind: 'acknowledge' }, part.unit)
  const called = part.role === 'assist' ? '会办意见' : undefined
  const taken = await step(context, ready?.row ?? row, event, `${part.unit}：${text}`, {}, called)
  if (!taken) return
  await keepAnswer(context, part, reply)
  if (part.role === 'assist') return context.say(handlingCopy.assisted(ref, part.unit, row.unit ?? '单位'))
  const owing = owingText(parts) ?? ''
  const required = parts.filter(isRequired)
  const done = required.filter((one) => !owes(one)).length
  await context.say(handlingCopy.partAnswered(ref, part.unit, owing, done, required.length))
  if (row.reporterId !== context.speaker.personId)
    await context.tell(row.reporterId, handlingCopy.partAnsweredToDeputy(ref, part.unit, text, owing))
}

async function tellAnswered(context: CommandContext, row: Opinion, by: string, parts: ReplyParts) {
  const { db, now, change } = context
  const reporter = await db.person.findUniqueOrThrow({ where: { id: row.reporterId } })
  await context.say(copy.replied(row, by, parts.on, reporter.name))
  if (!(await clockStep(context, row, { kind: 'tellDeputy' }, reporter.name))) return
  await change.update('Opinion', row.id, { toldAt: dateOf(now) })
  const account = await accountOf(db, row.reporterId, now)
  // In the group it was asked in, unless the matter is one that only its reporter should read about.
  if (context.roomId !== null && account !== null)
    await context.say(copy.tellResident(row, reporter.name), { mentionIds: [account] })
  else await context.tell(row.reporterId, copy.tellResident(row, reporter.name))
}

export const onSpotCommand = command({
  name: '当场',
  aliases: ['当场答复'],
  summary: '当场向群众解释清楚了',
  args: { no: about('Y', '意见编号'), words: optional(saying('Y', '怎么答的', '已解释医保政策')) },
  who: MEMBERS,
  changes: true,
  examples: ['当场 Y17 已解释医保政策'],
  async run(context, { no, words = '' }) {
    const row = await theOpinion(context, no)
    if (!row) return
    const text = await masked(context, words)
    const more = { answer: text, toldAt: dateOf(context.now) }
    const taken = await step(context, row, { kind: 'answerOnSpot', text }, text, more)
    if (taken) await context.say(copy.onSpot(no))
  },
})

const WAITING = [OPINION_STATES.toldDeputy.label, OPINION_STATES.answeredOnSpot.label]

export const passedOnCommand = command({
  name: '已转告',
  aliases: ['转告了', '已告知群众'],
  summary: '答复已转告群众',
  args: { no: optional(about('Y', '意见编号')) },
  who: MEMBERS,
  changes: true,
  examples: ['已转告', '已转告 Y17'],
  async run(context, { no }) {
    const { db, station, speaker } = context
    const waiting = await db.opinion.findMany({
      where: { stationId: station.id, reporterId: speaker.personId, state: { in: WAITING } },
      orderBy: { no: 'asc' },
    })
    const only = waiting.length === 1 ? waiting[0]!.no : undefined
    const about = no ?? only
    if (about === undefined) {
      // In a group the words may be about anything.
      if (waiting.length === 0 && context.roomId !== null) return
      return context.say(waiting.length === 0 ? copy.nothingToPassOn : copy.whichPassedOn(waiting))
    }
    const row = await theOpinion(context, about)
    const taken = row && (await step(context, row, { kind: 'passOn' }, ''))
    if (taken) await context.say(copy.passedOn(about))
  },
})

const RATINGS: readonly (readonly [string, Satisfaction])[] = [
  ['满意', 'satisfied'],
  ['基本满意', 'fairly'],
  ['不满意', 'dissatisfied'],
]

export const rateCommands = RATINGS.map(([name, satisfaction]) =>
  command({
    name,
    summary: `群众对答复${name}`,
    args: { no: optional(about('Y', '意见编号')), words: optional(saying('Y', '说明', '还要等三周')) },
    who: MEMBERS,
    changes: true,
    examples: [`${name} Y17`],
    async run(context, { no, words = '' }) {
      const row = await theOpinion(context, no)
      if (!row) return
      const text = await masked(context, words)
      const taken = await step(context, row, { kind: 'rate', satisfaction }, `${name} ${text}`.trim(), {
        satisfaction: name,
      })
      if (taken) await context.say(copy.rated(taken.row, name))
    },
  }),
)

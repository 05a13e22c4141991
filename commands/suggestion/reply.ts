import type { Suggestion } from '../../prisma/generated/client.js'
import { isRequired, owes } from '../../station/handling/parts.js'
import { MEMBERS, type Role } from '../../station/roles.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { answerForPart, keepAnswer, type PartAnswer, silentAssistants } from '../handling/answer.js'
import { handlingCopy } from '../handling/copy.js'
import { owingText, partsFor, reopenParts } from '../handling/parts.js'
import { about, saying } from '../opinion/arguments.js'
import { masked } from '../opinion/masked.js'
import { type ReplyParts, readReplyParts } from '../opinion/reply-parts.js'
import { findUnit, leadingUnit } from '../opinion/units.js'
import { answerOpinions } from './answer-opinions.js'
import { clockOf } from './assign.js'
import { copy } from './copy.js'
import { takeSteps, theSuggestion } from './row.js'

const STAFF: readonly Role[] = ['liaison', 'head', 'district']

const AGAIN: Readonly<Record<string, 'everybody' | 'whoever'>> = { redo: 'everybody', tracking: 'whoever' }

export const suggestionReplyCommand = command({
  name: '答复',
  aliases: ['再答复', '重新答复'],
  summary: '记承办单位对建议的答复',
  args: { no: about('J', '建议编号'), words: optional(saying('J', '单位和答复', '卫健委 A类 已采纳')) },
  who: STAFF,
  changes: true,
  examples: ['J5 答复 卫健委 A类 已采纳'],
  async run(context, { no, words = '' }) {
    const row = await theSuggestion(context, no)
    if (!row) return
    const named = await leadingUnit(context, words)
    const read = readReplyParts(named?.rest ?? words, context.now)
    const parts = { ...read, text: await masked(context, read.text) }
    const about = { no, again: AGAIN[row.state] ?? null }
    const answered = await answerForPart(context, 'J', about, named?.found.name ?? null, parts)
    if (answered === null) return
    if (answered && !answered.complete) return partAnswered(context, row, answered, parts)
    const reply = answered ? answered.whole : { ...parts, by: named?.found.name ?? row.unit ?? '' }
    const kind = row.state === 'redo' ? 'replyAgain' : 'reply'
    const taken = await takeSteps(context, row, [{ kind, ...reply }], `${reply.by}：${reply.text}`, {
      satisfaction: null,
    })
    if (!taken) return
    if (answered) await keepAnswer(context, answered.part, parts)
    const silent = answered ? silentAssistants(answered.parts) : []
    await context.say(
      copy.replied(taken.row, taken.effects) + (silent.length > 0 ? handlingCopy.assistMissing(silent) : ''),
    )
    await tellDeputies(context, row, copy.repliedToDeputy(row, reply.text))
    await answerOpinions(context, row, reply)
  },
})

async function tellDeputies(context: CommandContext, row: Suggestion, text: string) {
  for (const personId of [row.leadId, ...row.cosignerIds])
    if (personId !== context.speaker.personId) await context.tell(personId, text)
}

/** One of several answered: 会办 for the leading unit, the others for the deputy, who waits for the rest. */
async function partAnswered(context: CommandContext, row: Suggestion, { part, parts }: PartAnswer, reply: ReplyParts) {
  const ref = `J${row.no}`
  const { text, on } = reply
  const called = part.role === 'assist' ? '会办意见' : undefined
  const event = { kind: 'partReply' as const, text, by: part.unit, on }
  const taken = await takeSteps(context, row, [event], `${part.unit}：${text}`, {}, called)
  if (!taken) return
  await keepAnswer(context, part, reply)
  if (part.role === 'assist') return context.say(handlingCopy.assisted(ref, part.unit, row.unit ?? '单位'))
  const owing = owingText(parts) ?? ''
  const required = parts.filter(isRequired)
  const done = required.filter((one) => !owes(one)).length
  await context.say(handlingCopy.partAnswered(ref, part.unit, owing, done, required.length))
  await tellDeputies(context, row, handlingCopy.partAnsweredToDeputy(ref, part.unit, text, owing))
}

const RATINGS = { 满意: 'satisfied', 基本满意: 'fairly', 不满意: 'dissatisfied' } as const

export const suggestionRateCommands = Object.entries(RATINGS).map(([name, satisfaction]) =>
  command({
    name,
    summary: `对建议答复${name}`,
    args: { no: about('J', '建议编号'), words: optional(saying('J', '说明', '还没有落实')) },
    who: MEMBERS,
    changes: true,
    examples: [`${name} J5`],
    async run(context, { no, words = '' }) {
      const row = await theSuggestion(context, no)
      if (!row) return
      const detail = `${name} ${await masked(context, words)}`.trim()
      const taken = await takeSteps(context, row, [{ kind: 'rate', satisfaction }], detail, { satisfaction: name })
      if (!taken) return
      if (taken.row.state === 'redo') await owedAgain(context, no, words)
      await context.say(copy.rated(taken.row, name, clockOf(taken.row)))
    },
  }),
)

/** 再办: the unit that was named must answer again, or everybody who must answer. */
async function owedAgain(context: CommandContext, no: number, words: string) {
  const parts = await partsFor(context, 'J', no)
  const typed = /^\S+/.exec(words.trim())?.[0]
  const unit = typed && parts.length > 0 ? await findUnit(context, typed) : null
  const named =
    unit && 'found' in unit && parts.some((part) => part.unit === unit.found.name) ? unit.found.name : undefined
  await reopenParts(context, parts, named)
}

import { answerOf, isRequired, joinedReply, owes } from '../../station/handling/parts.js'
import type { ReplyClass } from '../../station/opinion/opinion-event.js'
import { Temporal } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import type { ReplyParts } from '../opinion/reply-parts.js'
import { handlingCopy } from './copy.js'
import { type HandlingLetter, type PartRow, partsFor, patchPart, reopenParts } from './parts.js'

export interface PartAnswer {
  part: PartRow
  /** The same after this answer. */
  parts: PartRow[]
  /** With it every answer that is owed is there. */
  complete: boolean
  /** All answers as one, for the record. */
  whole: ReplyParts & { by: string }
}

/**
 * One unit's answer to a matter that several have. Null: refused, and said so; undefined: one unit has it alone. Nothing is
 * written yet: `keepAnswer` does, once the matter itself has taken its step.
 */
export async function answerForPart(
  context: CommandContext,
  letter: HandlingLetter,
  { no, again }: { no: number; again: 'everybody' | 'whoever' | null },
  unit: string | null,
  reply: ReplyParts,
): Promise<PartAnswer | null | undefined> {
  let parts = await partsFor(context, letter, no)
  if (parts.length === 0) return undefined
  // 再办 is owed by everybody; a matter that is tracked hears once more from whoever promised.
  if (again !== null && !parts.some(owes) && (again === 'everybody' || unit !== null))
    parts = await reopenParts(context, parts, again === 'whoever' ? (unit ?? undefined) : undefined)
  const decided = answerOf(parts, unit)
  if (!decided.ok) {
    await context.say(handlingCopy.refused(`${letter}${no}`, decided.error))
    return null
  }
  const { part, complete } = decided.value
  const answered = { ...part, state: 'answered' as const, ...columnsOf(reply) }
  const after = parts.map((one) => (one.id === part.id ? answered : one))
  const required = after.filter(isRequired)
  const texts = required.flatMap(({ unit: by, answer }) => (answer === null ? [] : [`${by}：${answer}`]))
  const joined = joinedReply(
    required.map(({ replyClass, promisedOn }) => ({ replyClass: replyClass as ReplyClass | null, promisedOn })),
  )
  return {
    part,
    parts: after,
    complete,
    whole: {
      text: required.length > 1 ? texts.join('；') : reply.text,
      by: required.map((one) => one.unit).join('、'),
      on: reply.on,
      ...(joined.replyClass && { replyClass: joined.replyClass }),
      ...(joined.promisedOn && { promisedOn: Temporal.PlainDate.from(joined.promisedOn) }),
    },
  }
}

const columnsOf = ({ text, on, replyClass, promisedOn }: ReplyParts) => ({
  answer: text,
  answeredOn: on.toString(),
  replyClass: replyClass ?? null,
  promisedOn: promisedOn?.toString() ?? null,
})

export const keepAnswer = (context: CommandContext, part: PartRow, reply: ReplyParts): Promise<PartRow> =>
  patchPart(context, part, { state: 'answered', ...columnsOf(reply) })

/** 会办 units whose opinion is not there while the leading unit answers. */
export const silentAssistants = (parts: readonly PartRow[]): string[] =>
  parts.filter(({ role, state }) => role === 'assist' && state !== 'answered').map(({ unit }) => unit)

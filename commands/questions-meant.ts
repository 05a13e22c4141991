import type { Tx } from '../prisma/change.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import type { AnswerHandler } from './context.js'
import type { OpenQuestion } from './open-question.js'

export type Meant =
  | { kind: 'none' }
  | { kind: 'these'; questions: OpenQuestion[] }
  /** One word, several questions of one kind: which of them is not for us to guess. */
  | { kind: 'which'; about: string[] }

interface Asked {
  stationId: number
  personId: number
  roomId: string | null
}

const PART = /([HYJDTXKL] ?\d{1,8}|\d{1,2}) ?[.、:)]? ?([^\dA-Z\s,、;。]{1,6})/gi
const MOST_PARTS = 10

/** "1是 2否", "H1 同意，H2 不去": what is said of which; nothing when anything else is in the line. */
export function answerParts(folded: string): { which: string; says: string }[] {
  const parts = [...folded.matchAll(PART)]
  const rest = parts.reduce((text, [part]) => text.replace(part, ''), folded)
  if (parts.length > MOST_PARTS || /[^\s,、;。!~]/.test(rest)) return []
  return parts.map(([, which, says]) => ({ which: which!.replace(' ', '').toUpperCase(), says: says! }))
}

/**
 * The open questions of a person in a place that a text answers: the newest that takes it as an answer, or those it numbers
 * (1 is the oldest). The asker's alone: somebody else's word never answers.
 */
export async function questionsMeant(
  db: Tx,
  handlers: Readonly<Record<string, AnswerHandler>>,
  asked: Asked,
  now: Moment,
  folded: string,
): Promise<Meant> {
  const rows = await db.question.findMany({
    where: { ...asked, state: 'open', expiresAt: { gt: dateOf(now) } },
    orderBy: { id: 'asc' },
  })
  const open = rows.flatMap(({ id, kind, payload: stored }) => {
    const handler = handlers[kind]
    const payload = stored as Record<string, unknown>
    return handler ? [{ id, kind, payload, handler, about: handler.about?.(payload) }] : []
  })
  type Open = (typeof open)[number]
  const answeredBy = (question: Open, says: string): OpenQuestion | undefined => {
    const value = question.handler.accepts(says, question.payload)
    return value === undefined ? undefined : { ...question, value }
  }
  const numbered = open.filter(({ about }) => about !== undefined)
  const parts = numbered.length > 1 ? answerParts(folded) : []
  const those = parts.map(({ which, says }) => {
    const question = numbered.find(({ about }) => about === which) ?? numbered[Number(which) - 1]
    return question && answeredBy(question, says)
  })
  if (those.length > 0 && new Set(those).size === those.length && those.every((one) => one !== undefined))
    return { kind: 'these', questions: those }
  const taking = open.flatMap((question) => answeredBy(question, folded) ?? [])
  const newest = taking.at(-1)
  if (!newest) return { kind: 'none' }
  const alike = taking.filter(({ kind }) => kind === newest.kind && newest.handler.about !== undefined)
  if (alike.length < 2) return { kind: 'these', questions: [newest] }
  return { kind: 'which', about: alike.map(({ handler, payload }) => handler.about!(payload)) }
}

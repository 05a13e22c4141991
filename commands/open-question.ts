import type { Tx } from '../prisma/change.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import type { AnswerHandler } from './context.js'

export interface OpenQuestion {
  id: number
  kind: string
  payload: Record<string, unknown>
  handler: AnswerHandler
  value: unknown
}

interface Asked {
  /** Any station's, when left out. */
  stationId?: number
  personId: number
  roomId: string | null
}

type Reading = (handler: AnswerHandler, payload: Record<string, unknown>) => unknown

/** The newest open question of a person in a place that this text or file answers. */
export async function openQuestion(
  db: Tx,
  handlers: Readonly<Record<string, AnswerHandler>>,
  asked: Asked,
  now: Moment,
  read: Reading,
): Promise<OpenQuestion | undefined> {
  const open = await db.question.findMany({
    where: { ...asked, state: 'open', expiresAt: { gt: dateOf(now) } },
    orderBy: { id: 'desc' },
  })
  for (const { id, kind, payload: stored } of open) {
    const handler = handlers[kind]
    const payload = stored as Record<string, unknown>
    const value = handler && read(handler, payload)
    if (handler && value !== undefined) return { id, kind, payload, handler, value }
  }
  return undefined
}

/** Whether somebody who was asked for a file has sent it: no other file is ever fetched. */
export async function isAwaitedFile(
  db: Tx,
  handlers: Readonly<Record<string, AnswerHandler>>,
  from: { accountId: string; roomId: string | null; text: string },
  now: Moment,
): Promise<boolean> {
  const account = await db.account.findFirst({
    where: { chatAccountId: from.accountId, OR: [{ until: null }, { until: { gt: dateOf(now) } }] },
  })
  if (!account) return false
  const asked = { personId: account.personId, roomId: from.roomId }
  const read: Reading = (handler, payload) => handler.acceptsFile?.({ name: from.text }, payload)
  return (await openQuestion(db, handlers, asked, now, read)) !== undefined
}

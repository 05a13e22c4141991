import type { Tx } from '../prisma/change.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import type { AskedQuestion, StationContext } from './context.js'

interface Place {
  stationId: number
  personId: number
  /** The group; null: privately. */
  roomId: string | null
}

/** One open question of a kind a person, station and place: a new one replaces the older. */
export async function putQuestion(
  db: Tx,
  now: Moment,
  place: Place,
  { kind, payload, openMinutes = 30 }: Pick<AskedQuestion, 'kind' | 'payload' | 'openMinutes'>,
): Promise<void> {
  await db.question.updateMany({ where: { ...place, kind, state: 'open' }, data: { state: 'replaced' } })
  await db.question.create({
    data: {
      ...place,
      kind,
      payload: payload as object,
      askedAt: dateOf(now),
      expiresAt: dateOf(now.add({ minutes: openMinutes })),
    },
  })
}

/** Asks somebody privately, unbidden: for jobs, which have nobody to reply to. */
export async function askPerson(
  context: StationContext,
  personId: number,
  question: Omit<AskedQuestion, 'personId'>,
): Promise<void> {
  await putQuestion(context.db, context.now, { stationId: context.station.id, personId, roomId: null }, question)
  await context.tell(personId, question.text)
}

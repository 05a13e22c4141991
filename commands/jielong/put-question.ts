import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'

interface PutQuestion {
  personId: number
  kind: string
  payload: Record<string, unknown>
  openMinutes: number
}

/**
 * Opens a question whose words stand in the reply to somebody else: in a group it is put there, else it waits in the other's
 * private chat (and is told there by the caller). Replaces an older one of that person in the same place.
 */
export async function putQuestion(context: CommandContext, { personId, kind, payload, openMinutes }: PutQuestion) {
  const { db, now, roomId, station } = context
  const place = { personId, roomId, stationId: station.id }
  await db.question.updateMany({ where: { ...place, state: 'open' }, data: { state: 'replaced' } })
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

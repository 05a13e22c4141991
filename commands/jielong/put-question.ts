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
 * private chat (and is told there by the caller). Replaces an older one about the same thing.
 */
export async function putQuestion(context: CommandContext, { personId, kind, payload, openMinutes }: PutQuestion) {
  const { db, now, roomId, station } = context
  const place = { personId, roomId, stationId: station.id }
  const same = payload.no === undefined ? {} : { payload: { path: ['no'], equals: payload.no as number } }
  await db.question.updateMany({ where: { ...place, kind, state: 'open', ...same }, data: { state: 'replaced' } })
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

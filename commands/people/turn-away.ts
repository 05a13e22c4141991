import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import { Post } from '../../prisma/post.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { copy } from '../copy.js'

/** Once a day is enough for a person, and another bot would go on for ever. */
const AGAIN_HOURS = 24

interface From {
  seq: number
  accountId: string
  roomId: string | null
  displayName: string
}

/** Tells somebody who is not on the roster whom to see about that. */
export async function turnAway(db: Tx, station: Station, from: From, now: Moment): Promise<string> {
  const { seq, accountId, roomId, displayName } = from
  if (roomId === null) return 'silent'
  const since = { gt: dateOf(now.subtract({ hours: AGAIN_HOURS })) }
  const told = await db.inboxMessage.findFirst({
    where: { accountId, roomId, outcome: 'stranger', handledAt: since },
  })
  if (told) return 'silent'
  const liaison = await db.roleGrant.findFirst({
    where: { stationId: station.id, role: 'liaison' },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const text = copy.stranger(displayName, liaison?.person.name ?? null)
  await new Post(db, dateOf(now), seq).toRoom(roomId, { text })
  return 'stranger'
}

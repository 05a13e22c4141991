import type { Tx } from '../prisma/change.js'
import { Change } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import { type Letter, OUTBOX_SCOPE, Post } from '../prisma/post.js'
import { stationSettings } from '../station/settings.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { afterQuietHours } from '../station/time/quiet-hours.js'
import type { SayOptions, Services, StationContext, StationFacts } from './context.js'
import { copy } from './copy.js'
import { afterQuietOf } from './quiet/quiet-hours.js'

export interface Doing {
  /** The command or job. */
  action: string
  changeId: string
  actorId: number | null
  actorName: string
  causeSeq: number | null
}

export const stationFacts = (db: Tx, station: Station, now: Moment): StationFacts => ({
  db,
  station,
  now,
  settings: stationSettings(station.settings),
})

/** What a command or job may use of one station, inside one transaction. */
export function stationContext(
  db: Tx,
  station: Station,
  now: Moment,
  services: Services,
  doing: Doing,
): StationContext & { post: Post } {
  const facts = stationFacts(db, station, now)
  const { settings } = facts
  const change = new Change(db, { ...doing, at: dateOf(now), stationId: station.id, sign: services.sign })
  const post = new Post(db, dateOf(now), doing.causeSeq)
  const unasked = (text: string, options: SayOptions = {}): Letter => ({
    ...letterOf(services, text, options),
    notBefore: dateOf(options.urgent ? now : afterQuietHours(now, settings)),
  })
  const unaskedOf = async (personId: number, text: string, options: SayOptions = {}): Promise<Letter> => ({
    text,
    ...options,
    notBefore: options.urgent ? dateOf(now) : await afterQuietOf(db, personId, now, settings),
  })
  return {
    ...facts,
    change,
    services,
    post,
    async tell(personId, text, options) {
      const accountId = await accountOf(db, personId, now)
      if (accountId !== null) await post.toAccount(accountId, await unaskedOf(personId, text, options))
    },
    async announce(text, options) {
      const rooms = await db.room.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
      for (const room of rooms) await post.toRoom(room.chatRoomId, unasked(text, options))
    },
    async tellRoom(roomId, text, options) {
      await post.toRoom(roomId, unasked(text, options))
    },
  }
}

/** What the outbox keeps of a message: secret words only sealed. */
export function letterOf(services: Services, text: string, { secret, ...options }: SayOptions = {}): Letter {
  return secret ? { ...options, text: copy.secret, sealed: services.seal(text, OUTBOX_SCOPE) } : { ...options, text }
}

/** The account a person is reached at: the newest still in force. */
export async function accountOf(db: Tx, personId: number, now: Moment): Promise<string | null> {
  const at = dateOf(now)
  const account = await db.account.findFirst({
    where: { personId, OR: [{ until: null }, { until: { gt: at } }] },
    orderBy: [{ since: 'desc' }, { id: 'desc' }],
  })
  return account?.chatAccountId ?? null
}

import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import { countByLevel } from '../../station/people/levels.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { DEPUTY_KINDS, membersOf } from './roster.js'
import { inForce } from './standing.js'
import { copy } from './station-copy.js'

/** What is publicly known of a station, as lines. */
export async function stationCard(db: Tx, station: Station, now: Moment): Promise<string[]> {
  const members = await membersOf({ db, station, now })
  const deputies = members.filter(({ kind }) => DEPUTY_KINDS.includes(kind)).map(({ person }) => person)
  const advisers = members.filter(({ kind }) => kind === '顾问').length
  const head = await db.roleGrant.findFirst({
    where: { stationId: station.id, role: 'head', ...inForce(dateOf(now)) },
    include: { person: true },
    orderBy: { id: 'desc' },
  })
  return copy.card(
    station,
    deputies.length,
    countByLevel(station.levels, deputies),
    advisers,
    head?.person.name ?? null,
  )
}

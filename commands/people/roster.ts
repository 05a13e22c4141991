import type { Membership, Person, Station } from '../../prisma/generated/client.js'
import type { KnownPerson } from '../../station/people/roster-match.js'
import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { inForce } from './standing.js'

export type Member = Membership & { person: Person }

/** Kinds of member that stand for residents; 顾问 and 工作人员 do not. */
export const DEPUTY_KINDS: readonly string[] = ['驻站', '特邀', '联系']

type Reading = Pick<StationContext, 'db' | 'now'> & { station: Pick<Station, 'id'> }

/** Everybody who belongs to the station now, in the order of the roster. */
export function membersOf({ db, station, now }: Reading): Promise<Member[]> {
  return db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', ...inForce(dateOf(now)) },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
}

/** Somebody on the station's roster in whatever state, by full name. */
export function rosterEntry(
  { db, station }: Pick<StationContext, 'db' | 'station'>,
  name: string,
): Promise<Member | null> {
  return db.membership.findFirst({
    where: { stationId: station.id, person: { name } },
    include: { person: true },
    orderBy: { id: 'desc' },
  })
}

/** People with one of these names whom the district knows: for telling who a line of a roster is about. */
export async function knownPeople(
  { db, station }: Pick<StationContext, 'db' | 'station'>,
  names: readonly string[],
): Promise<(KnownPerson & { person: Person })[]> {
  const district = { districtId: station.districtId }
  const people = await db.person.findMany({
    where: {
      name: { in: [...names] },
      OR: [
        { memberships: { some: { station: district } } },
        { roles: { some: { OR: [district, { station: district }] } } },
      ],
    },
    include: { memberships: { where: { stationId: station.id } } },
    orderBy: { id: 'asc' },
  })
  return people.map(({ memberships, ...person }) => ({ ...person, person, here: memberships.length > 0 }))
}

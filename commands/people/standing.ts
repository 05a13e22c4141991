import type { Tx } from '../../prisma/change.js'
import type { District, Station } from '../../prisma/generated/client.js'
import type { Role } from '../../station/roles.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { Speaker } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'

export type StationOfDistrict = Station & { district: District }

/** Who wrote, and for which station it counts. */
export type Standing =
  /** A group that belongs to no station, or a private message of somebody unknown: silence. */
  | { kind: 'nowhere' }
  /** A group that belongs to no station, and somebody who may set one up there. */
  | { kind: 'unbound'; stations: StationOfDistrict[]; speaker: Omit<Speaker, 'roles'> }
  | { kind: 'stranger'; station: StationOfDistrict }
  /** Privately, by somebody who belongs to several stations. */
  | { kind: 'several'; stations: StationOfDistrict[]; speaker: Omit<Speaker, 'roles'> }
  | { kind: 'known'; station: StationOfDistrict; speaker: Speaker }

const MEMBER_ROLES: Readonly<Record<string, Role | undefined>> = {
  驻站: 'deputy',
  特邀: 'deputy',
  联系: 'deputy',
  顾问: 'adviser',
}

/** What holds at a moment: begun, and not over. */
export const inForce = (at: Date) => ({ since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] })

export async function standingOf(
  db: Tx,
  from: { accountId: string; roomId: string | null },
  now: Moment,
): Promise<Standing> {
  const account = await db.account.findFirst({
    where: { chatAccountId: from.accountId, ...inForce(dateOf(now)) },
    include: { person: true },
    orderBy: { id: 'desc' },
  })
  if (from.roomId === null) return account ? privately(db, account.person, now) : { kind: 'nowhere' }
  const room = await db.room.findUnique({
    where: { chatRoomId: from.roomId },
    include: { station: { include: { district: true } } },
  })
  if (!room?.station) return account ? inUnknownGroup(db, account.person, now) : { kind: 'nowhere' }
  if (!account) return { kind: 'stranger', station: room.station }
  const roles = await rolesAt(db, account.personId, room.station, now)
  if (roles.size === 0) return { kind: 'stranger', station: room.station }
  const { id: personId, name, level } = account.person
  return { kind: 'known', station: room.station, speaker: { personId, name, level, roles } }
}

type Whose = { id: number; name: string; level: string | null }

async function privately(db: Tx, person: Whose, now: Moment): Promise<Standing> {
  const speaker = { personId: person.id, name: person.name, level: person.level }
  const stations = await stationsOf(db, person.id, now)
  const [station] = stations
  if (!station) return { kind: 'nowhere' }
  if (stations.length > 1) return { kind: 'several', stations, speaker }
  const roles = await rolesAt(db, person.id, station, now)
  return { kind: 'known', station, speaker: { ...speaker, roles } }
}

async function inUnknownGroup(db: Tx, person: Whose, now: Moment): Promise<Standing> {
  const grants = await db.roleGrant.count({
    where: { personId: person.id, role: 'district', districtId: { not: null }, ...inForce(dateOf(now)) },
  })
  if (grants === 0) return { kind: 'nowhere' }
  const stations = await stationsOf(db, person.id, now)
  return { kind: 'unbound', stations, speaker: { personId: person.id, name: person.name, level: person.level } }
}

/** Stations somebody belongs to, has a role in, or has been invited to; the district's staff: all of the district. */
export async function stationsOf(db: Tx, personId: number, now: Moment): Promise<StationOfDistrict[]> {
  const current = inForce(dateOf(now))
  return db.station.findMany({
    where: {
      state: { not: 'placeholder' },
      OR: [
        { memberships: { some: { personId, state: { in: ['agreed', 'invited', 'asked'] }, ...current } } },
        { roles: { some: { personId, ...current } } },
        { district: { roles: { some: { personId, ...current } } } },
      ],
    },
    include: { district: true },
    orderBy: { id: 'asc' },
  })
}

/** Every role in force at that moment: a permission ends with its term. */
export async function rolesAt(db: Tx, personId: number, station: Station, now: Moment): Promise<Set<Role>> {
  const current = inForce(dateOf(now))
  const roles = new Set<Role>()
  const membership = await db.membership.findFirst({
    where: { stationId: station.id, personId, state: 'agreed', ...current },
  })
  const memberRole = membership && MEMBER_ROLES[membership.kind]
  if (memberRole) roles.add(memberRole)
  const grants = await db.roleGrant.findMany({
    where: { personId, ...current, AND: [{ OR: [{ stationId: station.id }, { districtId: station.districtId }] }] },
  })
  for (const grant of grants) roles.add(grant.role as Role)
  if (roles.has('convenor') && (await convenorOnDuty(db, station, now)) === personId) roles.add('onDuty')
  return roles
}

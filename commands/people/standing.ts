import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import type { Role } from '../../station/roles.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { Speaker } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'

/** Who wrote, and for which station it counts. */
export type Standing =
  /** A group that belongs to no station, or a private message of somebody unknown: silence. */
  | { kind: 'nowhere' }
  | { kind: 'stranger'; station: Station }
  /** Privately, by somebody who belongs to several stations. */
  | { kind: 'several'; stations: Station[]; speaker: Omit<Speaker, 'roles'> }
  | { kind: 'known'; station: Station; speaker: Speaker }

const MEMBER_ROLES: Readonly<Record<string, Role | undefined>> = {
  驻站: 'deputy',
  特邀: 'deputy',
  联系: 'deputy',
  顾问: 'adviser',
}

export async function standingOf(
  db: Tx,
  from: { accountId: string; roomId: string | null },
  now: Moment,
): Promise<Standing> {
  const at = dateOf(now)
  const current = { OR: [{ until: null }, { until: { gt: at } }] }
  const account = await db.account.findFirst({
    where: { chatAccountId: from.accountId, ...current },
    include: { person: true },
  })
  if (from.roomId !== null) {
    const room = await db.room.findUnique({ where: { chatRoomId: from.roomId }, include: { station: true } })
    if (!room?.station) return { kind: 'nowhere' }
    if (!account) return { kind: 'stranger', station: room.station }
    const roles = await rolesAt(db, account.personId, room.station, now)
    if (roles.size === 0) return { kind: 'stranger', station: room.station }
    const { id: personId, name, level } = account.person
    return { kind: 'known', station: room.station, speaker: { personId, name, level, roles } }
  }
  if (!account) return { kind: 'nowhere' }
  const { id: personId, name, level } = account.person
  const stations = await db.station.findMany({
    where: {
      OR: [
        { memberships: { some: { personId, state: 'agreed', ...current } } },
        { roles: { some: { personId, ...current } } },
        { district: { roles: { some: { personId, ...current } } } },
      ],
    },
    orderBy: { id: 'asc' },
  })
  const [station] = stations
  if (!station) return { kind: 'nowhere' }
  if (stations.length > 1) return { kind: 'several', stations, speaker: { personId, name, level } }
  const roles = await rolesAt(db, personId, station, now)
  return { kind: 'known', station, speaker: { personId, name, level, roles } }
}

/** Every role in force at that moment: a permission ends with its term. */
export async function rolesAt(db: Tx, personId: number, station: Station, now: Moment): Promise<Set<Role>> {
  const at = dateOf(now)
  const current = { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] }
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

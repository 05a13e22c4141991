import { Change, type Tx } from '../../prisma/change.js'
import type { District, Person, Station } from '../../prisma/generated/client.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { Services } from '../context.js'
import { issueCode } from './code.js'
import { unnamedStation } from './first-station.js'
import { inForce } from './standing.js'

export type Appointed =
  | { ok: true; district: string; isNew: boolean; code: string }
  /** Several people of the district have this name, and none of them is its administrator. */
  | { ok: false; namesakes: number }

/**
 * Makes somebody administrator of a district without anybody's leave: for whoever runs the program, in the beginning. The
 * code is the only one of theirs that is good from then on.
 */
export async function appointAdministrator(
  db: Tx,
  services: Pick<Services, 'stamp' | 'sign'>,
  now: Moment,
  wanted: { district: string; name: string; byName: string },
): Promise<Appointed> {
  const at = dateOf(now)
  const change = new Change(db, {
    changeId: `administrator:${now.epochMilliseconds}`,
    at,
    actorId: null,
    actorName: wanted.byName,
    action: '设管理员',
    stationId: null,
    causeSeq: null,
    sign: (text) => services.sign(text),
  })
  const district =
    (await districtNamed(db, wanted.district)) ?? (await change.create('District', { name: wanted.district }))
  const people = await peopleNamed(db, district, wanted.name)
  if (people.length > 1) return { ok: false, namesakes: people.length }
  const person = people[0] ?? (await change.create('Person', { name: wanted.name }))
  const grant = { personId: person.id, districtId: district.id, role: 'district' }
  const isNew = (await db.roleGrant.count({ where: { ...grant, ...inForce(at) } })) === 0
  if (isNew) await change.create('RoleGrant', { ...grant, since: at })
  const station = await anyStation(change, district)
  await db.invitationCode.updateMany({
    where: { personId: person.id, usedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  })
  const code = await issueCode(db, services, now, { stationId: station.id, personId: person.id })
  return { ok: true, district: district.name, isNew, code }
}

/** 秦淮 and 秦淮区 are one district. */
function districtNamed(db: Tx, name: string): Promise<District | null> {
  const short = name.replace(/区$/, '')
  return db.district.findFirst({ where: { name: { in: [name, short, `${short}区`] } }, orderBy: { id: 'asc' } })
}

/** Whom a name may mean in a district: its administrator before anybody else. */
async function peopleNamed(db: Tx, district: District, name: string): Promise<Person[]> {
  const here = { districtId: district.id }
  const administrators = await db.person.findMany({
    where: { name, roles: { some: { ...here, role: 'district' } } },
    orderBy: { id: 'asc' },
  })
  if (administrators.length > 0) return administrators
  return db.person.findMany({
    where: { name, OR: [{ memberships: { some: { station: here } } }, { roles: { some: { station: here } } }] },
    orderBy: { id: 'asc' },
  })
}

async function anyStation(change: Change, district: District): Promise<Station> {
  const found = await change.tx.station.findFirst({
    where: { districtId: district.id, state: { not: 'placeholder' } },
    orderBy: { id: 'asc' },
  })
  return found ?? (await change.create('Station', unnamedStation(district)))
}

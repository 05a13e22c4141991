import type { Person } from '../../station/activity/person.js'
import { dateOf } from '../../station/time/civil.js'
import type { StationContext, StationFacts } from '../context.js'

/** A person of the station's roster by the full name; null when there is none, or more than one. */
export async function memberNamed({ db, station, now }: StationContext, name: string): Promise<Person | null> {
  const current = { OR: [{ until: null }, { until: { gt: dateOf(now) } }] }
  const found = await db.person.findMany({
    where: { name, memberships: { some: { stationId: station.id, state: 'agreed', ...current } } },
    take: 2,
  })
  const [person, another] = found
  return person && !another ? { id: person.id, name: person.name } : null
}

/** Everybody on the roster who takes part in activities, in the order of the roster. */
export async function deputiesOf({ db, station, now }: StationFacts): Promise<Person[]> {
  const rows = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', kind: { not: '工作人员' } },
    orderBy: { id: 'asc' },
  })
  const ids = rows.filter(({ until }) => until === null || until > dateOf(now)).map(({ personId }) => personId)
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return ids.map((id) => people.find((person) => person.id === id)!)
}

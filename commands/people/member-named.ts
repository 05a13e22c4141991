import type { Person } from '../../station/activity/person.js'
import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'

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
export async function deputiesOf({ db, station, now }: StationContext): Promise<Person[]> {
  const current = { OR: [{ until: null }, { until: { gt: dateOf(now) } }] }
  const rows = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', kind: { not: '工作人员' }, ...current },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ person }) => ({ id: person.id, name: person.name }))
}

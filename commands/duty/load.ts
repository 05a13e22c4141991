import type { Tx } from '../../prisma/change.js'
import type { Person } from '../../prisma/generated/client.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { ShiftWithNames } from './copy.js'

export type ShiftWithPeople = ShiftWithNames & { people: Person[] }

/** Receptions that begin in [from, until), soonest first, with whoever has them now. */
export async function shiftsBetween(
  db: Tx,
  stationId: number,
  from: Moment,
  until: Moment,
): Promise<ShiftWithPeople[]> {
  const rows = await db.dutyShift.findMany({
    where: { stationId, startsAt: { gte: dateOf(from), lt: dateOf(until) } },
    include: { assignments: { include: { person: true }, orderBy: { seat: 'asc' } } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  return rows.map(({ assignments, ...shift }) => {
    const people = assignments.map(({ person }) => person)
    return { shift, people, names: people.map(({ name }) => name) }
  })
}

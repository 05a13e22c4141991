import type { Tx } from '../../prisma/change.js'
import type { DutyShift, Person } from '../../prisma/generated/client.js'
import { dateOf, type Moment } from '../../station/time/civil.js'

export interface ShiftWithPeople {
  shift: DutyShift
  people: Person[]
  names: string[]
}

/** Receptions that begin in [from, until), soonest first, with whoever has them now; dropped ones are left out. */
export async function shiftsBetween(
  db: Tx,
  stationId: number,
  from: Moment,
  until: Moment,
): Promise<ShiftWithPeople[]> {
  const rows = await db.dutyShift.findMany({
    where: { stationId, startsAt: { gte: dateOf(from), lt: dateOf(until) }, stage: { not: 'dropped' } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  const people = await db.person.findMany({ where: { id: { in: rows.flatMap(({ holderIds }) => holderIds) } } })
  return rows.map((shift) => {
    const holders = shift.holderIds.flatMap((id) => people.find((person) => person.id === id) ?? [])
    return { shift, people: holders, names: holders.map(({ name }) => name) }
  })
}

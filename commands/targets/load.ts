import type { Tx } from '../../prisma/change.js'
import { activitiesOf, countOf, type DutyFile } from '../../station/duty-file/sections.js'
import type { Target, TargetKind } from '../../station/targets/target.js'
import { Temporal } from '../../station/time/civil.js'

export async function targetsOf(db: Tx, stationId: number): Promise<Target[]> {
  const rows = await db.target.findMany({ where: { stationId, state: 'given' }, orderBy: { id: 'asc' } })
  return rows.map(({ kind, value, fromOn }) => ({
    kind: kind as TargetKind,
    value,
    from: Temporal.PlainDate.from(fromOn),
  }))
}

/** What a deputy's year came to, as the targets count it: suggestions led, activities attended, receptions signed in to. */
export const countsOf = (file: DutyFile): Partial<Record<TargetKind, number>> => ({
  suggestion: countOf(file, 'suggestion'),
  activity: activitiesOf(file),
  reception: countOf(file, 'reception'),
  contact: countOf(file, 'contact'),
})

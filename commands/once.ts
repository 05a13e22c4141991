import { dateOf } from '../station/time/civil.js'
import type { StationContext, StationFacts } from './context.js'

/** Something said once: its name, and the key that is the same for the same matter. */
export interface Once {
  readonly name: string
  readonly key: string
}

/** True the first time a key is seen for a station: what is to be said once lives beside the slots of the clock. */
export async function once({ db, station, now }: StationContext, name: string, key: string): Promise<boolean> {
  const row = { job: name, slot: `${station.id}:${key}`, stationId: station.id, dueAt: dateOf(now), outcome: 'done' }
  return (await db.jobRun.createMany({ data: [{ ...row, finishedAt: dateOf(now) }], skipDuplicates: true })).count > 0
}

/** Those that have not been said yet, without saying them. */
export async function unsaid<T extends Once>(
  { db, station }: Pick<StationFacts, 'db' | 'station'>,
  all: readonly T[],
): Promise<T[]> {
  if (all.length === 0) return []
  const said = await db.jobRun.findMany({
    where: { OR: all.map(({ name, key }) => ({ job: name, slot: `${station.id}:${key}` })) },
    select: { job: true, slot: true },
  })
  return all.filter(({ name, key }) => !said.some(({ job, slot }) => job === name && slot === `${station.id}:${key}`))
}

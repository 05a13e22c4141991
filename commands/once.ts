import { dateOf } from '../station/time/civil.js'
import type { StationContext } from './context.js'

/** True the first time a key is seen for a station: what is to be said once lives beside the slots of the clock. */
export async function once({ db, station, now }: StationContext, name: string, key: string): Promise<boolean> {
  const row = { job: name, slot: `${station.id}:${key}`, stationId: station.id, dueAt: dateOf(now), outcome: 'done' }
  return (await db.jobRun.createMany({ data: [{ ...row, finishedAt: dateOf(now) }], skipDuplicates: true })).count > 0
}

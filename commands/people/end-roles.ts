import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { inForce } from './standing.js'

/** Every role somebody has at the station ends now; what they were is kept. Answers with the names of the roles. */
export async function endRoles({ db, station, change, now }: StationContext, personId: number): Promise<string[]> {
  const grants = await db.roleGrant.findMany({
    where: { stationId: station.id, personId, ...inForce(dateOf(now)) },
    orderBy: { id: 'asc' },
  })
  for (const { id } of grants) await change.update('RoleGrant', id, { until: dateOf(now) })
  return grants.map(({ role }) => role)
}

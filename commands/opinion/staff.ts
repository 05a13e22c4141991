import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'

/** Who keeps the station's books now. */
export function liaisonsOf(context: Pick<StationContext, 'db' | 'station' | 'now'>): Promise<number[]> {
  return holdersOf(context, ['liaison'])
}

export async function holdersOf(
  { db, station, now }: Pick<StationContext, 'db' | 'station' | 'now'>,
  roles: readonly string[],
): Promise<number[]> {
  const at = dateOf(now)
  const grants = await db.roleGrant.findMany({
    where: {
      stationId: station.id,
      role: { in: [...roles] },
      since: { lte: at },
      OR: [{ until: null }, { until: { gt: at } }],
    },
    orderBy: { id: 'asc' },
  })
  return [...new Set(grants.map(({ personId }) => personId))]
}

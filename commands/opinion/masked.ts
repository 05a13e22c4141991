import { mask } from '../../station/privacy/mask.js'
import type { StationContext } from '../context.js'

/** A text as it may be kept and shown: residents hidden, the station's own people readable. */
export async function masked({ db, station }: Pick<StationContext, 'db' | 'station'>, text: string): Promise<string> {
  return (await masker({ db, station }))(text).text
}

export async function masker({ db, station }: Pick<StationContext, 'db' | 'station'>) {
  const roster = await db.person.findMany({
    where: {
      OR: [{ memberships: { some: { stationId: station.id } } }, { roles: { some: { stationId: station.id } } }],
    },
    select: { name: true },
  })
  const keepNames = roster.map(({ name }) => name)
  // A book says the same words of the same opinion again and again.
  const known = new Map<string, ReturnType<typeof mask>>()
  return (text: string) => {
    const masked = known.get(text) ?? mask(text, { keepNames })
    known.set(text, masked)
    return masked
  }
}

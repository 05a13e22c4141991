import type { Opinion } from '../../prisma/generated/client.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { proposeTwins, signatureOf, TWIN_WINDOW_DAYS } from '../../station/opinion/twins.js'
import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'

const GONE = [OPINION_STATES.merged.label, OPINION_STATES.withdrawn.label, OPINION_STATES.mistaken.label]

const signature = ({ text, place, street }: Pick<Opinion, 'text' | 'place' | 'street'>) => {
  const name = place?.split('·').at(-1)
  return signatureOf(text, name ? { name, label: name, street, known: true } : undefined)
}

/** At most two opinions of the last days that are likely the same matter. */
export async function findTwins({ db, station, now }: CommandContext, fresh: Opinion): Promise<Opinion[]> {
  const near = fresh.street ? { OR: [{ street: fresh.street }, { street: null }] } : {}
  const rows = await db.opinion.findMany({
    where: {
      stationId: station.id,
      id: { not: fresh.id },
      recordedAt: { gte: dateOf(now.subtract({ days: TWIN_WINDOW_DAYS })) },
      state: { notIn: GONE },
      ...near,
    },
  })
  const twins = proposeTwins(
    signature(fresh),
    rows.map((row) => ({ no: row.no, signature: signature(row) })),
  )
  return twins.map(({ no }) => rows.find((row) => row.no === no)!)
}

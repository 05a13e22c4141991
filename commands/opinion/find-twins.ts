import type { Opinion } from '../../prisma/generated/client.js'
import { twinProbe } from '../../station/opinion/search-keys.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { proposeTwins, TWIN_WINDOW_DAYS } from '../../station/opinion/twins.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { signature } from './index-opinion.js'

const GONE = [OPINION_STATES.merged.label, OPINION_STATES.withdrawn.label, OPINION_STATES.mistaken.label]

/** More that share a place and a word within a month are not compared: the newest are. */
const MOST_COMPARED = 300

/** At most two opinions of the last days that are likely the same matter. */
export async function findTwins(
  { db, station, now }: Pick<CommandContext, 'db' | 'station' | 'now'>,
  fresh: Opinion,
): Promise<Opinion[]> {
  const since = now.subtract({ days: TWIN_WINDOW_DAYS })
  const own = signature(fresh)
  const days = { since: since.toPlainDate(), until: momentOf(fresh.recordedAt).toPlainDate() }
  const near = await db.$queryRaw<{ no: number }[]>`
    SELECT no FROM "OpinionIndex" WHERE twins && ${twinProbe(station.id, days, own)} AND "opinionId" <> ${fresh.id}
    ORDER BY no DESC LIMIT ${MOST_COMPARED}`
  if (near.length === 0) return []
  const rows = await db.opinion.findMany({
    where: {
      stationId: station.id,
      no: { in: near.map(({ no }) => no) },
      recordedAt: { gte: dateOf(since) },
      state: { notIn: GONE },
    },
    select: { no: true, text: true, place: true, street: true },
  })
  const twins = proposeTwins(
    own,
    rows.map((row) => ({ no: row.no, signature: signature(row) })),
  )
  const found = await db.opinion.findMany({
    where: { stationId: station.id, no: { in: twins.map(({ no }) => no) } },
  })
  return twins.flatMap(({ no }) => found.find((row) => row.no === no) ?? [])
}

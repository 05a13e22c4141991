import type { Tx } from '../../prisma/change.js'
import type { Opinion } from '../../prisma/generated/client.js'
import { likelyTwins, type Marks } from '../../station/opinion/likely-twins.js'
import { blockOf, probeKeys, twinProbe } from '../../station/opinion/search-keys.js'
import { UNCOUNTED_OPINIONS } from '../../station/opinion/states.js'
import { MAX_TWINS, proposeTwins, TWIN_WINDOW_DAYS, type TwinCandidate } from '../../station/opinion/twins.js'
import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { signature } from './index-opinion.js'

/** Read together: the first few nearly always hold the two that are named. */
const READ_TOGETHER = 16
/** Where places begin alike and none is the same, more are not read. */
const MOST_READ = 8 * READ_TOGETHER

/** At most two opinions of the last days that are likely the same matter. */
export async function findTwins(
  { db, station, now }: Pick<CommandContext, 'db' | 'station' | 'now'>,
  fresh: Opinion,
): Promise<Opinion[]> {
  const since = dateOf(now.subtract({ days: TWIN_WINDOW_DAYS }))
  const stationId = station.id
  // Numbers are given in the order of recording.
  const oldest = await db.opinion.findFirst({
    where: { stationId, recordedAt: { gte: since } },
    orderBy: { recordedAt: 'asc' },
    select: { no: true },
  })
  if (!oldest) return []
  const own = signature(fresh)
  const probe = twinProbe(own)
  const likely = likelyTwins(probe, await marksOf(db, stationId, probeKeys(probe), oldest.no, fresh.no)).filter(
    ({ no }) => no >= oldest.no && no !== fresh.no,
  )
  const read: TwinCandidate[] = []
  for (let at = 0; at < Math.min(likely.length, MOST_READ); at += READ_TOGETHER) {
    const numbers = likely.slice(at, at + READ_TOGETHER).map(({ no }) => no)
    const rows = await db.opinion.findMany({
      where: { stationId, no: { in: numbers }, recordedAt: { gte: since }, state: { notIn: UNCOUNTED_OPINIONS } },
      select: { no: true, text: true, place: true, street: true },
    })
    read.push(...rows.map((row) => ({ no: row.no, signature: signature(row) })))
    const last = proposeTwins(own, read)[MAX_TWINS - 1]
    const next = likely[at + READ_TOGETHER]
    if (!next || (last && (last.likeness > next.atMost || (last.likeness === next.atMost && last.no > next.no)))) break
  }
  const twins = proposeTwins(own, read)
  const found = await db.opinion.findMany({ where: { stationId, no: { in: twins.map(({ no }) => no) } } })
  return twins.flatMap(({ no }) => found.find((row) => row.no === no) ?? [])
}

const marksOf = (db: Tx, stationId: number, keys: readonly string[], from: number, until: number) =>
  db.$queryRaw<Marks[]>`
    SELECT key, block, marks::text AS marks FROM "OpinionKey"
    WHERE "stationId" = ${stationId} AND key = ANY(${[...keys]}) AND block BETWEEN ${blockOf(from)} AND ${blockOf(until)}`

import type { Tx } from '../../prisma/change.js'
import type { Opinion } from '../../prisma/generated/client.js'
import {
  BLOCK_OPINIONS,
  blockOf,
  blockSpans,
  holds,
  isKey,
  numbersIn,
  termKeys,
} from '../../station/opinion/search-keys.js'
import { searchedIn } from './index-opinion.js'
import { LISTED, MOST_COUNTED } from './listed.js'

const NOBODY = '0'.repeat(BLOCK_OPINIONS)

/** The newest opinions that hold every term, and how many there are (counted to MOST_COUNTED). */
export async function findOpinions(
  db: Tx,
  stationId: number,
  terms: readonly string[],
): Promise<{ rows: Opinion[]; total: number }> {
  const keys = [...new Set(terms.flatMap(termKeys))]
  const { last } = (await db.counter.findUnique({ where: { stationId_letter: { stationId, letter: 'Y' } } })) ?? {}
  if (keys.length === 0 || last === undefined) return { rows: [], total: 0 }
  const certain = terms.every(isKey)
  const found: number[] = []
  for (const span of blockSpans(blockOf(last))) {
    const numbers = await withKeys(db, stationId, keys, span)
    for (let at = 0; at < numbers.length && found.length < MOST_COUNTED; at += MOST_COUNTED) {
      const some = numbers.slice(at, at + MOST_COUNTED)
      found.push(...(certain ? some : await withTerms(db, stationId, some, terms)))
    }
    if (found.length >= MOST_COUNTED) break
  }
  const rows = await db.opinion.findMany({
    where: { stationId, no: { in: found.slice(0, LISTED) } },
    orderBy: { no: 'desc' },
  })
  return { rows, total: Math.min(found.length, MOST_COUNTED) }
}

/** Numbers of the opinions that hold every key, the newest first. */
async function withKeys(db: Tx, stationId: number, keys: readonly string[], span: { from: number; until: number }) {
  const blocks = await db.$queryRaw<{ block: number; marks: string }[]>`
    SELECT block, bit_and(marks)::text AS marks FROM "OpinionKey"
    WHERE "stationId" = ${stationId} AND key = ANY(${[...keys]}) AND block BETWEEN ${span.from} AND ${span.until}
    GROUP BY block HAVING count(*) = ${keys.length} AND bit_and(marks) <> ${NOBODY}::bit(1024)
    ORDER BY block DESC`
  return blocks.flatMap(({ block, marks }) => [...numbersIn(block, marks)])
}

/** Those of them whose words hold every term. */
async function withTerms(db: Tx, stationId: number, numbers: readonly number[], terms: readonly string[]) {
  const rows = await db.opinion.findMany({
    where: { stationId, no: { in: [...numbers] } },
    select: { no: true, text: true, place: true, category: true, unit: true },
    orderBy: { no: 'desc' },
  })
  return rows.filter((row) => holds(searchedIn(row), terms)).map(({ no }) => no)
}

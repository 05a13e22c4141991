import type { Tx } from '../../prisma/change.js'
import type { Opinion } from '../../prisma/generated/client.js'
import { searchKeys, twinKeys } from '../../station/opinion/search-keys.js'
import { type Signature, signatureOf } from '../../station/opinion/twins.js'
import { momentOf } from '../../station/time/civil.js'

/** What of an opinion is searched. */
export const SEARCHED = ['text', 'place', 'street', 'category', 'unit'] as const satisfies readonly (keyof Opinion)[]

export function signature({ text, place, street }: Pick<Opinion, 'text' | 'place' | 'street'>): Signature {
  const name = place?.split('·').at(-1)
  return signatureOf(text, name ? { name, label: name, street, known: true } : undefined)
}

/** Keeps the keys in step with the row: called whenever one of the searched columns was written. */
export async function indexOpinion(db: Tx, row: Opinion): Promise<void> {
  const { id: opinionId, stationId, no } = row
  const keys = keysOf(row)
  await db.opinionIndex.upsert({ where: { opinionId }, create: { opinionId, stationId, no, ...keys }, update: keys })
}

export const keysOf = (row: Pick<Opinion, 'stationId' | 'no' | 'recordedAt' | (typeof SEARCHED)[number]>) => ({
  words: searchKeys(
    row.stationId,
    row.no,
    SEARCHED.map((column) => row[column]),
  ),
  twins: twinKeys(row.stationId, momentOf(row.recordedAt).toPlainDate(), signature(row)),
})

/** What an undo gave its former words back. */
export async function reindexOpinions(db: Tx, entries: readonly { model: string; rowId: number }[]): Promise<void> {
  const ids = entries.flatMap(({ model, rowId }) => (model === 'Opinion' ? [rowId] : []))
  for (const row of await db.opinion.findMany({ where: { id: { in: ids } } })) await indexOpinion(db, row)
}

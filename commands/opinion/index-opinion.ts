import type { Tx } from '../../prisma/change.js'
import type { Opinion } from '../../prisma/generated/client.js'
import { BLOCK_OPINIONS, blockOf, markOf, searchKeys, twinKeys } from '../../station/opinion/search-keys.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { type Signature, signatureOf } from '../../station/opinion/twins.js'

/** What of an opinion is searched. */
const SEARCHED = ['text', 'place', 'category', 'unit'] as const satisfies readonly (keyof Opinion)[]
/** What it is found by; twins know a street too. */
const INDEXED = [...SEARCHED, 'street'] as const

/** Struck ones are found by nothing. */
const isGone = ({ state }: Pick<Opinion, 'state'>): boolean => STRUCK_OPINIONS.includes(state)

export const searchedIn = (row: Pick<Opinion, (typeof SEARCHED)[number]>): (string | null)[] =>
  SEARCHED.map((column) => row[column])

export function signature({ text, place, street }: Pick<Opinion, 'text' | 'place' | 'street'>): Signature {
  const name = place?.split('·').at(-1)
  return signatureOf(text, name ? { name, label: name, street, known: true } : undefined)
}

/** In one order always, so that two who write the same keys wait for each other and never in a circle. */
export const keysOf = (row: Pick<Opinion, 'state' | (typeof INDEXED)[number]>): string[] =>
  isGone(row) ? [] : [...new Set([...searchKeys(searchedIn(row)), ...twinKeys(signature(row))])].sort()

type Indexed = Pick<Opinion, 'id' | 'stationId' | 'no' | 'state' | (typeof INDEXED)[number]>

export const findableOtherwise = (before: Indexed, after: Indexed): boolean =>
  isGone(before) !== isGone(after) || INDEXED.some((column) => before[column] !== after[column])

/** Makes a new opinion findable. */
export async function indexOpinion(db: Tx, row: Indexed): Promise<void> {
  const keys = keysOf(row)
  await db.opinionIndex.create({ data: { opinionId: row.id, keys } })
  await mark(db, row, keys, [])
}

/** Keeps the keys in step with the row: called whenever it is `findableOtherwise`. */
export async function reindexOpinion(db: Tx, row: Indexed): Promise<void> {
  const known = (await db.opinionIndex.findUnique({ where: { opinionId: row.id } }))?.keys ?? []
  const keys = keysOf(row)
  const gone = known.filter((key) => !keys.includes(key))
  await db.opinionIndex.upsert({
    where: { opinionId: row.id },
    create: { opinionId: row.id, keys },
    update: { keys },
  })
  await mark(
    db,
    row,
    keys.filter((key) => !known.includes(key)),
    gone,
  )
}

/** What an undo gave its former words back. */
export async function reindexOpinions(db: Tx, entries: readonly { model: string; rowId: number }[]): Promise<void> {
  const ids = entries.flatMap(({ model, rowId }) => (model === 'Opinion' ? [rowId] : []))
  for (const row of await db.opinion.findMany({ where: { id: { in: ids } } })) await reindexOpinion(db, row)
}

/** Sets and takes away the marks of one opinion; a key that nothing in the block holds any more leaves no trace. */
async function mark(db: Tx, { stationId, no }: Indexed, added: readonly string[], gone: readonly string[]) {
  const [block, at] = [blockOf(no), markOf(no)]
  const changes = [...added.map((key) => ({ key, bit: 1 })), ...gone.map((key) => ({ key, bit: 0 }))].sort((a, b) =>
    a.key < b.key ? -1 : 1,
  )
  if (changes.length === 0) return
  const none = '0'.repeat(BLOCK_OPINIONS)
  await db.$executeRaw`
    INSERT INTO "OpinionKey" AS known ("stationId", key, block, marks)
    SELECT ${stationId}::int, key, ${block}::int, set_bit(${none}::bit(1024), ${at}::int, bit)
    FROM unnest(${changes.map(({ key }) => key)}::text[], ${changes.map(({ bit }) => bit)}::int[]) AS change (key, bit)
    ON CONFLICT ("stationId", key, block)
    DO UPDATE SET marks = set_bit(known.marks, ${at}::int, get_bit(excluded.marks, ${at}::int))`
  if (gone.length > 0)
    await db.$executeRaw`
      DELETE FROM "OpinionKey" WHERE "stationId" = ${stationId} AND block = ${block} AND key = ANY(${[...gone]})
      AND marks = ${none}::bit(1024)`
}

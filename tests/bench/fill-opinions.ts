import { keysOf } from '../../commands/opinion/index-opinion.js'
import type { Opinion } from '../../prisma/generated/client.js'
import type { Store } from '../../prisma/open.js'
import { BLOCK_OPINIONS, blockOf, markOf } from '../../station/opinion/search-keys.js'

export type Made = Pick<Opinion, 'text' | 'state' | 'category' | 'place' | 'recordedAt'>

/** A store full of opinions, a block at a time, as recording them one by one would have left it. */
export async function fill(
  { prisma, pool }: Store,
  stationId: number,
  original: Uint8Array<ArrayBuffer>,
  size: number,
  made: (no: number) => Made,
): Promise<void> {
  const reporters = await prisma.person.findMany({ select: { id: true } })
  for (let block = 0; block <= blockOf(size); block++) {
    const numbers = Array.from({ length: BLOCK_OPINIONS }, (_, at) => block * BLOCK_OPINIONS + at).filter(
      (no) => no >= 1 && no <= size,
    )
    const data = numbers.map((no) => ({
      stationId,
      no,
      reporterId: reporters[no % reporters.length]!.id,
      original,
      street: null,
      unit: null,
      ...made(no),
    }))
    const rows = await prisma.opinion.createManyAndReturn({ data, select: { id: true } })
    const marks = new Map<string, Uint8Array>()
    const index = data.map((row, at) => {
      const keys = keysOf(row)
      for (const key of keys) {
        const bits = marks.get(key) ?? new Uint8Array(BLOCK_OPINIONS).fill(48)
        bits[markOf(row.no)] = 49
        marks.set(key, bits)
      }
      return { opinionId: rows[at]!.id, keys }
    })
    await prisma.opinionIndex.createMany({ data: index })
    await pool.query(
      `insert into "OpinionKey" ("stationId", key, block, marks)
       select $1, key, $2, marks::bit(1024) from unnest($3::text[], $4::text[]) as made (key, marks)`,
      [stationId, block, [...marks.keys()], [...marks.values()].map((bits) => Buffer.from(bits).toString('ascii'))],
    )
  }
  await prisma.counter.upsert({
    where: { stationId_letter: { stationId, letter: 'Y' } },
    create: { stationId, letter: 'Y', last: size },
    update: { last: size },
  })
}

import type { Tx } from '../../prisma/change.js'
import { type Opinion, Prisma } from '../../prisma/generated/client.js'
import { blockKeys, blockOf, blockRounds, termGrams } from '../../station/opinion/search-keys.js'
import { MEMBERS } from '../../station/roles.js'
import { text } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { GONE, LISTED, MOST_COUNTED } from './listed.js'

/** The newest opinions that hold every term, and how many there are (counted to MOST_COUNTED). */
export async function findOpinions(
  db: Tx,
  stationId: number,
  terms: readonly string[],
): Promise<{ rows: Opinion[]; total: number }> {
  const wanted = [...new Set(terms.flatMap(termGrams))]
  const { last } = (await db.counter.findUnique({ where: { stationId_letter: { stationId, letter: 'Y' } } })) ?? {}
  if (wanted.length === 0 || last === undefined) return { rows: [], total: 0 }
  const found: number[] = []
  for (const blocks of blockRounds(blockOf(last))) {
    const keys = blocks.map((block) => Prisma.sql`i.words @> ${blockKeys(stationId, block, wanted)}`)
    // Keys find what may hold the terms; whether it does, word for word, is read from the row.
    const rows = await db.$queryRaw<{ no: number }[]>`
      SELECT o.no FROM "OpinionIndex" AS i JOIN "Opinion" AS o ON o.id = i."opinionId"
      WHERE (${Prisma.join(keys, ' OR ')}) AND NOT o.state = ANY(${GONE})
        AND (SELECT bool_and(position(lower(term) IN lower(concat_ws(' ', o.text, o.place, o.category, o.unit))) > 0)
             FROM unnest(${[...terms]}::text[]) AS term)
      ORDER BY i.no DESC LIMIT ${MOST_COUNTED - found.length}`
    found.push(...rows.map(({ no }) => no))
    if (found.length >= MOST_COUNTED) break
  }
  const rows = await db.opinion.findMany({
    where: { stationId, no: { in: found.slice(0, LISTED) } },
    orderBy: { no: 'desc' },
  })
  return { rows, total: found.length }
}

export const searchCommand = command({
  name: '查意见',
  aliases: ['搜意见', '找意见', '查'],
  summary: '按词或地点找意见',
  args: { words: text('词或地点', '配药') },
  who: MEMBERS,
  changes: false,
  examples: ['查意见 配药', '查意见 来凤街 照明'],
  async run({ db, station, say, roomId, message }, { words }) {
    const terms = words.split(/[\s,，、]+/).filter(Boolean)
    const { rows, total } = await findOpinions(db, station.id, terms)
    if (total > 0) return say(copy.list(rows, total, `“${terms.join(' ')}”`))
    // "查 一下几点开会" in a group is said to people.
    if (roomId === null || !/^\s*查\s/.test(message.raw)) await say(copy.notFound(terms.join(' ')))
  },
})

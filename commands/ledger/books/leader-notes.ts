import type { Tx } from '../../../prisma/change.js'
import { listed } from './input.js'

/** What leaders wrote on the records of one letter, by number. */
export async function notesOn(db: Tx, stationId: number, letter: 'J' | 'X'): Promise<(no: number) => string | null> {
  const rows = await db.leaderNote.findMany({
    where: { stationId, letter, state: 'given' },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
  })
  return (no) =>
    listed(rows.filter((row) => row.no === no).map(({ organ, person, on, text }) => `${on} ${organ}${person}：${text}`))
}

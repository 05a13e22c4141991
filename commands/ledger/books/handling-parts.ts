import type { Tx } from '../../../prisma/change.js'
import { handlingCopy } from '../../handling/copy.js'
import type { HandlingLetter, PartRow } from '../../handling/parts.js'

/** What each of several units did of one letter's records, by number; null where one unit has it alone. */
export async function unitsOn(db: Tx, stationId: number, letter: HandlingLetter, nos: readonly number[]) {
  const rows = (await db.handlingPart.findMany({
    where: { stationId, letter, recordNo: { in: [...nos] }, state: { not: 'struck' } },
    orderBy: { id: 'asc' },
  })) as PartRow[]
  const byNo = new Map<number, PartRow[]>()
  for (const row of rows) byNo.set(row.recordNo, [...(byNo.get(row.recordNo) ?? []), row])
  return (no: number): string | null => {
    const parts = byNo.get(no)
    return parts ? handlingCopy.bookCell(parts) : null
  }
}

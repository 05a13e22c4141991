import type { Opinion, Suggestion } from '../../prisma/generated/client.js'
import type { StationContext } from '../context.js'
import { handlingCopy } from './copy.js'
import { assistDue, type HandlingLetter, partsFor } from './parts.js'

type Reader = Pick<StationContext, 'db' | 'station'>

/** Every unit's part with the day by which it is due, where that is another day than the whole's. */
export async function duePartsOf(context: Reader, letter: HandlingLetter, no: number, opinion: Opinion | null = null) {
  const parts = await partsFor(context, letter, no)
  return parts.map((part) => ({ part, dueOn: part.role === 'assist' ? assistDue(part, opinion) : null }))
}

/** One line for the record; empty where one unit has it alone. */
export async function partsLine(context: Reader, row: Suggestion | Opinion): Promise<string> {
  const parts = 'leadId' in row ? await duePartsOf(context, 'J', row.no) : await duePartsOf(context, 'Y', row.no, row)
  return parts.length === 0 ? '' : handlingCopy.line(parts)
}

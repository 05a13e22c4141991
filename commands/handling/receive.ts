import { receiptOf } from '../../station/handling/parts.js'
import type { CommandContext } from '../context.js'
import { findUnit } from '../opinion/units.js'
import { handlingCopy } from './copy.js'
import { type HandlingLetter, type PartRow, partsFor, patchPart } from './parts.js'

export interface Receipt {
  part: PartRow
  parts: readonly PartRow[]
}

/** Which unit signed. Undefined: one unit has the matter alone; null: refused, and said so. */
export async function receivedPart(
  context: CommandContext,
  letter: HandlingLetter,
  no: number,
  typed: string,
): Promise<Receipt | null | undefined> {
  const parts = await partsFor(context, letter, no)
  if (parts.length === 0) return undefined
  const unit = typed === '' ? null : await findUnit(context, typed)
  const name = unit === null ? null : 'found' in unit ? unit.found.name : typed
  const decided = receiptOf(parts, name)
  if (decided.ok) return { part: decided.value, parts }
  await context.say(handlingCopy.refused(`${letter}${no}`, decided.error))
  return null
}

/** Writes the receipt; answers with what to say. */
export async function keepReceipt(context: CommandContext, ref: string, { part, parts }: Receipt): Promise<string> {
  await patchPart(context, part, { state: 'received', receivedOn: context.now.toPlainDate().toString() })
  const waiting = parts.filter((one) => one !== part && one.state === 'waiting').map(({ unit }) => unit)
  return handlingCopy.received(ref, part.unit, waiting)
}

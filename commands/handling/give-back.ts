import { returnOf, vacancyOf } from '../../station/handling/parts.js'
import type { CommandContext } from '../context.js'
import { masked } from '../opinion/masked.js'
import { leadingUnit } from '../opinion/units.js'
import { handlingCopy } from './copy.js'
import { type HandlingLetter, type PartRow, partsFor } from './parts.js'

/**
 * Whose part is given back (退办 J5 医保局 不属我局职责). Undefined: one unit has the matter alone; null: refused, and said so.
 */
async function returningPart(
  context: CommandContext,
  letter: HandlingLetter,
  no: number,
  words: string,
): Promise<{ part: PartRow; whole: boolean; reason: string } | null | undefined> {
  const parts = await partsFor(context, letter, no)
  if (parts.length === 0) return undefined
  const [first = ''] = words.trim().split(/\s+/)
  const leading = await leadingUnit(context, words.trim() === first ? `${first} 。` : words)
  const named = leading && parts.some(({ unit }) => unit === leading.found.name) ? leading : undefined
  const decided = returnOf(parts, named?.found.name ?? null)
  if (decided.ok) return { ...decided.value, reason: named ? named.rest.replace(/^。$/, '') : words }
  await context.say(handlingCopy.refused(`${letter}${no}`, decided.error))
  return null
}

/** What a 退办 says, of the whole matter or of one part of several; null: refused, and said so. */
export async function saidReturn(context: CommandContext, letter: HandlingLetter, no: number, words: string) {
  const returning = await returningPart(context, letter, no, words)
  if (returning === null) return null
  const reason = await masked(context, returning?.reason ?? words)
  const suggestedUnit = /建议\s*(\S+)\s*$/.exec(reason)?.[1]
  const said = { reason, ...(suggestedUnit && { suggestedUnit }) }
  const part = returning && !returning.whole ? returning.part : undefined
  const event = part
    ? ({ kind: 'partReturn', by: part.unit, ...said } as const)
    : ({ kind: 'returnAsNotOurs', ...said } as const)
  return { event, suggestedUnit, part, givenBack: returning?.part, detail: part ? `${part.unit}：${reason}` : reason }
}

/** The part that `unit` takes over; null: there is none, or it has a part already, and that was said. */
export async function vacantPart(
  context: CommandContext,
  ref: string,
  parts: readonly PartRow[],
  unit: string,
): Promise<PartRow | null> {
  const vacancy = vacancyOf(parts, null)
  if (vacancy.ok && !parts.some((part) => part !== vacancy.value && part.unit === unit)) return vacancy.value
  await context.say(vacancy.ok ? handlingCopy.already(ref, unit) : handlingCopy.refused(ref, vacancy.error))
  return null
}

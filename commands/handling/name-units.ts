import type { Assigned } from '../../station/handling/parts.js'
import { namesSeveral, readAssignment } from '../../station/handling/read-assignment.js'
import type { UnitMatch } from '../../station/opinion/units.js'
import type { StationContext } from '../context.js'
import { type FoundUnit, findUnit } from '../opinion/units.js'

export type NamedUnits =
  | { kind: 'units'; assigned: Assigned; units: readonly FoundUnit[] }
  | { kind: 'nobody' }
  /** Several without a role: who leads must be said. */
  | { kind: 'sayRoles'; names: readonly string[] }
  | { kind: 'unknown'; typed: string; match: Exclude<UnitMatch, { kind: 'one' }> }

type Directory = Pick<StationContext, 'db' | 'station' | 'settings'>

/** The units that words name, with who leads and who assists, as the directory spells them. */
export async function nameUnits(context: Directory, words: string): Promise<NamedUnits> {
  const typed = words.trim()
  if (typed === '') return { kind: 'nobody' }
  const read = readAssignment(typed)
  if (!read) {
    const answer = await findUnit(context, typed)
    if ('found' in answer) {
      const { found } = answer
      return { kind: 'units', assigned: { mode: 'lead', lead: [found.name], assisting: [] }, units: [found] }
    }
    const several = namesSeveral(typed) ? await resolveAll(context, typed.split(/[\s,，、;；]+/).filter(Boolean)) : null
    return several && Array.isArray(several)
      ? { kind: 'sayRoles', names: several.map(({ name }) => name) }
      : { kind: 'unknown', typed, match: answer.match }
  }
  const lead = await resolveAll(context, read.lead)
  if (!Array.isArray(lead)) return lead
  const assisting = await resolveAll(context, read.assisting)
  if (!Array.isArray(assisting)) return assisting
  const named = (units: readonly FoundUnit[]) => [...new Set(units.map(({ name }) => name))]
  return {
    kind: 'units',
    assigned: { mode: read.mode, lead: named(lead), assisting: named(assisting) },
    units: [...lead, ...assisting],
  }
}

async function resolveAll(
  context: Directory,
  names: readonly string[],
): Promise<FoundUnit[] | (NamedUnits & { kind: 'unknown' })> {
  const found: FoundUnit[] = []
  for (const typed of names) {
    const answer = await findUnit(context, typed)
    if (!('found' in answer)) return { kind: 'unknown', typed, match: answer.match }
    found.push(answer.found)
  }
  return found
}

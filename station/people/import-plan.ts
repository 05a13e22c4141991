import type { RosterEntry } from './roster-entry.js'
import { type KnownPerson, matchPerson } from './roster-match.js'

export interface ImportPlan {
  readonly added: readonly RosterEntry[]
  /** Known to the district, new to this station. */
  readonly joined: readonly { readonly entry: RosterEntry; readonly person: KnownPerson }[]
  readonly kept: readonly { readonly entry: RosterEntry; readonly person: KnownPerson }[]
}

/** Who of a roster is new and who is already there: the same file twice doubles nobody. */
export function planImport(entries: readonly RosterEntry[], known: readonly KnownPerson[]): ImportPlan {
  const byName = new Map<string, KnownPerson[]>()
  for (const person of known) byName.set(person.name, [...(byName.get(person.name) ?? []), person])
  const added: RosterEntry[] = []
  const joined: { entry: RosterEntry; person: KnownPerson }[] = []
  const kept: { entry: RosterEntry; person: KnownPerson }[] = []
  for (const entry of entries) {
    const person = matchPerson(entry, byName.get(entry.name) ?? [])
    if (!person) added.push(entry)
    else if (person.here) kept.push({ entry, person })
    else joined.push({ entry, person })
  }
  return { added, joined, kept }
}

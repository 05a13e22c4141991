import { fold } from '../text/fold.js'

export interface RosterName {
  readonly personId: number
  readonly name: string
  /** Group nicknames and other names by which the person is known here. */
  readonly aliases?: readonly string[]
}

/** Names by their folded form, prepared once for a whole list. */
export interface Roster {
  readonly byName: ReadonlyMap<string, ReadonlySet<number>>
  /** Folded names and aliases by their first character, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>
  readonly bySurname: ReadonlyMap<string, ReadonlySet<number>>
  readonly byGivenName: ReadonlyMap<string, ReadonlySet<number>>
  readonly nameOf: ReadonlyMap<number, string>
}

const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '皇甫',
  '尉迟',
  '夏侯',
  '东方',
  '慕容',
  '令狐',
  '端木',
]

/** Folded, and in small letters; the length is kept, so positions are those of the folded text. */
export const nameKey = (folded: string): string => folded.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const surnameLength = (name: string): number =>
  COMPOUND_SURNAMES.some((compound) => name.startsWith(compound)) ? 2 : 1

const add = (index: Map<string, Set<number>>, key: string, personId: number): void => {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([personId]))
  else known.add(personId)
}

export const rosterOf = (names: readonly RosterName[]): Roster => {
  const byName = new Map<string, Set<number>>()
  const bySurname = new Map<string, Set<number>>()
  const byGivenName = new Map<string, Set<number>>()
  for (const { personId, name, aliases = [] } of names) {
    for (const one of [name, ...aliases]) {
      const key = nameKey(fold(one))
      if (key !== '') add(byName, key, personId)
    }
    const full = nameKey(fold(name))
    const surname = surnameLength(full)
    add(bySurname, full.slice(0, surname), personId)
    if (full.length - surname >= 2) add(byGivenName, full.slice(surname), personId)
  }
  const byFirst = new Map<string, string[]>()
  for (const key of byName.keys()) {
    const first = String.fromCodePoint(key.codePointAt(0)!)
    byFirst.set(first, [...(byFirst.get(first) ?? []), key])
  }
  for (const keys of byFirst.values()) keys.sort((a, b) => b.length - a.length)
  const nameOf = new Map(names.map(({ personId, name }) => [personId, name]))
  return { byName, byFirst, bySurname, byGivenName, nameOf }
}

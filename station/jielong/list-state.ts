import { type JielongRow, MAX_ROWS } from './list.js'
import { personKey } from './resolve-rows.js'

/**
 * in: by the person's own word, or so when the list first came to us. pending: typed in by somebody else (代报), waits for
 * the person. unrecognised: a row of nobody we know, kept because a name must never be dropped. withdrawn: history.
 */
export type EntryState = 'in' | 'pending' | 'unrecognised' | 'withdrawn'

/** The last word on one person, or on one row of an unknown one. */
export interface ListEntry {
  /** `p12` for a person, `?text` for a row that nobody of the roster is named in. */
  readonly key: string
  readonly personId: number | null
  /** The row as its owner last wrote it. */
  readonly text: string
  readonly state: EntryState
  /** Who wrote it; null where that is not known. */
  readonly enteredBy: number | null
  /** Unix seconds of the owner's last word, where the XML told. */
  readonly atS: number | null
}

/** A row as it stood in one version that went round. */
export interface SeenRow {
  readonly key: string
  readonly text: string
  readonly struck: boolean
}

/** The canonical list, and the versions people may still be editing. Plain data, to be stored as it is. */
export interface ListState {
  /** In the order of arrival. */
  readonly entries: readonly ListEntry[]
  /** Oldest first. */
  readonly versions: readonly (readonly SeenRow[])[]
  /** Rows of unknown names that turned out to be somebody's: key of the row → person. */
  readonly claims: Readonly<Record<string, number>>
}

/** Older versions are hardly replied to any more, and each costs room in the store. */
const MAX_VERSIONS = 40

export const EMPTY_LIST: ListState = { entries: [], versions: [], claims: {} }

export const isActive = (entry: ListEntry): boolean => entry.state !== 'withdrawn'

/** What a list printed now holds, in order. */
export const activeEntries = (state: ListState): readonly ListEntry[] =>
  state.entries.filter(isActive).slice(0, MAX_ROWS)

export const activeRows = (state: ListState): readonly SeenRow[] =>
  activeEntries(state).map(({ key, text }) => ({ key, text, struck: false }))

/** Somebody signed up or left by another way than the list (a command, a convenor's correction). */
export const noteWord = (
  state: ListState,
  word: { personId: number; text: string; state: EntryState; enteredBy: number; atS: number | null },
): ListState => ({ ...state, entries: withEntry(state.entries, { ...word, key: personKey(word.personId) }) })

/** The canonical list was posted: from now on people may be editing that. */
export const notePosted = (state: ListState): ListState => withVersion(state, activeRows(state))

/** A row of an unknown name is this person's, in this version and every other. */
export const claimRow = (state: ListState, key: string, personId: number): ListState => {
  const claimed = personKey(personId)
  const versions = state.versions.map((version) =>
    version.map((row) => (row.key === key ? { ...row, key: claimed } : row)),
  )
  const row = state.entries.find((entry) => entry.key === key)
  const known = state.entries.some((entry) => entry.key === claimed)
  const entries = known
    ? state.entries.filter((entry) => entry.key !== key)
    : state.entries.map((entry) =>
        entry === row ? { ...entry, key: claimed, personId, state: claimedState(entry) } : entry,
      )
  return { entries, versions, claims: { ...state.claims, [key]: personId } }
}

const claimedState = ({ state }: ListEntry): EntryState => (state === 'unrecognised' ? 'in' : state)

/** Puts an entry in its place; who comes back after leaving goes to the end of the line. */
export const withEntry = (entries: readonly ListEntry[], entry: ListEntry): readonly ListEntry[] => {
  const before = entries.find(({ key }) => key === entry.key)
  if (before === undefined) return [...entries, entry]
  if (!isActive(before) && isActive(entry)) return [...entries.filter((one) => one !== before), entry]
  return entries.map((one) => (one === before ? entry : one))
}

export const withVersion = (state: ListState, rows: readonly SeenRow[]): ListState => {
  const last = state.versions.at(-1)
  if (last !== undefined && sameRows(last, rows)) return state
  return { ...state, versions: [...state.versions, rows].slice(-MAX_VERSIONS) }
}

const sameRows = (a: readonly SeenRow[], b: readonly SeenRow[]): boolean =>
  a.length === b.length && a.every((row, i) => sameRow(row, b[i]!))

export const sameRow = (a: SeenRow, b: SeenRow): boolean =>
  a.key === b.key && a.text === b.text && a.struck === b.struck

/** What is kept of a row to recognise it in the next version. */
export const seenRow = ({ key, text, struck }: Pick<JielongRow, 'text' | 'struck'> & { key: string }): SeenRow => ({
  key,
  text,
  struck,
})

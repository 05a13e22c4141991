/** An entry of the history as the store holds it now. */
export interface StoredEntry {
  readonly id: number
  readonly model: string
  readonly rowId: number
  /** What its mark says: `bare` it has none, `unknownKey` nobody here can read it. */
  readonly signed: 'own' | 'other' | 'unknownKey' | 'bare'
  /** What tells its mark from others. */
  readonly mark: string
}

/** An entry as a guard noted it. */
export type NotedEntry = Omit<StoredEntry, 'signed'>

export type HistoryFinding =
  | { readonly code: 'entryChanged' | 'entryMissing' | 'entryAdded'; readonly entry: NotedEntry }
  | { readonly code: 'guardChanged' }
  | { readonly code: 'otherKey'; readonly entries: number }

interface History {
  readonly stored: readonly StoredEntry[]
  /** What the guards say there was. */
  readonly noted: readonly NotedEntry[]
  /** Guards cover entries later than the first, up to the last. */
  readonly after: number
  readonly upTo: number
  readonly broken: boolean
  /** Entries noted by guards whose marks nobody here can read. */
  readonly unread: number
}

/**
 * Whether the history is what was written: a mark that is not the house's was put under a rewritten or a slipped-in entry, one
 * that stands twice was copied, one that a guard noted and is gone was taken out, and so was one that bears another number now.
 */
export const checkHistory = ({
  stored,
  noted,
  after,
  upTo,
  broken,
  unread: unreadNotes,
}: History): HistoryFinding[] => {
  const findings: HistoryFinding[] = broken ? [{ code: 'guardChanged' }] : []
  const unread = Math.max(unreadNotes, stored.filter(({ signed }) => signed === 'unknownKey').length)
  if (unread > 0) findings.push({ code: 'otherKey', entries: unread })
  const known = new Map(noted.map((entry) => [entry.id, entry]))
  const present = new Map(stored.map((entry) => [entry.id, entry]))
  const seen = new Set<string>()
  for (const entry of stored) {
    const before = known.get(entry.id)
    const guarded = entry.id > after && entry.id <= upTo
    const copied = entry.mark !== '' && seen.has(entry.mark)
    seen.add(entry.mark)
    if (entry.signed === 'bare' || copied || (guarded && !before)) findings.push({ code: 'entryAdded', entry })
    else if (entry.signed === 'other' || (before && before.mark !== entry.mark))
      findings.push({ code: 'entryChanged', entry })
  }
  for (const entry of noted) if (!present.has(entry.id)) findings.push({ code: 'entryMissing', entry })
  return findings
}

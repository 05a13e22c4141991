import { findHeading, type HeadingFault } from './roster-columns.js'
import { type EntryFault, type EntryRules, type RosterEntry, readEntry } from './roster-entry.js'
import { compareTotals, type DeclaredTotals, isTotalsRow, readTotals, type TotalsFault } from './roster-totals.js'
import type { TableRow } from './table.js'

export type RosterFault =
  | HeadingFault
  | { readonly code: 'no-people' }
  | { readonly code: EntryFault; readonly line: number }
  | ({ readonly code: 'totals' } & TotalsFault)

export interface RosterReading {
  readonly entries: readonly RosterEntry[]
  /** Any fault, and nothing of the file is taken over. */
  readonly faults: readonly RosterFault[]
  readonly declared: DeclaredTotals | null
}

/** Reads a whole roster: headings, lines, sums. `declared`: what the sender said it adds up to. */
export function readRoster(
  rows: readonly TableRow[],
  rules: EntryRules & { readonly declared?: DeclaredTotals },
): RosterReading {
  const heading = findHeading(rows)
  if (!heading.ok) return { entries: [], faults: heading.faults, declared: null }
  const width = heading.row.cells.findLastIndex(({ text }) => text.trim() !== '') + 1
  const faults: RosterFault[] = []
  const entries: RosterEntry[] = []
  let totals = rules.declared
  for (const row of rows) {
    if (row.line <= heading.row.line || row.cells.every(({ text, odd }) => text.trim() === '' && odd === undefined))
      continue
    if (isTotalsRow(row)) {
      totals ??= readTotals(row.cells.map(({ text }) => text).join(' '))
      continue
    }
    const read = readEntry(row, heading.columns, { ...rules, width })
    entries.push(read.entry)
    faults.push(...read.faults.map((code) => ({ code, line: row.line })))
  }
  if (entries.length === 0) faults.push({ code: 'no-people' })
  faults.push(...repeated(entries))
  if (totals) faults.push(...compareTotals(totals, entries).map((fault) => ({ code: 'totals' as const, ...fault })))
  return { entries, faults, declared: totals ?? null }
}

/** The second of two lines with one name is at fault: the same person twice, or two people nobody could tell apart. */
function repeated(entries: readonly RosterEntry[]): RosterFault[] {
  const first = new Map<string, RosterEntry>()
  const faults: RosterFault[] = []
  for (const entry of entries) {
    const before = entry.name === '' ? undefined : first.get(entry.name)
    if (!before) first.set(entry.name, entry)
    else {
      const same = before.level === entry.level && before.employer === entry.employer
      faults.push({ code: same ? 'same-line-twice' : 'one-name-twice', line: entry.line })
    }
  }
  return faults
}

import type { Finding, HistoryEntry, RowImage } from './seal.js'

/** A row that the history says was made. */
export interface MadeRow {
  readonly model: string
  readonly rowId: number
  readonly label: string
}

interface OpenMonth {
  /** The rows of the month as they are now. */
  readonly rows: readonly RowImage[]
  /** Every entry of the history about these rows, oldest first. */
  readonly history: readonly HistoryEntry[]
  /** Rows made by the history that the store no longer holds. Nothing is ever deleted through the front door. */
  readonly gone: readonly MadeRow[]
  /** Models of which a station begins with rows that have no history: its roster. */
  readonly given: ReadonlySet<string>
}

/**
 * A month that is not sealed yet, held against the history of changes: made from its first entry and changed by the later
 * ones, every row must be what the store holds now. This finds what was written past the front door; only the seal guards the
 * history itself.
 */
export const verifyOpenMonth = ({ rows, history, gone, given }: OpenMonth): Finding[] => {
  const entries = new Map<string, HistoryEntry[]>()
  for (const entry of history) {
    const key = `${entry.model}:${entry.rowId}`
    entries.set(key, [...(entries.get(key) ?? []), entry])
  }
  const findings: Finding[] = gone.map(({ model, label }) => ({ code: 'missing', model, label }))
  for (const { model, rowId, label, columns } of rows) {
    const own = entries.get(`${model}:${rowId}`) ?? []
    const made = own.some(({ before }) => before === null)
    if (!made && !given.has(model)) findings.push({ code: 'added', model, label })
    const told: Record<string, string> = Object.assign({}, ...own.map(({ after }) => after))
    for (const [column, value] of Object.entries(told))
      if (column in columns && columns[column] !== value) findings.push({ code: 'changed', model, label, column })
  }
  return findings
}

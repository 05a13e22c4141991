/**
 * The seal over a month: a digest of every column of every row, and one hash over all of them and the seal before
 * (a chain, so that no month can be sealed anew without changing every later one).
 */

/** SHA-256 of a text, lower-case hex. Handed in: the rules hold no cryptography. */
export type Sha256 = (text: string) => string

/** A row as the store holds it; values in one spelling each, so that equal values are equal texts. */
export interface RowImage {
  readonly model: string
  readonly rowId: number
  /** What people call it: H12. */
  readonly label: string
  readonly columns: Readonly<Record<string, string>>
}

export interface SealedRow {
  readonly model: string
  readonly rowId: number
  readonly label: string
  readonly digests: Readonly<Record<string, string>>
}

export interface SealHead {
  readonly stationId: number
  /** "2026-05" */
  readonly month: string
  /** Empty for the first seal of a station. */
  readonly previousHash: string
  readonly lastAuditId: number
}

const DIGEST_CHARS = 16
const CODE_CHARS = 8

const digestOf = (sha256: Sha256, model: string, rowId: number, column: string, value: string): string =>
  sha256(JSON.stringify([model, rowId, column, value])).slice(0, DIGEST_CHARS)

export const sealRow = (sha256: Sha256, { model, rowId, label, columns }: RowImage): SealedRow => ({
  model,
  rowId,
  label,
  digests: Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, digestOf(sha256, model, rowId, column, value)]),
  ),
})

const byModelAndRow = (a: SealedRow, b: SealedRow): number =>
  a.model === b.model ? a.rowId - b.rowId : a.model < b.model ? -1 : 1

export const sealHash = (sha256: Sha256, head: SealHead, rows: readonly SealedRow[]): string => {
  const lines = [...rows]
    .sort(byModelAndRow)
    .map(({ model, rowId, label, digests }) => [model, rowId, label, Object.entries(digests).sort()])
  const { stationId, month, previousHash, lastAuditId } = head
  return sha256(JSON.stringify([stationId, month, previousHash, lastAuditId, lines]))
}

/** What people compare by eye. */
export const sealCode = (hash: string): string => hash.slice(0, CODE_CHARS)

/** What the history says of a row after the seal. */
export interface HistoryEntry {
  readonly id: number
  readonly model: string
  readonly rowId: number
  /** null: it was made then. */
  readonly before: Readonly<Record<string, string>> | null
  readonly after: Readonly<Record<string, string>>
}

export type Finding =
  | { readonly code: 'changed'; readonly model: string; readonly label: string; readonly column: string }
  | { readonly code: 'missing' | 'added'; readonly model: string; readonly label: string }
  /** The seal itself was written over, or the one before it. */
  | { readonly code: 'sealChanged' | 'chainBroken' }
  /** An entry of the history, by its number; `label` is the row it is about, "" where that row is not of the month. */
  | {
      readonly code: 'entryChanged' | 'entryMissing' | 'entryAdded'
      readonly model: string
      readonly label: string
      readonly entry: number
    }
  /** The notes of which entries there were, written over. */
  | { readonly code: 'guardChanged' }
  /** Marks that a key made which is not here: nobody can say. */
  | { readonly code: 'otherKey'; readonly entries: number }

interface Sealed {
  readonly head: SealHead
  readonly hash: string
  readonly rows: readonly SealedRow[]
  /** Hash of the seal before, as it stands now; "" where there is none. */
  readonly hashBefore: string
}

interface Now {
  /** The rows of the month and every sealed row, as they are now. */
  readonly rows: readonly RowImage[]
  /** Entries of the history written after the seal, oldest first. */
  readonly history: readonly HistoryEntry[]
}

const keyOf = ({ model, rowId }: { model: string; rowId: number }): string => `${model}:${rowId}`

/**
 * Whether a sealed month is what it was. A change through the front door left its entry in the history: taken back step by
 * step it must lead to the sealed value. Whatever does not was changed behind the books' back, and is named with its column.
 */
export const verifySeal = (sha256: Sha256, sealed: Sealed, now: Now): Finding[] => {
  const findings: Finding[] = []
  if (sealHash(sha256, sealed.head, sealed.rows) !== sealed.hash) findings.push({ code: 'sealChanged' })
  if (sealed.head.previousHash !== sealed.hashBefore) findings.push({ code: 'chainBroken' })
  const current = new Map(now.rows.map((row) => [keyOf(row), row]))
  const history = new Map<string, HistoryEntry[]>()
  for (const entry of now.history) {
    const known = history.get(keyOf(entry))
    if (known) known.push(entry)
    else history.set(keyOf(entry), [entry])
  }
  const known = new Set<string>()
  for (const row of sealed.rows) {
    known.add(keyOf(row))
    const image = current.get(keyOf(row))
    const { model, label } = row
    if (!image) findings.push({ code: 'missing', model, label })
    else
      for (const column of changedColumns(sha256, row, image, history.get(keyOf(row)) ?? []))
        findings.push({ code: 'changed', model, label, column })
  }
  for (const row of now.rows)
    if (!known.has(keyOf(row)) && !history.has(keyOf(row)))
      findings.push({ code: 'added', model: row.model, label: row.label })
  return findings
}

function changedColumns(sha256: Sha256, sealed: SealedRow, now: RowImage, history: readonly HistoryEntry[]): string[] {
  return Object.entries(sealed.digests)
    .filter(([column, digest]) => {
      const steps = history.filter(({ after }) => after[column] !== undefined)
      let value = now.columns[column] ?? 'null'
      for (const { before, after } of [...steps].reverse()) {
        if (after[column] !== value || before === null) return true
        value = before[column] ?? 'null'
      }
      return digestOf(sha256, sealed.model, sealed.rowId, column, value) !== digest
    })
    .map(([column]) => column)
}

import { fromImage } from '../../../prisma/change.js'
import type { AuditEntry } from '../../../prisma/generated/client.js'
import type { BookRow } from '../../../station/ledger/book.js'
import { BOOKS } from '../../../station/ledger/books.js'
import { SEALED_MODELS, type SealedModelName } from '../../../station/ledger/sealed-columns.js'
import { rowImages } from '../seal/sealed-rows.js'
import { type BookLoader, instants, minuteText } from './input.js'

/** Kept by the program for itself: no heading of any form. */
const INNER: readonly string[] = ['history', 'stamps', 'lastSeq', 'arrivalSeq', 'digests']
const CELL_CHARS = 80

/**
 * Book 13: what was changed in a month already sealed, what was taken back, and what somebody declared to be wrong. The
 * record itself keeps its history; here stands what it was and what it became.
 */
export const loadCorrections: BookLoader = async ({ db, station, span }) => {
  const declared = await db.ledgerCorrection.findMany({
    where: { stationId: station.id, state: 'given', correctedAt: instants(span) },
    orderBy: { no: 'asc' },
  })
  const entries = await db.auditEntry.findMany({
    where: {
      stationId: station.id,
      at: instants(span),
      model: { in: Object.keys(SEALED_MODELS) },
    },
    orderBy: { id: 'asc' },
  })
  const changed = entries.filter(({ before }) => before !== null)
  const sealed = await db.sealedRow.findMany({
    where: { seal: { stationId: station.id }, rowId: { in: changed.map(({ rowId }) => rowId) } },
    include: { seal: { select: { month: true, lastAuditId: true } } },
    orderBy: { id: 'asc' },
  })
  const sealOf = ({ id, model, rowId }: AuditEntry) =>
    sealed.find((row) => row.model === model && row.rowId === rowId && row.seal.lastAuditId < id)
  const labels = new Map<string, string>()
  const taken = changed.filter((entry) => entry.undoes !== null && !sealOf(entry))
  for (const model of new Set(taken.map((entry) => entry.model as SealedModelName))) {
    const ids = taken.filter((entry) => entry.model === model).map(({ rowId }) => rowId)
    for (const { rowId, label } of await rowImages(db, model, ids)) labels.set(`${model}:${rowId}`, label)
  }
  const rows = changed.flatMap((entry): BookRow[] => {
    const seal = sealOf(entry)
    if (!seal && entry.undoes === null) return []
    const ref = seal?.label ?? labels.get(`${entry.model}:${entry.rowId}`) ?? ''
    return linesOf(entry, ref, seal?.seal.month ?? null)
  })
  return [
    ...rows,
    ...declared.map((row) => ({
      at: minuteText(row.correctedAt),
      ref: row.ref,
      after: row.text,
      reason: '更正说明',
      by: row.byName,
    })),
  ].sort((a, b) => String(a.at).localeCompare(String(b.at)))
}

function linesOf(entry: AuditEntry, ref: string, month: string | null): BookRow[] {
  const model = SEALED_MODELS[entry.model as SealedModelName]
  const [before, after] = [entry.before, entry.after] as Record<string, unknown>[]
  return Object.keys(after ?? {})
    .filter((column) => !INNER.includes(column))
    .map((column) => ({
      at: minuteText(entry.at),
      ref,
      book: BOOKS.find(({ key }) => key === model.book)!.title,
      column: (model.columns as Record<string, string>)[column] ?? column,
      before: valueText(before?.[column]),
      after: valueText(after?.[column]),
      reason: entry.undoes === null ? entry.action : '撤销',
      by: entry.actorName,
      sealed: month,
    }))
}

function valueText(stored: unknown): string | null {
  const value = fromImage(stored)
  if (value === null || value === undefined) return null
  if (value instanceof Date) return minuteText(value)
  if (value instanceof Uint8Array) return '（密存）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, CELL_CHARS)
}

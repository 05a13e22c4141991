import { encode, type Tx } from '../../../prisma/change.js'
import type { LedgerSeal } from '../../../prisma/generated/client.js'
import { verifyOpenMonth } from '../../../station/ledger/open-month.js'
import {
  type Finding,
  type HistoryEntry,
  type RowImage,
  type SealedRow,
  verifySeal,
} from '../../../station/ledger/seal.js'
import type { SealedModelName } from '../../../station/ledger/sealed-columns.js'
import { sealText, sha256, spanOfMonth } from './seal-month.js'
import { rowImages, sealedRowsOf } from './sealed-rows.js'
import { type Verifying, verifyHistory } from './verify-history.js'

export interface Verification {
  seal: LedgerSeal
  findings: Finding[]
  /** Changes that went through the front door after the seal. */
  corrections: number
}

/** Whether a sealed month still is what it was; null: it was never sealed. */
export async function verifyMonth(
  verifying: Verifying,
  stationId: number,
  month: string,
): Promise<Verification | null> {
  const { db } = verifying
  const seal = await db.ledgerSeal.findUnique({ where: { stationId_month: { stationId, month } } })
  if (!seal) return null
  const previous = await db.ledgerSeal.findFirst({
    where: { stationId, id: { lt: seal.id } },
    orderBy: { id: 'desc' },
  })
  const stored = await db.sealedRow.findMany({ where: { sealId: seal.id } })
  const rows = stored.map(
    ({ model, rowId, label, digests }): SealedRow => ({
      model,
      rowId,
      label,
      digests: digests as Record<string, string>,
    }),
  )
  const current = await rowsNow(db, seal, rows, previous?.lastAuditId ?? 0)
  const history = await historySince(db, seal.lastAuditId, current)
  const { previousHash, lastAuditId, hash } = seal
  const findings = verifySeal(
    sha256,
    { head: { stationId, month, previousHash, lastAuditId }, hash, rows, hashBefore: previous?.hash ?? '' },
    { rows: current, history },
  )
  findings.unshift(...forged(verifying, seal, findings))
  const sealed = new Set(rows.map(({ model, rowId }) => `${model}:${rowId}`))
  // What was written down later, about this month, is held against its history alone.
  const later = current.filter(({ model, rowId }) => !sealed.has(`${model}:${rowId}`))
  findings.push(...verifyOpenMonth({ rows: later, history, gone: [], given: new Set(later.map(({ model }) => model)) }))
  const asked = { stationId, after: seal.lastAuditId, rows: current, only: 'rows' } as const
  const ofHistory = (await verifyHistory(verifying, asked)).findings
  const keyless = findings.some(({ code }) => code === 'otherKey')
  findings.push(...ofHistory.filter(({ code }) => code !== 'otherKey' || !keyless))
  const corrections = new Set(history.filter(({ model, rowId }) => sealed.has(`${model}:${rowId}`)).map(({ id }) => id))
  return { seal, findings, corrections: corrections.size }
}

/** A seal that fits its rows, but was not made by this house: all of it was written anew. */
function forged(
  { services }: Verifying,
  { stationId, month, hash, mark, rowCount }: LedgerSeal,
  found: Finding[],
): Finding[] {
  const said = services.signed(sealText(stationId, month, hash), mark)
  if (said === 'unknownKey') return [{ code: 'otherKey', entries: rowCount }]
  const told = found.some(({ code }) => code === 'sealChanged')
  return said === 'own' || told ? [] : [{ code: 'sealChanged' }]
}

/** The rows of the month, and those that were in it when it was sealed and are elsewhere now. */
async function rowsNow(db: Tx, seal: LedgerSeal, sealed: readonly SealedRow[], after: number): Promise<RowImage[]> {
  const scope = { db, stationId: seal.stationId, span: spanOfMonth(seal.month) }
  const here = await sealedRowsOf({ ...scope, auditIds: { gt: after, lte: seal.lastAuditId } })
  const known = new Set(here.map(({ model, rowId }) => `${model}:${rowId}`))
  const elsewhere = new Map<string, number[]>()
  for (const { model, rowId } of sealed)
    if (!known.has(`${model}:${rowId}`)) elsewhere.set(model, [...(elsewhere.get(model) ?? []), rowId])
  for (const [model, ids] of elsewhere) here.push(...(await rowImages(db, model as SealedModelName, ids)))
  return here
}

/** Every entry about these rows that is later than one. */
export async function historySince(db: Tx, lastAuditId: number, rows: readonly RowImage[]): Promise<HistoryEntry[]> {
  const ids = new Map<string, number[]>()
  for (const { model, rowId } of rows) if (model !== 'AuditEntry') ids.set(model, [...(ids.get(model) ?? []), rowId])
  if (ids.size === 0) return []
  const entries = await db.auditEntry.findMany({
    where: { id: { gt: lastAuditId }, OR: [...ids].map(([model, rowId]) => ({ model, rowId: { in: rowId } })) },
    orderBy: { id: 'asc' },
  })
  return entries.map(({ id, model, rowId, before, after }) => ({
    id,
    model,
    rowId,
    before: before === null ? null : texts(before as object),
    after: texts((after ?? {}) as object),
  }))
}

const texts = (image: object): Record<string, string> =>
  Object.fromEntries(Object.entries(image).map(([column, value]) => [column, encode(value)]))

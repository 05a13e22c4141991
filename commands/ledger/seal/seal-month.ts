import { createHash } from 'node:crypto'
import type { LedgerSeal } from '../../../prisma/generated/client.js'
import { type Sha256, sealCode, sealHash, sealRow } from '../../../station/ledger/seal.js'
import { monthSpan } from '../../../station/ledger/span.js'
import { dateOf, Temporal } from '../../../station/time/civil.js'
import type { StationContext } from '../../context.js'
import { sealedRowsOf } from './sealed-rows.js'

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex')

/** What the mark of a seal stands under. */
export const sealText = (stationId: number, month: string, hash: string): string => `seal:${stationId}:${month}:${hash}`

const ROWS_AT_ONCE = 500
/** What makes a month worth telling of: something was done or heard in it. */
const RECORDS: readonly string[] = ['Activity', 'DutyShift', 'Opinion', 'Suggestion', 'Meeting']

export const spanOfMonth = (month: string) => {
  const { year, month: number } = Temporal.PlainYearMonth.from(month)
  return monthSpan(year, number)
}

/**
 * Seals a month of this station's books. Nobody writes history while it is taken, so that what is sealed and what comes
 * after it are told apart by the number of their entry.
 */
export async function sealMonth(
  { db, change, services, station, now }: StationContext,
  month: string,
  byName: string,
): Promise<LedgerSeal & { recordCount: number }> {
  await db.$executeRaw`LOCK TABLE "AuditEntry" IN SHARE ROW EXCLUSIVE MODE`
  const before = await db.ledgerSeal.findFirst({ where: { stationId: station.id }, orderBy: { id: 'desc' } })
  const { _max } = await db.auditEntry.aggregate({ where: { stationId: station.id }, _max: { id: true } })
  const lastAuditId = _max.id ?? 0
  const auditIds = { gt: before?.lastAuditId ?? 0, lte: lastAuditId }
  const images = await sealedRowsOf({ db, stationId: station.id, span: spanOfMonth(month), auditIds })
  const rows = images.map((image) => sealRow(sha256, image))
  const head = { stationId: station.id, month, previousHash: before?.hash ?? '', lastAuditId }
  const hash = sealHash(sha256, head, rows)
  const seal = await change.create('LedgerSeal', {
    ...head,
    hash,
    code: sealCode(hash),
    mark: services.sign(sealText(station.id, month, hash)),
    rowCount: rows.length,
    sealedAt: dateOf(now),
    sealedByName: byName,
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.sealedRow.createMany({
      data: rows.slice(from, from + ROWS_AT_ONCE).map((row) => ({ ...row, sealId: seal.id })),
    })
  return { ...seal, recordCount: rows.filter(({ model }) => RECORDS.includes(model)).length }
}

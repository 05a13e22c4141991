import { fromImage, type Tx } from '../../../prisma/change.js'
import { Prisma } from '../../../prisma/generated/client.js'
import { type MadeRow, verifyOpenMonth } from '../../../station/ledger/open-month.js'
import type { Finding } from '../../../station/ledger/seal.js'
import { SEALED_MODELS, type SealedModelName } from '../../../station/ledger/sealed-columns.js'
import { spanOfMonth } from './seal-month.js'
import { imagesOf, type StoredRow, sealedRowsOf } from './sealed-rows.js'
import { type Verifying, verifyHistory } from './verify-history.js'
import { historySince } from './verify-month.js'

/** A station's roster and its first turns are there before anything is recorded. */
const GIVEN = new Set<string>(['Person', 'Membership', 'ConvenorTurn'] satisfies SealedModelName[])
const MODELS = (Object.keys(SEALED_MODELS) as SealedModelName[]).filter((model) => model !== 'AuditEntry')

export interface OpenVerification {
  findings: Finding[]
  /** Rows that were compared. */
  rows: number
  /** Entries of the history so new that no guard covers them. */
  bare: number
}

/** A month without a seal, row by row against the history of changes, and the history against its marks and guards. */
export async function verifyOpen(verifying: Verifying, stationId: number, month: string): Promise<OpenVerification> {
  const { db } = verifying
  const auditIds = { gt: 0, lte: 0 }
  const rows = await sealedRowsOf({ db, stationId, span: spanOfMonth(month), auditIds })
  const history = await historySince(db, 0, rows)
  const last = await db.ledgerSeal.findFirst({ where: { stationId }, orderBy: { id: 'desc' } })
  const after = last?.lastAuditId ?? 0
  const gone = await goneOf(db, stationId, after)
  const { findings, bare } = await verifyHistory(verifying, { stationId, after, rows, only: 'station' })
  return {
    findings: [...verifyOpenMonth({ rows, history, gone, given: GIVEN }), ...findings],
    rows: rows.length,
    bare,
  }
}

/** Rows made since the last seal, which guards what is older, that are no longer there. */
async function goneOf(db: Tx, stationId: number, after: number): Promise<MadeRow[]> {
  const gone: MadeRow[] = []
  for (const model of MODELS) {
    const made = await db.$queryRaw<{ after: object }[]>`
      SELECT entry.after FROM "AuditEntry" entry
      WHERE entry."stationId" = ${stationId} AND entry.model = ${model} AND entry.id > ${after}
        AND entry.before IS NULL
        AND NOT EXISTS (SELECT FROM ${Prisma.raw(`"${model}"`)} kept WHERE kept.id = entry."rowId")
      ORDER BY entry.id`
    const rows = made.map(({ after }) => fromImage(after) as StoredRow)
    gone.push(...(await imagesOf(db, model, rows)))
  }
  return gone
}

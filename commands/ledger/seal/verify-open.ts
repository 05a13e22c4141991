import { fromImage, type Tx } from '../../../prisma/change.js'
import { Prisma } from '../../../prisma/generated/client.js'
import { type MadeRow, verifyOpenMonth } from '../../../station/ledger/open-month.js'
import type { Finding } from '../../../station/ledger/seal.js'
import { SEALED_MODELS, type SealedModelName } from '../../../station/ledger/sealed-columns.js'
import { spanOfMonth } from './seal-month.js'
import { imagesOf, type StoredRow, sealedRowsOf } from './sealed-rows.js'
import { historySince } from './verify-month.js'

/** A station's roster and its first turns are there before anything is recorded. */
const GIVEN = new Set<string>(['Person', 'Membership', 'ConvenorTurn'] satisfies SealedModelName[])
const MODELS = (Object.keys(SEALED_MODELS) as SealedModelName[]).filter((model) => model !== 'AuditEntry')

export interface OpenVerification {
  findings: Finding[]
  /** Rows that were compared. */
  rows: number
}

/** A month without a seal, row by row against the history of changes. */
export async function verifyOpen(db: Tx, stationId: number, month: string): Promise<OpenVerification> {
  const auditIds = { gt: 0, lte: 0 }
  const rows = await sealedRowsOf({ db, stationId, span: spanOfMonth(month), auditIds })
  const history = await historySince(db, 0, rows)
  return {
    findings: verifyOpenMonth({ rows, history, gone: await goneOf(db, stationId), given: GIVEN }),
    rows: rows.length,
  }
}

/** Rows made since the last seal, which guards what is older, that are no longer there. */
async function goneOf(db: Tx, stationId: number): Promise<MadeRow[]> {
  const last = await db.ledgerSeal.findFirst({ where: { stationId }, orderBy: { id: 'desc' } })
  const gone: MadeRow[] = []
  for (const model of MODELS) {
    const made = await db.$queryRaw<{ after: object }[]>`
      SELECT entry.after FROM "AuditEntry" entry
      WHERE entry."stationId" = ${stationId} AND entry.model = ${model} AND entry.id > ${last?.lastAuditId ?? 0}
        AND entry.before IS NULL
        AND NOT EXISTS (SELECT FROM ${Prisma.raw(`"${model}"`)} kept WHERE kept.id = entry."rowId")
      ORDER BY entry.id`
    const rows = made.map(({ after }) => fromImage(after) as StoredRow)
    gone.push(...(await imagesOf(db, model, rows)))
  }
  return gone
}

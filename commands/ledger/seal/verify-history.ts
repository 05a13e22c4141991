import { encode, entryText, type Tx } from '../../../prisma/change.js'
import type { AuditEntry } from '../../../prisma/generated/client.js'
import { guardedSince, shortMark } from '../../../prisma/history-guard.js'
import { checkHistory, type StoredEntry } from '../../../station/ledger/history-check.js'
import type { Finding, RowImage } from '../../../station/ledger/seal.js'
import type { Services } from '../../context.js'

/** What it needs to tell the house's own marks. */
export interface Verifying {
  db: Tx
  services: Pick<Services, 'signed'>
}

interface Asked {
  stationId: number
  /** Seals cover the history up to here. */
  after: number
  /** The rows of the month. */
  rows: readonly RowImage[]
  /** Whether only entries about these rows matter, or all of the station's. */
  only: 'rows' | 'station'
}

/** Whether the history itself was changed, and how much of its end no guard covers yet. */
export async function verifyHistory(
  { db, services }: Verifying,
  { stationId, after, rows, only }: Asked,
): Promise<{ findings: Finding[]; bare: number }> {
  const { entries: noted, upTo, broken, unread } = await guardedSince(db, services.signed, after)
  const labels = new Map(rows.map(({ model, rowId, label }) => [`${model}:${rowId}`, label]))
  const asked = ({ model, rowId, stationId: of }: { model: string; rowId: number; stationId: number | null }) =>
    labels.has(`${model}:${rowId}`) || (only === 'station' && of === stationId)
  const ids = new Map<string, number[]>()
  for (const { model, rowId } of rows) if (model !== 'AuditEntry') ids.set(model, [...(ids.get(model) ?? []), rowId])
  const about = [...ids].map(([model, of]) => ({ model, rowId: { in: of } }))
  const older = only === 'rows' ? { id: { gt: after } } : {}
  const stored = await db.auditEntry.findMany({
    where: { OR: [{ ...older, OR: about }, ...(only === 'station' ? [{ stationId, id: { gt: after } }] : [])] },
    orderBy: { id: 'asc' },
  })
  const found = checkHistory({
    stored: stored.map((entry) => storedEntry(services, entry)),
    noted: noted.filter(asked),
    after,
    upTo,
    broken,
    unread,
  })
  return {
    findings: found.map((finding) =>
      'entry' in finding
        ? {
            code: finding.code,
            model: finding.entry.model,
            label: labels.get(`${finding.entry.model}:${finding.entry.rowId}`) ?? '',
            entry: finding.entry.id,
          }
        : finding,
    ),
    bare: stored.filter(({ id }) => id > upTo).length,
  }
}

const storedEntry = (services: Pick<Services, 'signed'>, entry: AuditEntry): StoredEntry => {
  const { id, model, rowId, mark, before, after } = entry
  const text = entryText(entry, encode(before), encode(after))
  return { id, model, rowId, signed: mark === null ? 'bare' : services.signed(text, mark), mark: shortMark(mark) }
}

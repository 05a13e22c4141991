import type { Sign, Tx } from './change.js'
import { encode } from './change.js'
import type { HistoryGuard, PrismaClient } from './generated/client.js'
import { retrying } from './retrying.js'
import type { Signed } from './sealing.js'

/** An entry as a guard notes it; `mark`: the last digits of its mark. */
export interface NotedEntry {
  id: number
  stationId: number | null
  model: string
  rowId: number
  mark: string
}

/** Entries in one guard; more take another one. */
const GUARDED = 2000
const HEAD = 1
const MARK_DIGITS = 16

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** What tells one mark from another. */
export const shortMark = (mark: Uint8Array | null): string => (mark === null ? '' : hex(mark).slice(-MARK_DIGITS))

const guardText = (guard: Pick<HistoryGuard, 'afterAuditId' | 'lastAuditId' | 'entries' | 'previous'>): string =>
  encode([guard.afterAuditId, guard.lastAuditId, guard.entries, guard.previous])
const headText = (guardId: number, mark: Uint8Array): string => encode([guardId, hex(mark)])

/**
 * Notes which entries the history holds, so that one taken out later is missed. An entry's own mark shows that it was
 * changed or slipped in, but not that it is gone. Called every minute: within that time the end of the history is bare.
 * Nobody writes history while a guard is taken, so that no entry appears below its last one.
 *
 * @returns entries guarded
 */
export async function guardHistory(prisma: PrismaClient, sign: Sign): Promise<number> {
  let guarded = 0
  for (;;) {
    const more = (await isBare(prisma)) ? await retrying(() => prisma.$transaction((tx) => guardOnce(tx, sign))) : 0
    guarded += more
    if (more < GUARDED) return guarded
  }
}

async function isBare(prisma: PrismaClient): Promise<boolean> {
  const [found] = await prisma.$queryRaw<[{ bare: boolean }]>`
    SELECT (SELECT coalesce(max(id), 0) FROM "AuditEntry") >
      (SELECT coalesce(max("lastAuditId"), 0) FROM "HistoryGuard") AS bare`
  return found.bare
}

async function guardOnce(tx: Tx, sign: Sign): Promise<number> {
  await tx.$executeRaw`LOCK TABLE "AuditEntry" IN SHARE ROW EXCLUSIVE MODE`
  const before = await tx.historyGuard.findFirst({ orderBy: { id: 'desc' } })
  const afterAuditId = before?.lastAuditId ?? 0
  const found = await tx.auditEntry.findMany({
    where: { id: { gt: afterAuditId } },
    orderBy: { id: 'asc' },
    take: GUARDED,
    select: { id: true, stationId: true, model: true, rowId: true, mark: true },
  })
  const last = found.at(-1)
  if (!last) return 0
  const guard = {
    afterAuditId,
    lastAuditId: last.id,
    entries: found.map(({ id, stationId, model, rowId, mark }) => [id, stationId, model, rowId, shortMark(mark)]),
    previous: before ? hex(before.mark) : '',
  }
  const { id, mark } = await tx.historyGuard.create({ data: { ...guard, mark: sign(guardText(guard)) } })
  const head = { guardId: id, mark: sign(headText(id, mark)) }
  await tx.historyHead.upsert({ where: { id: HEAD }, create: { id: HEAD, ...head }, update: head })
  return found.length
}

export interface Guarded {
  /** Entries later than the one asked about. */
  entries: NotedEntry[]
  /** The last entry any guard covers; later ones are bare. */
  upTo: number
  /** A guard or the head was changed, taken out or put in. */
  broken: boolean
  /** Entries of guards that a key marked which is not here. */
  unread: number
}

/** What the guards say of the history after an entry. */
export async function guardedSince(
  db: Tx,
  signed: (text: string, mark: Uint8Array) => Signed,
  afterAuditId: number,
): Promise<Guarded> {
  const guards = await db.historyGuard.findMany({
    where: { lastAuditId: { gt: afterAuditId } },
    orderBy: { id: 'asc' },
  })
  const [first] = guards
  const head = await db.historyHead.findUnique({ where: { id: HEAD } })
  const newest = guards.at(-1) ?? (await db.historyGuard.findFirst({ orderBy: { id: 'desc' } }))
  let before = first
    ? await db.historyGuard.findFirst({ where: { id: { lt: first.id } }, orderBy: { id: 'desc' } })
    : null
  let broken = newest
    ? head?.guardId !== newest.id || signed(headText(newest.id, newest.mark), head.mark) === 'other'
    : head !== null
  let unread = 0
  for (const guard of guards) {
    const said = signed(guardText(guard), guard.mark)
    if (said === 'unknownKey') unread += (guard.entries as unknown[]).length
    const follows = guard.afterAuditId === (before?.lastAuditId ?? 0)
    const linked = guard.previous === (before ? hex(before.mark) : '')
    if (!follows || !linked || said === 'other') broken = true
    before = guard
  }
  const entries = guards
    .flatMap((guard) => guard.entries as [number, number | null, string, number, string][])
    .map(([id, stationId, model, rowId, mark]) => ({ id, stationId, model, rowId, mark }))
    .filter(({ id }) => id > afterAuditId)
  return { entries, upTo: newest?.lastAuditId ?? 0, broken, unread }
}

import type { PrismaClient } from '../prisma/generated/client.js'
import { KeptReads } from '../prisma/kept-reads.js'

/** What somebody wrote without a trace is noticed by then, whatever the clock of a transcript does. */
const KEEP_MS = 60_000

interface Glance {
  requested: number
  lastEntry: number
  lastStation: number
  changed: string[]
  /** Somebody is writing right now: numbers may still appear below the last one. */
  writing: boolean
}

/**
 * What has been written, seen in one look. Every change of a row with a history has an entry of its own, so while their
 * numbers stand still whatever follows from such rows alone is as it was.
 */
export class History {
  readonly reads: KeptReads
  #seen: Glance | null = null
  #forgottenAtMs = 0

  constructor(readonly prisma: PrismaClient) {
    this.reads = new KeptReads(prisma)
  }

  /**
   * `written` is the same as long as nothing has changed; `requested`: runs that commands have asked for; `anew`: nothing of
   * what was seen before holds for certain.
   */
  async look(): Promise<{ written: string; requested: number; anew: boolean }> {
    const seen = this.#seen
    const [now] = await this.prisma.$queryRaw<[Glance]>`
      SELECT (SELECT count(*)::int FROM "JobRun" WHERE outcome = 'requested') AS requested,
        (SELECT coalesce(max(id), 0) FROM "AuditEntry") AS "lastEntry",
        (SELECT coalesce(max(id), 0) FROM "Station") AS "lastStation",
        (SELECT coalesce(array_agg(DISTINCT model), '{}') FROM "AuditEntry" WHERE id > ${seen?.lastEntry ?? 0}) AS changed,
        pg_snapshot_xmin(pg_current_snapshot()) <> pg_snapshot_xmax(pg_current_snapshot()) AS writing`
    const stale = performance.now() - this.#forgottenAtMs > KEEP_MS
    const anew = !seen || seen.writing || stale || now.lastStation !== seen.lastStation
    if (anew) this.#forgetAll()
    else if (now.changed.length > 0) this.reads.forget(new Set(now.changed))
    this.#seen = now
    return { written: `${this.#forgottenAtMs} ${now.lastEntry}`, requested: now.requested, anew }
  }

  #forgetAll(): void {
    this.reads.forgetAll()
    this.#forgottenAtMs = performance.now()
  }
}

import process from 'node:process'
import type pg from 'pg'

const CHECKPOINT_EVERY_MS = 5 * 60_000
const VACUUM_EVERY_MS = 6 * 3_600_000

/**
 * Single-user PostgreSQL has neither checkpointer nor autovacuum: without these its log grew to 737 MB.
 *
 * @returns stops both timers
 */
export function keepHouse(pool: pg.Pool): () => void {
  const timers = [
    setInterval(run, CHECKPOINT_EVERY_MS, pool, 'checkpoint'),
    setInterval(run, VACUUM_EVERY_MS, pool, 'vacuum analyze'),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearInterval)
}

function run(pool: pg.Pool, statement: string): void {
  // Not fatal: it is tried again, and a full disk shows itself to every write anyway.
  pool.query(statement).catch((error: Error) => process.emitWarning(`${statement} failed: ${error.message}`))
}

import type { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { EngineSocket } from './engine-socket.js'

type Release = (client: pg.PoolClient, idleListener: (error: Error) => void, error?: Error | boolean) => void

const poolInternals = pg.Pool.prototype as unknown as { _release?: Release }

/**
 * A pool whose one client is never thrown away.
 *
 * node-postgres discards a client after any failed query and opens another. PGlite is one connection for ever, so the
 * replies still owed to the discarded client would reach the next one: wrong or empty results, then a hang.
 * What discarding would have ended, a transaction left open by a failure or by forgetting, is rolled back instead.
 */
class SingleConnectionPool extends pg.Pool {
  _release(client: pg.PoolClient, idleListener: (error: Error) => void, error?: Error | boolean): void {
    const keep = () => poolInternals._release!.call(this, client, idleListener, undefined)
    const status = client.getTransactionStatus()
    if (!error && (status === null || status === 'I')) keep()
    // Outside a transaction this is only a notice. It can fail only with the whole store, which stops the process.
    else client.query('rollback').then(keep, keep)
  }
}

/** The only way to reach an embedded store: the PGlite object itself must not be used beside its pool. */
export function singleConnectionPool(db: PGlite): pg.Pool {
  if (typeof poolInternals._release !== 'function') {
    throw new Error('pg-pool no longer has _release: the embedded store cannot keep its one client')
  }
  return new SingleConnectionPool({
    stream: () => new EngineSocket(db) as unknown as Duplex,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
  })
}

import { setImmediate } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'

const TURN_EVERY_MS = 8

/** PGlite answers within microtasks: a busy store would starve timers and sockets, so it lets others in now and then. */
export function yieldBetweenQueries(db: PGlite): void {
  const exec = db.execProtocolRawStream.bind(db)
  let lastTurnMs = performance.now()
  db.execProtocolRawStream = async (...args) => {
    if (performance.now() - lastTurnMs > TURN_EVERY_MS) {
      await setImmediate()
      lastTurnMs = performance.now()
    }
    return exec(...args)
  }
}

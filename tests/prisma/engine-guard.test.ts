import type { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { LastWords, stopWhenBroken } from '../../prisma/engine-guard.js'

const LONGJMP = 100

class Stopped extends Error {}
const stop = (reason: string): never => {
  throw new Stopped(reason)
}

/** As much of PGlite as the guard holds on to; `answer` is what the engine replies to any query. */
function engine(answer: () => object[]) {
  const db = {
    POSTGRES_MAIN_LONGJMP: LONGJMP,
    mod: { _PostgresMainLoopOnce: () => {} },
    execProtocolStream: async () => answer(),
  }
  return { db, guarded: db as unknown as PGlite }
}
const query = (db: PGlite) => db.execProtocolStream(new Uint8Array())

test.each(['PANIC', 'FATAL'])('%s stops the process before its error is handed on', async (severity) => {
  const { guarded } = engine(() => [{ name: 'error', severity, message: 'could not write to file "pg_wal/xlogtemp"' }])
  stopWhenBroken(guarded, new LastWords(), stop)
  await expect(query(guarded)).rejects.toThrow(new Stopped(`${severity} could not write to file "pg_wal/xlogtemp"`))
})

test('an ordinary error, a full disk among them, is only handed on', async () => {
  const messages = [{ name: 'error', severity: 'ERROR', code: '53100', message: 'No space left on device' }]
  const { guarded } = engine(() => messages)
  stopWhenBroken(guarded, new LastWords(), stop)
  expect(await query(guarded)).toBe(messages)
})

test('the jump by which an SQL error leaves the main loop passes; anything else stops the process', () => {
  const { db, guarded } = engine(() => [])
  let thrown: unknown = Object.assign(new Error('jump'), { status: LONGJMP })
  db.mod._PostgresMainLoopOnce = () => {
    throw thrown
  }
  stopWhenBroken(guarded, new LastWords(), stop)
  expect(() => db.mod._PostgresMainLoopOnce()).toThrow('jump')
  thrown = new RangeError('Maximum call stack size exceeded')
  expect(() => db.mod._PostgresMainLoopOnce()).toThrow(new Stopped('RangeError: Maximum call stack size exceeded'))
})

test('the reason is what PostgreSQL said last, without the statement it was about', () => {
  const { db, guarded } = engine(() => [])
  db.mod._PostgresMainLoopOnce = () => {
    throw new Error('Aborted()')
  }
  const words = new LastWords()
  words.hear('2026-11-23 11:40:30 UTC [42] ERROR:  division by zero')
  words.hear('2026-11-23 11:40:31 UTC [42] PANIC:  could not fsync file "000000010000000000000001": I/O error')
  words.hear("2026-11-23 11:40:31 UTC [42] STATEMENT:  insert into opinion values ('…')")
  stopWhenBroken(guarded, words, stop)
  expect(() => db.mod._PostgresMainLoopOnce()).toThrow(
    new Stopped('PANIC:  could not fsync file "000000010000000000000001": I/O error'),
  )
})

test('a PGlite without the main loop to guard is refused', () => {
  const { db, guarded } = engine(() => [])
  Object.assign(db, { mod: {} })
  expect(() => stopWhenBroken(guarded, new LastWords(), stop)).toThrow('main loop')
})

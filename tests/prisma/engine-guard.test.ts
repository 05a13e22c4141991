import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { LastWords, type Stop, stopWhenBroken, stopWhenHopeless } from '../../prisma/engine-guard.js'
import { singleConnectionPool } from '../../prisma/single-connection-pool.js'

const LONGJMP = 100

class Stopped extends Error {}
const stop = (reason: string): never => {
  throw new Stopped(reason)
}

/** As much of PGlite as the guard holds on to. */
function engine() {
  const db = { POSTGRES_MAIN_LONGJMP: LONGJMP, mod: { _PostgresMainLoopOnce: () => {} } }
  return { db, guarded: db as unknown as PGlite }
}

const message = (type: string, content: string): Buffer => {
  const bytes = Buffer.from(`${type}\0\0\0\0${content}`, 'latin1')
  bytes.writeInt32BE(bytes.length - 1, 1)
  return bytes
}
const READY = message('Z', 'I')

/** A store whose engine answers every query with one error. */
function failing(severity: string, code: string, words: string): pg.Pool {
  const error = message('E', `S${severity}\0V${severity}\0C${code}\0M${words}\0\0`)
  let asked = 0
  return singleConnectionPool({
    waitReady: Promise.resolve(),
    async execProtocolRawStream(_query: Uint8Array, { onRawData }: { onRawData: (bytes: Uint8Array) => void }) {
      onRawData(asked++ === 0 ? Buffer.concat([message('R', '\0\0\0\0'), READY]) : Buffer.concat([error, READY]))
    },
  } as unknown as PGlite)
}

test.each(['PANIC', 'FATAL'])('%s stops the process before its error is handed on', async (severity) => {
  const pool = failing(severity, 'XX000', 'could not write to file "pg_wal/xlogtemp"')
  const happened: string[] = []
  stopWhenHopeless(pool, ((reason: string) => happened.push(reason)) as unknown as Stop)
  await pool.query('select').catch(() => happened.push('handed on'))
  expect(happened).toEqual([`${severity} could not write to file "pg_wal/xlogtemp"`, 'handed on'])
})

test('an ordinary error, a full disk among them, is only handed on', async () => {
  const pool = failing('ERROR', '53100', 'No space left on device')
  stopWhenHopeless(pool, stop)
  await expect(pool.query('select')).rejects.toMatchObject({ code: '53100' })
})

test('the jump by which an SQL error leaves the main loop passes; anything else stops the process', () => {
  const { db, guarded } = engine()
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
  const { db, guarded } = engine()
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
  const { db, guarded } = engine()
  Object.assign(db, { mod: {} })
  expect(() => stopWhenBroken(guarded, new LastWords(), stop)).toThrow('main loop')
})

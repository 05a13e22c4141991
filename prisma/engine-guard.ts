import type { EventEmitter } from 'node:events'
import { writeSync } from 'node:fs'
import process from 'node:process'
import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'

/** Ends the process; never returns. reason: for the log, English. */
export type Stop = (reason: string) => never

/** 70 is EX_SOFTWARE. A supervisor starts the bot again, and PostgreSQL recovers from its log. */
const exitAtOnce: Stop = (reason) => {
  writeSync(2, `embedded store stopped: ${reason}\n`)
  process.exit(70)
}

/** PostgreSQL says why it gives up in its log, which PGlite otherwise drops; a trap alone would say only "Aborted". */
export class LastWords {
  text = ''

  readonly hear = (line: string): boolean => {
    this.text = /(?:PANIC|FATAL): .*/.exec(line)?.[0] ?? this.text
    return true // handled: the log quotes statements, which hold people's data
  }
}

type Engine = { mod?: { _PostgresMainLoopOnce(): void }; POSTGRES_MAIN_LONGJMP: number }

/**
 * Leaves at once when PostgreSQL inside WebAssembly is beyond help. After a PANIC or FATAL its next call spins for ever;
 * after a trap (a nested value that overflows the stack is enough) the very same call does, because PGlite catches the
 * trap and tries again. A frozen process is worse than a dead one: nobody restarts it.
 */
export function stopWhenBroken(db: PGlite, words: LastWords, stop: Stop = exitAtOnce): void {
  const engine = db as unknown as Engine
  const step = engine.mod?._PostgresMainLoopOnce
  if (!engine.mod || !step) throw new Error('PGlite hides its main loop: the guard against endless spinning is gone')
  engine.mod._PostgresMainLoopOnce = () => {
    try {
      step()
    } catch (error) {
      // Ordinary SQL errors arrive as this one exit status.
      if ((error as { status?: unknown }).status !== engine.POSTGRES_MAIN_LONGJMP) stop(words.text || String(error))
      throw error
    }
  }
}

/** The same for what the engine says in answer to a query: before anybody hears of it. */
export function stopWhenHopeless(pool: pg.Pool, stop: Stop = exitAtOnce): void {
  pool.on('connect', (client) => {
    const { connection } = client as unknown as { connection: EventEmitter }
    connection.on('errorMessage', ({ severity, message }: { severity?: string; message: string }) => {
      if (severity === 'PANIC' || severity === 'FATAL') stop(`${severity} ${message}`)
    })
  })
}

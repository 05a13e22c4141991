import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { type BackupHeader, type BackupRow, FORMAT, RowSum, readBackup, VERSION } from './backup-file.js'
import { parentsFirst, quote, readForeignKeys, readSequences, readTables, type Table } from './catalogue.js'
import { syncDirectory } from './durable-node-fs.js'
import { readApplied } from './migrate.js'
import type { Progress } from './progress.js'
import { StoreError } from './store-error.js'

const FETCH_ROWS = 500

/**
 * Writes the whole store, as it is at one instant, to a new file that only its owner may read (residents' words are in
 * it; what is encrypted in the store stays so). The file gets its name once it has been read back whole.
 * The embedded store answers nobody else meanwhile: some seconds per 100,000 rows.
 *
 * @returns rows written
 * @throws StoreError file-exists
 */
export async function writeBackup(pool: pg.Pool, file: string, progress: Progress = () => {}): Promise<number> {
  if (existsSync(file)) throw new StoreError({ code: 'file-exists', file })
  const partial = `${file}.partial`
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(EXACT_TEXT)
    const lines = Readable.from(linesOf(client, progress))
    await pipeline(lines, createGzip(), createWriteStream(partial, { mode: 0o600 }))
    await client.query('commit')
    const rows = await verify(partial, progress)
    await settle(partial, file)
    return rows
  } catch (error) {
    await client.query('rollback')
    rmSync(partial, { force: true })
    throw error
  } finally {
    client.release()
  }
}

/** A server may print these differently; this is how the file holds them. Ends with the transaction. */
export const EXACT_TEXT = `set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres';
  set local bytea_output to 'hex'; set local extra_float_digits to 1; set local timezone to 'UTC'`

/** One table in the backup's order and spelling, some rows at a time, inside the transaction of `client`. */
export async function* rowsOf(client: pg.ClientBase, { name, columns, order }: Table): AsyncGenerator<BackupRow[]> {
  const values = columns.map((column) => `${quote(column.name)}::text`).join(', ')
  await client.query(`declare backup no scroll cursor for select ${values} from ${quote(name)} order by ${order}`)
  for (;;) {
    const { rows } = await client.query<BackupRow>({ text: `fetch ${FETCH_ROWS} from backup`, rowMode: 'array' })
    yield rows
    if (rows.length < FETCH_ROWS) break
  }
  await client.query('close backup')
}

async function* linesOf(client: pg.PoolClient, progress: Progress): AsyncGenerator<string> {
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]))
  const order = parentsFirst([...tables.keys()], await readForeignKeys(client))
  const { rows: clock } = await client.query<{ now: Date }>('select now()')
  const header: BackupHeader = {
    format: FORMAT,
    version: VERSION,
    takenAt: clock[0]!.now.toISOString(),
    migrations: await readApplied(client),
    tables: order,
    // Read after the snapshot was taken, so never behind the rows in it.
    sequences: await readSequences(client),
  }
  yield `${JSON.stringify(header)}\n`
  const expected = await countRows(client, order)
  let total = 0
  for (const name of order) {
    const table = tables.get(name)!
    yield `${JSON.stringify({ table: name, columns: table.columns.map((column) => column.name) })}\n`
    const sum = new RowSum()
    for await (const rows of rowsOf(client, table)) {
      yield rows.map((row) => sum.add(row)).join('')
      progress('write', total + sum.rows, expected)
    }
    yield `${JSON.stringify(sum.digest())}\n`
    total += sum.rows
  }
  yield `${JSON.stringify({ end: true, rows: total })}\n`
}

async function countRows(client: pg.PoolClient, tables: readonly string[]): Promise<number> {
  if (tables.length === 0) return 0
  const counts = tables.map((name) => `(select count(*) from ${quote(name)})`).join(' + ')
  const { rows } = await client.query<{ rows: string }>(`select (${counts})::text as rows`)
  return Number(rows[0]!.rows)
}

async function verify(file: string, progress: Progress): Promise<number> {
  let rows = 0
  const read = (bytes: number, size: number) => progress('check', bytes, size)
  for await (const part of readBackup(file, read)) if (part.kind === 'table-end') rows += part.rows
  return rows
}

async function settle(partial: string, file: string): Promise<void> {
  const handle = await open(partial, 'r+')
  await handle.sync().finally(() => handle.close())
  renameSync(partial, file)
  syncDirectory(path.dirname(path.resolve(file)))
}

import type pg from 'pg'
import { EXACT_TEXT, rowsOf } from './backup.js'
import { type BackupHeader, type BackupRow, RowSum, readBackup } from './backup-file.js'
import { type ForeignKey, lateKeys, quote, readForeignKeys, readTables, type Table } from './catalogue.js'
import { migrate, readApplied } from './migrate.js'
import { type MigrationFile, readMigrations } from './migration-files.js'
import type { Progress } from './progress.js'
import { StoreError } from './store-error.js'

const BATCH_ROWS = 500
const BATCH_CHARS = 1_000_000

/**
 * Fills an empty store from a backup in one transaction: all of it or nothing. The store is brought to the migration the
 * backup was taken at, filled, read back row by row against the file's sums, and then brought up to date.
 *
 * @returns rows restored
 * @throws StoreError bad-backup, not-empty, ahead-of-backup, newer-than-program, edited-migration
 */
export async function restoreBackup(
  pool: pg.Pool,
  file: string,
  migrations: MigrationFile[] = readMigrations(),
  progress: Progress = () => {},
): Promise<number> {
  const header = await readHeader(file)
  const last = header.migrations.at(-1)?.name ?? ''
  refuseForeign(header, migrations)
  await migrate(pool, migrations, last)
  const ahead = (await readApplied(pool)).find(({ name }) => name > last)
  if (ahead) throw new StoreError({ code: 'ahead-of-backup', migration: ahead.name })

  const rows = await fillInOne(pool, file, header, progress)
  await migrate(pool, migrations)
  return rows
}

async function fillInOne(pool: pg.Pool, file: string, header: BackupHeader, progress: Progress): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const rows = await fill(client, file, header, progress)
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function readHeader(file: string): Promise<BackupHeader> {
  for await (const part of readBackup(file)) if (part.kind === 'header') return part.header
  throw new StoreError({ code: 'bad-backup', file, line: 1, reason: 'no header' })
}

function refuseForeign(header: BackupHeader, migrations: MigrationFile[]): void {
  const ours = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const { name: migration, checksum } of header.migrations) {
    const expected = ours.get(migration)
    if (expected === undefined) throw new StoreError({ code: 'newer-than-program', migration })
    if (expected !== checksum) throw new StoreError({ code: 'edited-migration', migration })
  }
}

async function fill(client: pg.PoolClient, file: string, header: BackupHeader, progress: Progress): Promise<number> {
  await client.query(EXACT_TEXT)
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]))
  await refuseFilled(client, [...tables.keys()])
  const late = lateKeys(header.tables, await readForeignKeys(client))
  await alterKeys(client, late, 'deferrable initially deferred')
  let total = 0
  let table: Table | undefined
  let batch = new Batch()
  const read = (bytes: number, size: number) => progress('write', bytes, size)
  for await (const part of readBackup(file, read)) {
    if (part.kind === 'table') {
      table = tables.get(part.table)
      const same = table?.columns.map(({ name }) => name).join() === part.columns.join()
      if (!table || !same) {
        throw new StoreError({ code: 'bad-backup', file, line: part.line, reason: `unknown columns of ${part.table}` })
      }
    } else if (part.kind === 'row') {
      batch.add(part.row, part.line)
      if (batch.full) batch = await insert(client, table!, batch, file)
    } else if (part.kind === 'table-end') {
      batch = await insert(client, table!, batch, file)
      if ((await sumOf(client, table!)) !== part.sha256) {
        throw new StoreError({
          code: 'bad-backup',
          file,
          line: part.line,
          reason: `${part.table} reads back differently`,
        })
      }
      total += part.rows
    }
  }
  await restoreSequences(client, header.sequences)
  await client.query('set constraints all immediate')
  await alterKeys(client, late, 'not deferrable')
  return total
}

class Batch {
  readonly rows: BackupRow[] = []
  firstLine = 0
  chars = 0

  add(row: BackupRow, line: number): void {
    if (this.rows.length === 0) this.firstLine = line
    this.rows.push(row)
    for (const value of row) this.chars += value?.length ?? 0
  }

  get full(): boolean {
    return this.rows.length >= BATCH_ROWS || this.chars >= BATCH_CHARS
  }
}

/** Nothing may be written meanwhile, and nothing may be there: rows of two stores must never mix. */
async function refuseFilled(client: pg.PoolClient, tables: string[]): Promise<void> {
  if (tables.length === 0) return
  await client.query(`lock table ${tables.map(quote).join(', ')} in share row exclusive mode`)
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${quote(table)} limit 1`)
    if (rowCount) throw new StoreError({ code: 'not-empty', table })
  }
}

/** Rows that point to a later row are checked at the end. Undone by a rollback like everything else. */
async function alterKeys(client: pg.PoolClient, keys: ForeignKey[], when: string): Promise<void> {
  for (const { child, constraint } of keys) {
    await client.query(`alter table ${quote(child)} alter constraint ${quote(constraint)} ${when}`)
  }
}

/** @returns an empty batch */
async function insert(client: pg.PoolClient, { name, columns }: Table, batch: Batch, file: string): Promise<Batch> {
  if (batch.rows.length === 0) return batch
  const names = columns.map((column) => quote(column.name)).join(', ')
  const values = columns.map(({ type }, index) => `(r ->> ${index})::${type}`).join(', ')
  try {
    await client.query(
      `insert into ${quote(name)} (${names}) overriding system value select ${values} from jsonb_array_elements($1) r`,
      [JSON.stringify(batch.rows)],
    )
  } catch (error) {
    const reason = `${name}: ${(error as Error).message}`
    throw new StoreError({ code: 'bad-backup', file, line: batch.firstLine, reason }, { cause: error })
  }
  return new Batch()
}

async function sumOf(client: pg.PoolClient, table: Table): Promise<string> {
  const sum = new RowSum()
  for await (const rows of rowsOf(client, table)) for (const row of rows) sum.add(row)
  return sum.digest().sha256
}

async function restoreSequences(client: pg.PoolClient, sequences: Record<string, string>): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2::bigint)', [`public.${quote(name)}`, last])
  }
}

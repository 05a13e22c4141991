import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type MigrationFile, readMigrations } from './migration-files.js'
import { StoreError } from './store-error.js'

/** The advisory lock Prisma Migrate takes, so that the two never run at once, nor two starting bots. */
const MIGRATION_LOCK_ID = 72707369

export interface Applied {
  name: string
  checksum: string
}

/**
 * Applies what is missing, each migration in one transaction: PostgreSQL rolls DDL back, so a failure or a crash leaves
 * nothing half applied. (`create index concurrently` therefore has no place in a migration.) The record is Prisma's own
 * table, so that its commands accept the store.
 *
 * @param upTo the last migration to apply; default: all
 * @returns names applied now, in order
 * @throws StoreError bad-migration, unfinished-migration, edited-migration, newer-than-program
 */
export async function migrate(
  pool: pg.Pool,
  files: MigrationFile[] = readMigrations(),
  upTo?: string,
): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK_ID])
    try {
      await client.query(MIGRATIONS_TABLE)
      const known = new Map((await readApplied(client)).map(({ name, checksum }) => [name, checksum]))
      refuseStrangers(known, files)
      const missing = files.filter(({ name }) => !known.has(name) && (upTo === undefined || name <= upTo))
      for (const file of missing) await apply(client, file)
      return missing.map(({ name }) => name)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK_ID])
    }
  } finally {
    client.release()
  }
}

/** @throws StoreError unfinished-migration */
export async function readApplied(client: pg.ClientBase | pg.Pool): Promise<Applied[]> {
  const { rows } = await client.query<Applied & { finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by migration_name collate "C"`,
  )
  const unfinished = rows.find(({ finished }) => !finished)
  if (unfinished) throw new StoreError({ code: 'unfinished-migration', migration: unfinished.name })
  return rows.map(({ name, checksum }) => ({ name, checksum }))
}

function refuseStrangers(known: Map<string, string>, files: MigrationFile[]): void {
  const ours = new Map(files.map(({ name, checksum }) => [name, checksum]))
  for (const [migration, checksum] of known) {
    const expected = ours.get(migration)
    if (expected === undefined) throw new StoreError({ code: 'newer-than-program', migration })
    if (expected !== checksum) throw new StoreError({ code: 'edited-migration', migration })
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError({ code: 'bad-migration', migration: name, reason }, { cause: error })
  }
}

const MIGRATIONS_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

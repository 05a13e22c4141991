import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type pg from 'pg'
import { DurableNodeFS, syncDirectory, syncTree } from './durable-node-fs.js'
import { LastWords, type Stop, stopWhenBroken, stopWhenHopeless } from './engine-guard.js'
import { yieldBetweenQueries } from './event-loop-turns.js'
import { keepHouse } from './housekeeping.js'
import { lockDirectory } from './lock.js'
import { emptyCluster } from './memory-cluster.js'
import { singleConnectionPool } from './single-connection-pool.js'
import { StoreError } from './store-error.js'

export interface OpenPool {
  pool: pg.Pool
  close(): Promise<void>
}

/** What tests replace to see a guard at work. */
export interface EmbeddedParts {
  fileSystem?: (directory: string) => DurableNodeFS
  stop?: Stop
}

/** The PostgreSQL inside the pinned PGlite. A data directory is bound to it. */
const POSTGRES_MAJOR = '18'
const extensions = { pg_trgm }
const settings = ['-c', 'timezone=UTC', '-c', 'shared_buffers=16MB']
const durable = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'), // -F switches fsync off
  ...settings,
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync', // PGlite's fdatasync does nothing
  '-c',
  'max_wal_size=64MB',
  '-c',
  'min_wal_size=32MB',
]

/** @throws StoreError in-use, not-writable, not-durable, other-postgres */
export async function openPglite(directory: string, parts: EmbeddedParts = {}): Promise<OpenPool> {
  makeDirectory(directory)
  const unlock = await lockDirectory(directory)
  try {
    const fileSystem = parts.fileSystem ?? ((data: string) => new DurableNodeFS(data))
    const data = path.join(directory, 'pg')
    await initialise(directory, data, fileSystem)
    const found = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
    if (found !== POSTGRES_MAJOR) {
      throw new StoreError({ code: 'other-postgres', directory, found, needed: POSTGRES_MAJOR })
    }
    const files = fileSystem(data)
    const words = new LastWords()
    const db = await PGlite.create({ fs: files, startParams: durable, extensions, onStderr: words.hear })
    const { pool, close } = poolOver(db, words, parts.stop)
    try {
      await checkDurable(directory, pool, files)
    } catch (error) {
      await close()
      throw error
    }
    const stopHousekeeping = keepHouse(pool)
    return {
      pool,
      close: async () => {
        stopHousekeeping()
        await close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

/** For tests and replays: gone with the process. */
export async function memoryPglite(cluster?: Blob): Promise<OpenPool> {
  const words = new LastWords()
  return poolOver(await embeddedInMemory(words, cluster), words)
}

/** The bare engine on the files of a cluster, by default one that was never used. */
export async function embeddedInMemory(words = new LastWords(), cluster?: Blob): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, ...settings]
  const loadDataDir = cluster ?? (await emptyCluster())
  return PGlite.create({ loadDataDir, startParams, extensions, onStderr: words.hear })
}

function poolOver(db: PGlite, words: LastWords, stop?: Stop): OpenPool {
  stopWhenBroken(db, words, stop)
  yieldBetweenQueries(db)
  const pool = singleConnectionPool(db)
  stopWhenHopeless(pool, stop)
  return {
    pool,
    close: async () => {
      await pool.end()
      await db.close()
    },
  }
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    realpathSync(directory)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new StoreError({ code: 'not-writable', directory, reason }, { cause: error })
  }
}

/**
 * A first start cut short leaves a half-made cluster that looks like a whole one, so it is made under another name:
 * `pg` exists only when it is whole and on the disk, and is never deleted.
 */
async function initialise(directory: string, data: string, fileSystem: (data: string) => DurableNodeFS): Promise<void> {
  if (existsSync(data)) return
  const halfMade = `${data}.new`
  try {
    rmSync(halfMade, { recursive: true, force: true })
    const first = await PGlite.create({ fs: fileSystem(halfMade), startParams: durable, extensions })
    await first.close()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new StoreError({ code: 'not-writable', directory, reason: code }, { cause: error })
  }
  syncTree(halfMade)
  renameSync(halfMade, data)
  syncDirectory(directory)
  syncDirectory(path.dirname(path.resolve(directory)))
}

/** An upgrade that moves one of PGlite's internals must not silently bring back writes that never reach the disk. */
async function checkDurable(directory: string, pool: pg.Pool, files: DurableNodeFS): Promise<void> {
  const before = files.syncs
  await pool.query('checkpoint')
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'wal_sync_method') order by name`,
  )
  const found = [`syncs=${files.syncs - before}`, ...rows.map(({ name, setting }) => `${name}=${setting}`)].join(' ')
  if (files.syncs === before || !found.endsWith(' fsync=on full_page_writes=on wal_sync_method=fsync')) {
    throw new StoreError({ code: 'not-durable', directory, found })
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { emptyCluster } from './memory-cluster.js'
import { readMigrations } from './migration-files.js'

/**
 * The SQL that leads from all migrations in `migrationsDir` to the schema made of every *.prisma file in `schemaDir`;
 * '' when they agree. Works offline: Prisma's own schema engine in WebAssembly, an in-memory store as its shadow.
 */
export async function diffSchema(schemaDir: string, migrationsDir: string): Promise<string> {
  const files = readSchema(schemaDir)
  const shadow = await PGlite.create({ loadDataDir: await emptyCluster(), extensions: { pg_trgm } })
  const failures: unknown[] = []
  try {
    engineLoaded ??= loadEngine()
    await engineLoaded
    return await Promise.race([heardPanic(), askEngine(files, migrationsDir, shadowFactory(shadow, failures))])
  } catch (error) {
    throw new Error(error instanceof Error ? error.message : String(error), { cause: failures[0] })
  } finally {
    await shadow.close()
  }
}

type SchemaFile = { path: string; content: string }

async function askEngine(
  files: SchemaFile[],
  migrationsDir: string,
  shadow: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  const engine = await engineGlue.SchemaEngine.new(
    { datamodels: files.map(({ path: name, content }) => [name, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(shadow),
  )
  const diff = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrationsDir,
      shadowDbInitScript: '',
      lockfile: { path: 'migration_lock.toml', content: MIGRATION_LOCK },
      migrationDirectories: readMigrations(migrationsDir).map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return diff.exitCode === 0 ? '' : (diff.stdout ?? '')
}

/** What Prisma writes beside migrations; its commands refuse a folder without it. */
export const MIGRATION_LOCK = 'provider = "postgresql"\n'

function readSchema(dir: string): SchemaFile[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(dir, name), 'utf8') }))
}

/** The corner of WebAssembly used here; its types come only with the browser's library. */
type EngineExports = { __wbindgen_start(): void }
type Wasm = { instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: EngineExports } }> }
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm }

let engineLoaded: Promise<void> | undefined

/**
 * The package's own entry imports the .wasm file as a module, which Node 20 cannot do. Once per process: the glue keeps
 * views into the memory of the first instance.
 */
async function loadEngine(): Promise<void> {
  const require = createRequire(import.meta.url)
  const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await wasm.instantiate(readFileSync(file), { './schema_engine_bg.js': engineGlue })
  const glue = engineGlue as unknown as { __wbg_set_wasm(exports: EngineExports): void }
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

/** A panic inside the engine settles no promise: unheard, whoever waits for the engine waits for ever. */
function heardPanic(): Promise<never> {
  return new Promise((_, reject) => {
    const registry = { set_message: (message: string) => reject(new Error(`the schema engine panicked: ${message}`)) }
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry })
  })
}

/**
 * Only the engine's catalogue queries need this adapter (adapter-pg cannot read their "char" columns). The store itself
 * must never run on it: it reports a failed COMMIT as success.
 */
function shadowFactory(shadow: PGlite, failures: unknown[]): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const adapter = await new PrismaPGlite(shadow as unknown as ConstructorParameters<typeof PrismaPGlite>[0]).connect()
    // Its own version neither waits nor reports: a migration with an error in it would pass for an empty one.
    adapter.executeScript = async (script) => {
      await shadow.exec(script).catch((error: unknown) => {
        failures.push(error) // the engine would only say "external error"
        throw error
      })
    }
    return adapter
  }
  return { provider: 'postgres', adapterName: 'shadow', connect, connectToShadowDb: connect }
}

import process from 'node:process'
import { defineConfig } from 'prisma/config'

// Every Prisma command first looks for the native schema engine and, finding none, waits for a download host that
// many networks cannot reach. Any existing file ends that search, and the engine is never run: migrations are authored
// by prisma/migration-new.ts and applied by prisma/migrate.ts. Node itself is chosen because it fails loudly when taken
// for an engine; a program that exits 0 would let `migrate deploy` report success having done nothing.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
})

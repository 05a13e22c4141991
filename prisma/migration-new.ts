/**
 * npm run db:migration -- NAME     writes prisma/migrations/<UTC timestamp>_NAME/migration.sql, offline
 * tsx prisma/migration-new.ts --check     exits 1 and prints the missing SQL when schema and migrations disagree
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { diffSchema, MIGRATION_LOCK } from './schema-diff.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    schema: { type: 'string', default: 'prisma' },
  },
})
const migrationsDir = path.join(values.schema, 'migrations')
mkdirSync(migrationsDir, { recursive: true })

const [name] = positionals
if (!values.check && !/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error(
    'usage: npm run db:migration -- NAME   (NAME: lower-case letters, digits and _, for example add_duty_swap)',
  )
  process.exit(2)
}

const sql = await diffSchema(values.schema, migrationsDir).catch((error: Error) => {
  console.error(error.cause instanceof Error ? `${error.message}\n${error.cause.message}` : error.message)
  process.exit(1)
})
if (sql === '') {
  console.log('schema and migrations agree')
} else if (values.check) {
  console.error(`the schema has changes without a migration (npm run db:migration -- NAME):\n${sql}`)
  process.exitCode = 1
} else {
  const folder = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
  mkdirSync(path.join(migrationsDir, folder))
  writeFileSync(path.join(migrationsDir, folder, 'migration.sql'), sql)
  writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), MIGRATION_LOCK)
  console.log(`wrote ${migrationsDir}/${folder}/migration.sql: read it before committing it`)
}

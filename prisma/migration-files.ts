import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that ships with the program. */
const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

export interface MigrationFile {
  name: string
  sql: string
  /** SHA-256 of the SQL, hexadecimal, as Prisma records it. */
  checksum: string
}

/** In the order in which they apply: folder names begin with a UTC timestamp. */
export function readMigrations(directory: string = MIGRATIONS): MigrationFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      // A checkout on Windows may have rewritten the line ends; that is not an edit.
      const sql = readFileSync(path.join(directory, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

import { createHash, type Hash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Applied } from './migrate.js'
import { StoreError } from './store-error.js'

/**
 * A backup is gzipped JSON lines, bound to no PostgreSQL version. Every value is what PostgreSQL prints for it, or null:
 * exact for every type, 64-bit integers and bytes included.
 *
 *   {"format":"liaison-bot backup","version":1,"takenAt":…,"migrations":[…],"tables":[…],"sequences":{…}}
 *   {"table":"Station","columns":["id","name"]}
 *   ["1","秦淮医疗"]
 *   {"rows":1,"sha256":…}              of the table's row lines, each with its line feed
 *   {"end":true,"rows":1}              its absence means that the file was cut
 */
export interface BackupHeader {
  format: typeof FORMAT
  version: typeof VERSION
  /** ISO, UTC. */
  takenAt: string
  migrations: Applied[]
  /** Parents before children. */
  tables: string[]
  /** Last number given out, decimal. */
  sequences: Record<string, string>
}

export const FORMAT = 'liaison-bot backup'
export const VERSION = 1

export type BackupRow = (string | null)[]

export type BackupPart =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: string; columns: string[]; line: number }
  | { kind: 'row'; row: BackupRow; line: number }
  | { kind: 'table-end'; table: string; rows: number; sha256: string; line: number }

/** Counts and sums the rows of one table. */
export class RowSum {
  rows = 0
  readonly #hash: Hash = createHash('sha256')

  /** @returns the row's line, with its line feed */
  add(row: BackupRow): string {
    const line = `${JSON.stringify(row)}\n`
    this.#hash.update(line)
    this.rows++
    return line
  }

  digest(): { rows: number; sha256: string } {
    return { rows: this.rows, sha256: this.#hash.digest('hex') }
  }
}

/** So many bytes of the file have been read, of so many. */
type BytesRead = (bytes: number, size: number) => void

/** Reads a backup to its end and vouches for it: format, order, counts and sums. @throws StoreError bad-backup */
export async function* readBackup(
  file: string,
  progress: BytesRead = () => {},
): AsyncGenerator<BackupPart, void, undefined> {
  let lineNumber = 0
  const bad = (reason: string, cause?: unknown) =>
    new StoreError({ code: 'bad-backup', file, line: lineNumber, reason }, { cause })
  let header: BackupHeader | undefined
  let table: { name: string; columns: string[]; sum: RowSum } | undefined
  let tables = 0
  let rows = 0
  let ended = false
  try {
    for await (const line of linesOf(file, progress)) {
      lineNumber++
      if (ended) throw bad('something follows the end')
      const value = JSON.parse(line) as BackupRow | Record<string, unknown>
      if (Array.isArray(value)) {
        if (!table || value.length !== table.columns.length) throw bad('a row out of place')
        table.sum.add(value)
        yield { kind: 'row', row: value, line: lineNumber }
      } else if (!header) {
        if (value.format !== FORMAT || value.version !== VERSION) throw bad('not a backup of this program')
        header = value as unknown as BackupHeader
        yield { kind: 'header', header }
      } else if (table) {
        const { rows: count, sha256 } = table.sum.digest()
        if (value.rows !== count || value.sha256 !== sha256) throw bad(`the rows of ${table.name} were changed`)
        yield { kind: 'table-end', table: table.name, rows: count, sha256, line: lineNumber }
        rows += count
        table = undefined
      } else if (value.end === true) {
        if (tables !== header.tables.length || value.rows !== rows) throw bad('tables are missing')
        ended = true
      } else {
        const name = header.tables[tables++]
        if (name === undefined || value.table !== name) throw bad('a table out of place')
        table = { name, columns: value.columns as string[], sum: new RowSum() }
        yield { kind: 'table', table: name, columns: table.columns, line: lineNumber }
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError || isGzipError(error)) throw bad((error as Error).message, error)
    throw error
  }
  if (!ended) throw bad('the file was cut')
}

const isGzipError = (error: unknown) => String((error as NodeJS.ErrnoException).code).startsWith('Z_')

/** Not node:readline, which also ends lines at U+2028 and U+2029: people paste those. */
async function* linesOf(file: string, progress: BytesRead): AsyncGenerator<string, void, undefined> {
  const source = createReadStream(file)
  const text = source.pipe(createGunzip()).setEncoding('utf8')
  source.on('error', (error) => text.destroy(error))
  let rest = ''
  try {
    let size: number | undefined
    for await (const chunk of text as AsyncIterable<string>) {
      size ??= statSync(file).size
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      yield* lines
      progress(source.bytesRead, size)
    }
    if (rest !== '') yield rest
  } finally {
    source.destroy() // a reader that wants only the header leaves early
  }
}

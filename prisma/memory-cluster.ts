import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const CACHE = fileURLToPath(new URL('../node_modules/.cache/liaison-bot', import.meta.url))
/** Of one kind; each is some 40 MB, and every edit of the schema makes another. */
const MOST_KEPT = 4

/**
 * The files of a cluster as initdb leaves it, made once per PGlite and kept: a suite opens dozens of stores in memory,
 * and initdb is most of each opening (2.2 s instead of 0.5 s).
 */
export const emptyCluster = (): Promise<Blob> => keptCluster('cluster', [], () => PGlite.create())

/**
 * A cluster made once and kept under the sum of all it is made of: the engine's program and `parts`. Whatever of them
 * changes, it is another file, so none can be out of date.
 */
export async function keptCluster(
  kind: string,
  parts: readonly string[],
  make: () => Promise<Pick<PGlite, 'dumpDataDir' | 'close'>>,
): Promise<Blob> {
  const file = path.join(CACHE, `${kind}-${fingerprint(parts)}.tar`)
  try {
    return new Blob([readFileSync(file)])
  } catch {
    // not there yet
  }
  const db = await make()
  const tar = await db.dumpDataDir('none')
  await db.close()
  try {
    mkdirSync(CACHE, { recursive: true })
    const own = `${file}.${process.pid}`
    writeFileSync(own, Buffer.from(await tar.arrayBuffer()))
    renameSync(own, file) // processes that make it at the same time each put a whole one in place
    forgetOldest(kind)
  } catch {
    // an installation that cannot be written makes it anew each time
  }
  return tar
}

/** Whoever was about to read one of them makes it anew. */
function forgetOldest(kind: string): void {
  const files = readdirSync(CACHE)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.tar'))
    .map((name) => path.join(CACHE, name))
    .map((file) => ({ file, madeAtMs: statSync(file).mtimeMs }))
    .sort((a, b) => b.madeAtMs - a.madeAtMs)
  for (const { file } of files.slice(MOST_KEPT)) rmSync(file, { force: true })
}

/** Another PGlite has another program, and so another cluster. */
function fingerprint(parts: readonly string[]): string {
  const program = readFileSync(fileURLToPath(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))))
  const sum = createHash('sha256').update(program)
  for (const part of parts) sum.update(part)
  return sum.digest('hex').slice(0, 16)
}

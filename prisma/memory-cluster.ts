import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'

const CACHE = fileURLToPath(new URL('../node_modules/.cache/liaison-bot', import.meta.url))

/**
 * The files of a cluster as initdb leaves it, made once per PGlite and kept: a suite opens dozens of stores in memory,
 * and initdb is most of each opening (2.2 s instead of 0.5 s).
 */
export async function emptyCluster(): Promise<Blob> {
  const file = path.join(CACHE, `cluster-${fingerprint()}.tar`)
  try {
    return new Blob([readFileSync(file)])
  } catch {
    // not there yet
  }
  const db = await PGlite.create()
  const tar = await db.dumpDataDir('none')
  await db.close()
  try {
    mkdirSync(CACHE, { recursive: true })
    const own = `${file}.${process.pid}`
    writeFileSync(own, Buffer.from(await tar.arrayBuffer()))
    renameSync(own, file) // processes that make it at the same time each put a whole one in place
  } catch {
    // an installation that cannot be written makes it anew each time
  }
  return tar
}

/** Another PGlite has another program, and so another cluster. */
function fingerprint(): string {
  const program = readFileSync(fileURLToPath(new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))))
  return createHash('sha256').update(program).digest('hex').slice(0, 16)
}

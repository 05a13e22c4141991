import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { onTestFinished } from 'vitest'
import { emptyCluster } from '../../prisma/memory-cluster.js'

/** A directory of the running test's own, gone when it ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'liaison-store-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** One in which an embedded store has been opened before: the first start, seconds long, is not every test's subject. */
export async function storeDirectory(directory: string = temporaryDirectory()): Promise<string> {
  mkdirSync(directory, { recursive: true })
  const db = await PGlite.create({ dataDir: path.join(directory, 'pg'), loadDataDir: await emptyCluster() })
  await db.close()
  return directory
}

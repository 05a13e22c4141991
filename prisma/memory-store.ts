import { keptCluster } from './memory-cluster.js'
import { migrate } from './migrate.js'
import { readMigrations } from './migration-files.js'
import { embeddedInMemory, memoryPglite, type OpenPool } from './pglite.js'
import { singleConnectionPool } from './single-connection-pool.js'

/**
 * A store in memory in which all migrations have been applied before: they are most of an opening (1.0 of 1.8 s of the
 * processor). Who migrates it finds them there, and compares their sums as of any store.
 */
export async function migratedPglite(): Promise<OpenPool> {
  const files = readMigrations()
  const sums = files.flatMap(({ name, checksum }) => [name, checksum])
  const cluster = await keptCluster('store', sums, async () => {
    const db = await embeddedInMemory()
    const pool = singleConnectionPool(db)
    await migrate(pool, files)
    await pool.query('checkpoint') // or each opening would read the migrations back from the log
    await pool.end()
    return db
  })
  return memoryPglite(cluster)
}

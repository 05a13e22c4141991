import path from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { DurableNodeFS } from '../../prisma/durable-node-fs.js'
import { openPglite } from '../../prisma/pglite.js'
import { seeded } from './seeded.js'
import { SyncedDisk } from './synced-disk.js'
import { storeDirectory, temporaryDirectory } from './temporary-directory.js'

/** STORE_POWER_CUTS=30 npx vitest run tests/prisma/power-cut.test.ts for a longer look. */
const cuts = Number(process.env.STORE_POWER_CUTS ?? 3)

test(`every acknowledged row survives a power cut (${cuts} of them)`, { timeout: 30_000 * (cuts + 2) }, async () => {
  const directory = await storeDirectory()
  const disk = new SyncedDisk(path.join(directory, 'pg'))
  const unsynced = disk.contents()
  const random = seeded(20261123)
  const store = await openPglite(directory, { fileSystem: (data) => new DurableNodeFS(data, disk.sync) })
  await store.pool.query('create table kept (number int primary key, words text not null)')
  let acknowledged = 0
  for (let cut = 0; cut < cuts; cut++) {
    const rows = 10 + Math.floor(random() * 30)
    for (let row = 0; row < rows; row++) {
      await store.pool.query('insert into kept values ($1, $2)', [acknowledged + 1, '意见'.repeat(random() * 500)])
      acknowledged++
      if (random() < 0.05) await store.pool.query('checkpoint')
    }
    expect(await keptIn(disk)).toBe(acknowledged)
  }
  // The cut does take away what was not synced: with the syncs unheard the rows are gone.
  expect(await keptIn(disk, unsynced)).not.toBe(acknowledged)
  await store.close()
})

/** Opens what the cut would have left. @returns the number of rows, 'no table', or 'does not open' */
async function keptIn(disk: SyncedDisk, known?: ReadonlyMap<string, Buffer>): Promise<number | string> {
  const directory = temporaryDirectory()
  disk.image(path.join(directory, 'pg'), known)
  const opened = await openPglite(directory).catch(() => undefined)
  if (!opened) return 'does not open'
  const { pool, close } = opened
  const answer = await pool
    .query<{ rows: number; last: number }>('select count(*)::int as rows, max(number) as last from kept')
    .then(
      ({ rows: [kept] }) => (kept!.rows === kept!.last ? kept!.rows : 'rows are missing in between'),
      () => 'no table',
    )
  await close()
  return answer
}

import process from 'node:process'
import { expect, test } from 'vitest'
import { openPglite } from '../../prisma/pglite.js'
import { startChild } from './child.js'
import { seeded } from './seeded.js'
import { storeDirectory } from './temporary-directory.js'

/** STORE_KILLS=30 npx vitest run tests/prisma/kill.test.ts for a longer look. */
const kills = Number(process.env.STORE_KILLS ?? 5)

test(`every acknowledged row survives kill -9 while writing (${kills} times)`, {
  timeout: 30_000 * kills,
}, async () => {
  const directory = await storeDirectory()
  const random = seeded(20261123)
  for (let kill = 0; kill < kills; kill++) {
    const writer = startChild(new URL('./children/write.ts', import.meta.url), [directory])
    const acknowledgements = 1 + Math.floor(random() * 60)
    let acknowledged = 0
    for (let count = 0; count < acknowledgements; count++) {
      const next = await writer.lines.next()
      acknowledged = Number(next.value)
    }
    writer.process.kill('SIGKILL')
    for (let next = await writer.lines.next(); !next.done; next = await writer.lines.next()) {
      acknowledged = Number(next.value) // said before it died
    }
    expect((await writer.ended).signal).toBe('SIGKILL')

    const { pool, close } = await openPglite(directory)
    const { rows } = await pool.query<{ number: number; words: string }>('select * from kept order by number')
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
    expect(rows).toEqual(rows.map((_, index) => ({ number: index + 1, words: '意见'.repeat((index + 1) % 50) })))
    await close()
  }
})

import { expect, test } from 'vitest'
import { memoryPglite } from '../../prisma/pglite.js'

test('a timer fires while the store is kept busy without a pause', async () => {
  const { pool, close } = await memoryPglite()
  await pool.query('select 1')
  const happened: string[] = []
  setTimeout(() => happened.push('timer'), 0)
  // Far more than the timer needs, and an end should it never come.
  for (let queries = 0; queries < 20_000 && happened.length === 0; queries++) await pool.query('select 1')
  happened.push('queries done')
  expect(happened).toEqual(['timer', 'queries done'])
  await close()
})

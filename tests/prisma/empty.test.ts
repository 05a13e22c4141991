import { beforeEach, expect, test } from 'vitest'
import { readTables } from '../../prisma/catalogue.js'
import { emptyStore } from '../../prisma/empty.js'
import { eachStore } from './servers.js'

const arrivedAt = new Date('2026-11-23T01:00:00Z')

eachStore('an emptied store', (store) => {
  beforeEach(() => emptyStore(store()))
  const receive = (messageId: string) => store().prisma.inboxMessage.create({ data: { messageId, arrivedAt } })

  test('has no rows in any table', async () => {
    await receive('m1')
    await store().prisma.commandOnce.create({ data: { key: 'k', seq: 1 } })
    await emptyStore(store())
    for (const { name } of await readTables(store().pool)) {
      expect((await store().pool.query(`select from "${name}"`)).rowCount, name).toBe(0)
    }
  })

  test('gives numbers from the start again', async () => {
    const first = await receive('m1')
    await receive('m2')
    await emptyStore(store())
    expect(await receive('m1')).toEqual(first)
  })

  test('also where a transaction that took a number was rolled back', async () => {
    const rolledBack = store().prisma.$transaction(async (tx) => {
      await tx.inboxMessage.create({ data: { messageId: 'm1', arrivedAt } })
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    await emptyStore(store())
    expect((await receive('m1')).seq).toBe(1)
  })

  test('keeps its migrations', async () => {
    await emptyStore(store())
    expect((await store().pool.query('select from _prisma_migrations')).rowCount).toBeGreaterThan(0)
  })
})

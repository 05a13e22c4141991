import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../prisma/change.js'
import { retrying } from '../../prisma/retrying.js'
import { eachStore } from './servers.js'

const writeConflict = { cause: { kind: 'TransactionWriteConflict' } }
const conflict = Object.assign(new Error('write conflict'), { code: 'P2034' })
const conflictInRawQuery = Object.assign(new Error('raw'), {
  code: 'P2010',
  meta: { driverAdapterError: writeConflict },
})
const conflictAtCommit = new Error('TransactionWriteConflict', writeConflict)
const wait = async () => {}

/** Fails with each error in turn, then gives the number of its tries. */
function failing(...errors: Error[]) {
  let tries = 0
  return async () => {
    const error = errors[tries++]
    if (error) throw error
    return tries
  }
}

describe('retrying', () => {
  test('begins again after a conflict, whichever shape it comes in', async () => {
    expect(await retrying(failing(conflict, conflictInRawQuery, conflictAtCommit), { wait })).toBe(4)
  })

  test('gives up after so many tries, with the conflict', async () => {
    await expect(retrying(failing(conflict, conflict, conflict), { wait, tries: 3 })).rejects.toBe(conflict)
  })

  test('hands every other error on at once', async () => {
    const other = Object.assign(new Error('unique'), { code: 'P2002' })
    await expect(retrying(failing(other), { wait })).rejects.toBe(other)
  })

  test('waits longer each time, spread by chance, never long', async () => {
    const waitedMs: number[] = []
    await retrying(failing(conflict, conflict, conflict, conflict), {
      random: () => 0.5,
      wait: async (delayMs) => void waitedMs.push(delayMs),
    })
    expect(waitedMs).toEqual([10, 20, 30, 40])
  })
})

eachStore('ten add to one number at the strictest isolation', (store) => {
  const key = 'coins'
  beforeAll(() => store().prisma.commandOnce.create({ data: { key, seq: 0 } }))
  afterAll(() => store().prisma.commandOnce.deleteMany())

  const additions = {
    'by model': async (tx: Tx) => {
      const { seq } = await tx.commandOnce.findUniqueOrThrow({ where: { key } })
      await tx.commandOnce.update({ where: { key }, data: { seq: seq + 1 } })
    },
    'by raw query': async (tx: Tx) => {
      const [row] = await tx.$queryRaw<{ seq: number }[]>`select seq from "CommandOnce" where key = ${key}`
      await tx.$executeRaw`update "CommandOnce" set seq = ${row!.seq + 1} where key = ${key}`
    },
  }

  test.each(Object.entries(additions))('each addition counts once, whatever was retried (%s)', async (_, addition) => {
    await store().prisma.commandOnce.update({ where: { key }, data: { seq: 0 } })
    const add = () => store().prisma.$transaction(addition, { isolationLevel: 'Serializable', maxWait: 30_000 })
    await Promise.all(Array.from({ length: 10 }, () => retrying(add, { tries: 50 })))
    expect(await store().prisma.commandOnce.findUnique({ where: { key } })).toEqual({ key, seq: 10 })
  })

  test('a conflict that only COMMIT meets is retried too', async () => {
    let begun = 0
    const both = barrier(2)
    const add = async (name: string) => {
      const attempt = begun++
      await store().prisma.$transaction(
        async (tx) => {
          const seq = await tx.commandOnce.count()
          await tx.commandOnce.create({ data: { key: name, seq } })
          // On a server the two first attempts are open together; the embedded store has them one after the other.
          if (store().kind === 'server' && attempt < 2) await both()
        },
        { isolationLevel: 'Serializable', maxWait: 30_000 },
      )
    }
    await Promise.all(['one', 'two'].map((name) => retrying(() => add(name), { tries: 20 })))
    const rows = await store().prisma.commandOnce.findMany({ where: { key: { in: ['one', 'two'] } } })
    expect(rows.map(({ seq }) => seq).sort()).toEqual([1, 2]) // as if one had come after the other
    expect(begun).toBe(store().kind === 'server' ? 3 : 2)
  })
})

/** Lets everybody through once so many have come. */
function barrier(size: number): () => Promise<void> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  let come = 0
  return () => {
    if (++come === size) open()
    return opened
  }
}

import { expect, it } from 'vitest'
import { Change } from '../../prisma/change.js'
import { emptyStore } from '../../prisma/empty.js'
import { guardedSince, guardHistory } from '../../prisma/history-guard.js'
import { retrying } from '../../prisma/retrying.js'
import { openSealer } from '../../prisma/sealing.js'
import { eachStore } from './servers.js'

const AT = new Date('2026-11-23T01:00:00Z')
const WRITERS = 6
const WRITES = 8

eachStore('guards of the history', (store) => {
  const { sign, signed } = openSealer({ key: '11'.repeat(32), keyFile: '/nonexistent/test.key' })

  /** Whatever the order in which they meet: the guards follow each other, and every entry is in exactly one. */
  it('several processes guard while others write: nothing is left out, nothing twice', async () => {
    const { prisma } = store()
    await emptyStore(store())
    const author = { at: AT, actorId: null, actorName: '孙莉', action: '测试', stationId: 1, causeSeq: null, sign }
    const write = async (writer: number) => {
      for (let turn = 0; turn < WRITES; turn++)
        await retrying(() =>
          prisma.$transaction((tx) =>
            new Change(tx, { ...author, changeId: `m${writer}-${turn}` }).create('District', {
              name: `区${writer}-${turn}`,
            }),
          ),
        )
    }
    const guard = async () => {
      for (let turn = 0; turn < WRITES; turn++) await guardHistory(prisma, sign)
    }
    await Promise.all([...Array.from({ length: WRITERS }, (_, writer) => write(writer)), guard(), guard()])
    await guardHistory(prisma, sign)
    const guarded = await guardedSince(prisma, signed, 0)
    const entries = await prisma.auditEntry.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
    expect(entries).toHaveLength(WRITERS * WRITES)
    expect(guarded).toMatchObject({ broken: false, unread: 0, upTo: entries.at(-1)!.id })
    expect(guarded.entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  }, 60_000)

  it('asks one question when nothing is new, and notes a long history in several guards', async () => {
    const { prisma } = store()
    await emptyStore(store())
    const change = { at: AT, actorId: null, actorName: '孙莉', action: '导入', stationId: 1, causeSeq: null, sign }
    const names = Array.from({ length: 2500 }, (_, at) => ({ name: `人${at}` }))
    await prisma.$transaction((tx) => new Change(tx, { ...change, changeId: 'm1' }).createMany('Person', names))
    expect(await guardHistory(prisma, sign)).toBe(2500)
    expect(await prisma.historyGuard.count()).toBe(2)
    expect(await guardHistory(prisma, sign)).toBe(0)
    const guarded = await guardedSince(prisma, signed, 0)
    expect([guarded.broken, guarded.entries.length]).toEqual([false, 2500])
    // asked from the middle on, it reads only what is later
    const middle = guarded.entries[2200]!.id
    expect((await guardedSince(prisma, signed, middle)).entries).toHaveLength(299)
  }, 60_000)
})

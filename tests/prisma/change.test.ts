import { beforeEach, describe, expect, it } from 'vitest'
import { Change } from '../../prisma/change.js'
import { undo } from '../../prisma/undo.js'
import type { Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'
import { unsigned } from './unsigned.js'

const AT = new Date('2026-11-23T01:00:00Z')

describe('changes and their history', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
  })

  const doing = <T>(changeId: string, work: (change: Change) => Promise<T>): Promise<T> =>
    stage.prisma.$transaction((tx) =>
      work(
        new Change(tx, {
          changeId,
          at: AT,
          actorId: 1,
          actorName: '李强',
          action: '测试',
          stationId: 1,
          causeSeq: null,
          sign: unsigned,
        }),
      ),
    )
  const record = (changeId: string) =>
    doing(changeId, (change) =>
      change.create('Opinion', {
        stationId: 1,
        no: 1,
        reporterId: 1,
        text: '楼道灯坏了',
        state: '已登记',
        recordedAt: AT,
        original: new Uint8Array([1, 2, 3]),
      }),
    )

  it('writes an entry with exactly the columns that changed, and none when nothing did', async () => {
    const opinion = await record('m1')
    await doing('m2', (change) => change.update('Opinion', opinion.id, { text: '楼道灯坏了', state: '办结' }))
    await doing('m3', (change) => change.update('Opinion', opinion.id, { state: '办结' }))
    const entries = await stage.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries.map(({ changeId, before, after }) => ({ changeId, before, after }))).toMatchObject([
      { changeId: 'm1', before: null, after: { text: '楼道灯坏了', original: { $bytes: 'AQID' } } },
      { changeId: 'm2', before: { state: '已登记' }, after: { state: '办结' } },
    ])
  })

  it('given a transaction that fails, then neither the change nor its entry exists', async () => {
    await expect(
      doing('m1', async (change) => {
        await change.nextNumber(1, 'Y')
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await stage.prisma.counter.count()).toBe(0)
    expect(await stage.prisma.auditEntry.count()).toBe(0)
  })

  it('takes back a whole change, strikes what it created, and keeps both in the history', async () => {
    const opinion = await record('m1')
    await doing('m2', (change) => change.update('Opinion', opinion.id, { state: '办结', text: '改' }))
    expect(await doing('m3', (change) => undo(change, 'm2'))).toMatchObject({ ok: true })
    expect(await stage.prisma.opinion.findFirst()).toMatchObject({ state: '已登记', text: '楼道灯坏了' })
    expect(await doing('m4', (change) => undo(change, 'm1'))).toMatchObject({ ok: true })
    expect(await stage.prisma.opinion.findFirst()).toMatchObject({ state: '撤回', text: '楼道灯坏了' })
    expect(
      await stage.prisma.auditEntry.findMany({ where: { undoes: { not: null } }, select: { undoes: true } }),
    ).toEqual([{ undoes: 'm2' }, { undoes: 'm1' }])
  })

  it('refuses to overwrite what somebody did since', async () => {
    const opinion = await record('m1')
    await doing('m2', (change) => change.update('Opinion', opinion.id, { state: '办结' }))
    await doing('m3', (change) => change.update('Opinion', opinion.id, { state: '归档' }))
    expect(await doing('m4', (change) => undo(change, 'm2'))).toEqual({ ok: false, code: 'changed-since' })
    expect(await stage.prisma.opinion.findFirst()).toMatchObject({ state: '归档' })
  })

  it.each(['RoleGrant', 'Account', 'Station', 'Partner', 'RollCall'] as const)(
    'says of a created %s that it cannot be taken back, whether or not it has changed since',
    async (model) => {
      const rows = {
        RoleGrant: { personId: 1, stationId: 1, role: 'liaison', since: AT },
        Account: { chatAccountId: 'account:新', personId: 1, evidence: 'code', since: AT },
        Station: { name: '秦淮教育', districtId: 1, profession: '教育', levels: ['区'] },
        Partner: { stationId: 1, name: '区红十字会' },
        RollCall: { stationId: 1, startedAt: AT, endsAt: AT, calledById: 1, heardIds: [] },
      }
      const { id } = await doing('m1', (change) => change.create(model, rows[model] as never))
      expect(await doing('m2', (change) => undo(change, 'm1'))).toEqual({ ok: false, code: 'not-undoable' })
      const later =
        model === 'Station' || model === 'Partner'
          ? { name: '改' }
          : model === 'RollCall'
            ? { heardIds: [1] }
            : { personId: 2 }
      await doing('m3', (change) => change.update(model, id, later as never))
      expect(await doing('m4', (change) => undo(change, 'm1'))).toEqual({ ok: false, code: 'not-undoable' })
    },
  )

  it('numbers are never given twice', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => doing(`m${i}`, (change) => change.nextNumber(1, 'H'))),
    )
    expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})

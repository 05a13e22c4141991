import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { History } from '../../bot/history.js'
import { Change, type Tx } from '../../prisma/change.js'
import { unsigned } from '../prisma/unsigned.js'
import type { Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'

const AT = new Date('2026-11-23T01:00:00Z')

/** Of one table, of several, by a relation, of a table without a history, and one by one. */
const QUESTIONS: Record<string, (db: Tx) => Promise<unknown>> = {
  tasks: (db) => db.convenorTask.findMany({ where: { stationId: 1, doneAt: null }, orderBy: { id: 'asc' } }),
  task: (db) => db.convenorTask.findUnique({ where: { stationId_key: { stationId: 1, key: 'key 0' } } }),
  lines: (db) => db.convenorTask.count({ where: { OR: [{ line: { startsWith: 'line 1' } }, { doneAt: { lt: AT } }] } }),
  members: (db) =>
    db.person.findMany({ where: { memberships: { some: { stationId: 1, state: 'left' } } }, orderBy: { id: 'asc' } }),
  people: (db) => db.membership.findMany({ include: { person: true }, orderBy: { id: 'asc' } }),
  runs: (db) => db.jobRun.count({ where: { outcome: 'done' } }),
}

describe('what is kept of the history', () => {
  const theatre = useTheatre()
  let stage: Stage
  let history: History
  let changes = 0
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    history = new History(stage.prisma)
  })

  const author = () => ({ changeId: `c${++changes}`, at: AT, actorId: 1, actorName: '李强', action: '测试' })
  const change = (work: (change: Change) => Promise<unknown>) =>
    stage.prisma.$transaction((tx) =>
      work(new Change(tx, { ...author(), stationId: 1, causeSeq: null, sign: unsigned })),
    )
  const newTask = (key: string) => ({
    stationId: 1,
    key,
    line: `line ${key.length}`,
    askedAt: AT,
    steppedInAt: null,
    doneAt: null,
    doneBy: null,
  })

  const writes: Record<string, (n: number) => Promise<unknown>> = {
    addTask: (n) => change((to) => to.create('ConvenorTask', newTask(`key ${n} ${changes}`))),
    finishTask: (n) => change((to) => to.update('ConvenorTask', 1, { doneAt: new Date(AT.getTime() + n) })),
    leave: (n) => change((to) => to.update('Membership', 1 + (n % 3), { state: n % 2 === 0 ? 'left' : 'agreed' })),
    rename: (n) => change((to) => to.update('Person', 1 + (n % 3), { name: `名${n}` })),
    run: (n) =>
      stage.prisma.jobRun.create({
        data: { job: 'test', slot: `s${n} ${++changes}`, dueAt: AT, outcome: 'done', stationId: 1 },
      }),
  }

  it('after a look every kept answer is what the store says, whatever was written before', async () => {
    const step = fc.oneof(
      fc.record({ write: fc.constantFrom(...Object.keys(writes)), n: fc.nat(9) }),
      fc.record({ ask: fc.constantFrom(...Object.keys(QUESTIONS)) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await stage.prisma.convenorTask.deleteMany()
        await stage.prisma.$executeRaw`ALTER SEQUENCE "ConvenorTask_id_seq" RESTART`
        history = new History(stage.prisma)
        await change((to) => to.create('ConvenorTask', newTask('key 0')))
        for (const each of steps) {
          if ('write' in each) await writes[each.write]!(each.n)
          else {
            await history.look()
            const ask = QUESTIONS[each.ask]!
            expect(await ask(history.reads.db), each.ask).toEqual(await ask(stage.prisma))
          }
        }
      }),
      { seed: 20261126, numRuns: 25 },
    )
  })

  it('asks again only what may have changed', async () => {
    const { db } = history.reads
    const ask = async () => {
      const { written } = await history.look()
      return { written, tasks: await QUESTIONS.tasks!(db), people: await QUESTIONS.people!(db) }
    }
    const first = await ask()
    const again = await ask()
    expect(again.tasks).toBe(first.tasks)
    expect(again.written).toBe(first.written)
    await writes.rename!(1)
    const renamed = await ask()
    expect(renamed.written).not.toBe(first.written)
    expect(renamed.tasks).toBe(first.tasks)
    expect(renamed.people).not.toEqual(first.people)
  })

  it('an answer kept for others cannot be changed by whoever reads it', async () => {
    await writes.addTask!(1)
    await history.look()
    const rows = (await QUESTIONS.tasks!(history.reads.db)) as { line: string }[]
    expect(() => rows.push(rows[0]!)).toThrow(TypeError)
    expect(() => Object.assign(rows[0]!, { line: '' })).toThrow(TypeError)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../bot/clock.js'
import { Planner } from '../../bot/planner.js'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { daily, type Job } from '../../schedules/job.js'
import { dateOf, momentOf, parseMoment } from '../../station/time/civil.js'
import type { Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'

const MORNING: Job = {
  name: 'morning',
  graceMinutes: 60,
  slots: (_db, station, after, upTo) => daily('07:30', station, after, upTo),
  run: (context) => context.announce('早'),
}

describe('the clock', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
  })

  const planner = (jobs: Job[] = [MORNING], clock = stage.clock): Planner =>
    new Planner(stage.prisma, clock, stage.log, jobs, stage.services)
  const told = async (): Promise<number> =>
    stage.prisma.outboxMessage.count({ where: { roomId: simulatedRoom('医疗代表群') } })
  const at = (time: string): void => {
    stage.clock.moment = parseMoment(time)
  }

  it('does a slot once, however often it is woken', async () => {
    const one = planner()
    await one.start()
    at('2026-11-24 07:30')
    for (let waking = 0; waking < 5; waking++) await one.runDue()
    expect(await told()).toBe(1)
  })

  it('given two processes woken at once, then one of them does it', async () => {
    const [one, other] = [planner(), planner()]
    await one.start()
    at('2026-11-24 07:31')
    await Promise.all([one.runDue(), other.runDue(), one.runDue(), other.runDue()])
    expect(await told()).toBe(1)
  })

  it('given the process was away for an hour, then it is done late and says so; for longer, it is skipped for good', async () => {
    const one = planner()
    await one.start()
    at('2026-11-24 08:15')
    await one.runDue()
    at('2026-11-25 12:00')
    await one.runDue()
    await one.runDue()
    expect(await stage.prisma.jobRun.findMany({ orderBy: { dueAt: 'asc' }, select: { outcome: true } })).toEqual([
      { outcome: 'late' },
      { outcome: 'skipped' },
    ])
    expect(await told()).toBe(1)
  })

  it('given the clock is set back, then nothing is done a second time', async () => {
    const one = planner()
    await one.start()
    at('2026-11-25 07:30')
    await one.runDue()
    const before = await told()
    at('2026-11-24 07:30')
    await one.runDue()
    at('2026-11-25 07:30')
    await one.runDue()
    expect(await told()).toBe(before)
  })

  it('never does what was due before the house first opened', async () => {
    at('2026-11-24 07:31')
    const one = planner()
    await one.start()
    await one.runDue()
    expect(await told()).toBe(0)
  })

  it('given a job that fails, then its slot stays open, the others are done, and nothing of the failure remains', async () => {
    let failures = 1
    const shaky: Job = {
      ...MORNING,
      name: 'shaky',
      run: async (context) => {
        await context.announce('半句')
        if (failures-- > 0) throw new Error('not this time')
      },
    }
    const one = planner([shaky, MORNING])
    await one.start()
    at('2026-11-24 07:30')
    await one.runDue()
    expect(await told()).toBe(1)
    await one.runDue()
    expect(await told()).toBe(2)
  })

  it('given a job that cannot say when it is due, then the others are done', async () => {
    const broken: Job = { ...MORNING, name: 'broken', slots: () => Promise.reject(new Error('cannot tell')) }
    const one = planner([broken, MORNING])
    await one.start()
    at('2026-11-24 07:30')
    await one.runDue()
    expect(await told()).toBe(1)
  })

  it('finds the next moment at which something falls due', async () => {
    const one = planner()
    await one.start()
    const next = await one.next(parseMoment('2026-12-31 00:00'))
    expect(next && dateOf(next)).toEqual(dateOf(parseMoment('2026-11-24 07:30')))
    expect(await one.next(parseMoment('2026-11-23 20:00'))).toBeUndefined()
  })

  it('asks the jobs anew as soon as a command or a run has changed a row, and not before', async () => {
    let asked = 0
    const byRows: Job = {
      ...MORNING,
      name: 'by-rows',
      async slots(db, station, after, upTo) {
        asked++
        const rows = await db.activity.findMany({ where: { stationId: station.id } })
        return rows
          .map(({ id, startsAt }) => ({ key: `by-rows:${id}:${startsAt.toISOString()}`, at: momentOf(startsAt) }))
          .filter(({ at }) => at.epochMilliseconds > after.epochMilliseconds)
          .filter(({ at }) => at.epochMilliseconds <= upTo.epochMilliseconds)
      },
    }
    const one = planner([byRows])
    await one.start()
    for (let waking = 0; waking < 5; waking++) await one.runDue()
    expect(asked).toBe(1)
    await stage.start()
    stage.chat.say(simulatedAccount('李强'), { roomId: simulatedRoom('医疗代表群') }, '建活动 义诊 11月24日9:00 来凤街')
    await stage.settled()
    const next = await one.next(parseMoment('2026-11-25 09:00'))
    expect(next && dateOf(next)).toEqual(dateOf(parseMoment('2026-11-24 09:00')))
    expect(asked).toBe(2)
    const before = await told()
    at('2026-11-24 09:00')
    for (let waking = 0; waking < 5; waking++) await one.runDue()
    expect(await told()).toBe(before + 1)
  })

  it('notes a slot at which a job has nothing to do as done, without running it, and asks again at the next', async () => {
    let idle = true
    const sometimes: Job = { ...MORNING, name: 'sometimes', idle: async () => idle }
    const one = planner([sometimes])
    await one.start()
    at('2026-11-24 07:30')
    await one.runDue()
    idle = false
    await one.runDue()
    expect(await told()).toBe(0)
    at('2026-11-25 07:30')
    await one.runDue()
    expect(await told()).toBe(1)
    expect(await stage.prisma.jobRun.count({ where: { job: 'sometimes', outcome: 'done' } })).toBe(2)
  })

  it('passes over a time at which there will be nothing to do, until something is written', async () => {
    const drafted: Job = {
      ...MORNING,
      name: 'drafted',
      idle: async ({ db, now }) => (await db.activity.findFirst({ where: { startsAt: { lt: dateOf(now) } } })) === null,
    }
    const one = planner([drafted])
    await one.start()
    const year = parseMoment('2026-12-31 00:00')
    expect(await one.next(year)).toBeUndefined()
    await stage.start()
    stage.chat.say(simulatedAccount('李强'), { roomId: simulatedRoom('医疗代表群') }, '建活动 义诊 11月25日9:00 来凤街')
    await stage.settled()
    const before = await told()
    const next = await one.next(year)
    expect(next && dateOf(next)).toEqual(dateOf(parseMoment('2026-11-26 07:30')))
    at('2026-11-26 07:30')
    await one.runDue()
    expect(await told()).toBe(before + 1)
    expect(await stage.prisma.jobRun.count({ where: { job: 'drafted', outcome: 'done' } })).toBe(3)
  })

  it('keeps Chinese time whatever zone the machine is in', () => {
    const [slot] = daily('18:00', { id: 1 } as never, parseMoment('2026-11-23 09:00'), parseMoment('2026-11-23 23:00'))
    expect(slot!.at.toInstant().toString()).toBe('2026-11-23T10:00:00Z')
    expect(new ManualClock(slot!.at).now().hour).toBe(18)
  })
})

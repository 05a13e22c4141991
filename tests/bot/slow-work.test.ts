import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../bot/clock.js'
import { Planner } from '../../bot/planner.js'
import { type Job, preparedJob } from '../../schedules/job.js'
import { dateOf } from '../../station/time/civil.js'
import type { Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'

/** Three seconds never pass before the work is done. */
class QuickWork extends ManualClock {
  override sleep(_ms?: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))
  }
}

describe('work outside transactions', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage(['秦淮医疗'])
    const { id: stationId } = await stage.prisma.station.findFirstOrThrow()
    await stage.prisma.jobRun.create({
      data: {
        job: 'work',
        slot: 'asked',
        stationId,
        dueAt: dateOf(stage.clock.now()),
        outcome: 'requested',
        payload: {},
      },
    })
  })

  const work = (until: Promise<void>): Job =>
    preparedJob({
      name: 'work',
      graceMinutes: 60,
      slots: () => [],
      prepare: () => until,
      slow: (context) => context.announce('正在生成', { urgent: true }),
      run: (context) => context.announce('好了', { urgent: true }),
    })
  const said = async (): Promise<string[]> =>
    (await stage.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text)

  it('that takes more than three seconds says that it has begun while it goes on, and is told once it is done', async () => {
    let begun: () => void = () => {}
    const until = new Promise<void>((resolve) => {
      begun = resolve
    })
    const patience = { slowMs: 3000, told: begun }
    const planner = new Planner(stage.prisma, stage.clock, stage.log, [work(until)], stage.services, patience)
    await planner.start()
    await planner.runDue()
    expect(await said()).toEqual(['正在生成', '好了'])
  })

  it('that is done sooner says nothing before', async () => {
    const clock = new QuickWork(stage.clock.now())
    const patience = { slowMs: 3000, told: () => {} }
    const planner = new Planner(stage.prisma, clock, stage.log, [work(Promise.resolve())], stage.services, patience)
    await planner.start()
    await planner.runDue()
    expect(await said()).toEqual(['好了'])
  })
})

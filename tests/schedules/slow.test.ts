import { expect, test } from 'vitest'
import { Planner } from '../../bot/planner.js'
import { simulatedRoom } from '../../prisma/fixtures/load.js'
import { jobs } from '../../schedules/index.js'
import { dateOf } from '../../station/time/civil.js'
import { useTheatre } from '../replay/use-theatre.js'

const theatre = useTheatre()

/** Nobody waits for these: a picture is fetched and an opinion sorted after the answer was given. */
const BEHIND = ['keep-file', 'sort-opinion']

test('every job that works outside a transaction for somebody who waits can say that it has begun', () => {
  const silent = jobs.filter(({ prepare, slow }) => prepare && !slow).map(({ name }) => name)
  expect(silent.sort()).toEqual(BEHIND)
})

test('a summary whose model takes its time says so where it was asked for, and the clock’s own says nothing', async () => {
  const stage = await theatre.stage(['秦淮医疗'])
  const station = await stage.prisma.station.findFirstOrThrow()
  const { id: personId } = await stage.prisma.person.findFirstOrThrow({ where: { name: '李强' } })
  const roomId = simulatedRoom('医疗代表群')
  await stage.prisma.jobRun.createMany({
    data: [
      { slot: 'asked', payload: { kind: 'week', roomId, personId } },
      { slot: 'clock', payload: { kind: 'month', draft: true } },
    ].map((run) => ({
      ...run,
      job: 'summary',
      stationId: station.id,
      dueAt: dateOf(stage.clock.now()),
      outcome: 'requested',
    })),
  })
  let begun: () => void = () => {}
  let told = new Promise<void>((resolve) => {
    begun = resolve
  })
  const services = {
    ...stage.services,
    phrase: async () => {
      await told
      told = new Promise((resolve) => {
        begun = resolve
      })
      return { without: 'timeout' as const }
    },
  }
  const patience = { slowMs: 3000, told: () => begun() }
  const planner = new Planner(stage.prisma, stage.clock, stage.log, jobs, services, patience)
  await planner.start()
  await planner.runDue()
  const said = await stage.prisma.outboxMessage.findMany({ where: { roomId }, orderBy: { id: 'asc' } })
  expect(said.map(({ text }) => text.split('\n')[0])).toEqual([
    '正在整理小结，好了就发来。',
    expect.stringMatching(/^秦淮医疗站周小结.*模型未及时回答/),
  ])
})

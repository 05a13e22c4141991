import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Planner } from '../../bot/planner.js'
import { emptyStore } from '../../prisma/empty.js'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../prisma/open.js'
import { jobs } from '../../schedules/index.js'
import { parseMoment } from '../../station/time/civil.js'
import { kinds, type TestPlace } from '../prisma/servers.js'
import type { Stage } from '../replay/stage.js'
import { stageOn } from '../replay/theatre.js'

const GROUP = simulatedRoom('医疗代表群')

for (const { kind, make } of kinds)
  describe(`reminders of a reception (${kind})`, () => {
    let test: TestPlace
    let store: Store
    let stage: Stage
    beforeAll(async () => {
      test = await make()
      store = await openStore(test.place)
    })
    afterAll(async () => {
      await store.close()
      await test.remove()
    })
    beforeEach(async () => {
      await emptyStore(store)
      stage = stageOn(store)
      await stage.load(['秦淮医疗'])
      at('2026-11-23 09:00')
      await stage.start()
      await says('李强', '接待 12月8日')
    })

    const at = (time: string): void => {
      stage.clock.moment = parseMoment(time)
    }

    async function says(name: string, text: string): Promise<void> {
      stage.chat.say(simulatedAccount(name), { roomId: GROUP }, text, { displayName: name })
      await stage.settled()
      stage.clock.moment = stage.clock.now().add({ seconds: 1 })
    }

    const advance = (time: string): Promise<void> =>
      stage.program.advance(parseMoment(time), (moment) => {
        stage.clock.moment = moment
      })

    /** Every reminder of D1 that went into the outbox, oldest first. */
    async function reminders(): Promise<string[]> {
      const rows = await store.prisma.outboxMessage.findMany({ where: { roomId: GROUP }, orderBy: { id: 'asc' } })
      return rows.map(({ text }) => text ?? '').filter((text) => /进站接待：D1/.test(text))
    }
    const heads = async (): Promise<string[]> =>
      (await reminders()).map((text) => /^(?:（迟到的提醒）)?(?:下周|3天后|明天|今天)/.exec(text)?.[0] ?? text)

    const another = (): Planner => new Planner(stage.prisma, stage.clock, stage.log, jobs, stage.services)

    it('comes four times, each once', async () => {
      await advance('2026-12-08 12:00')
      expect(await heads()).toEqual(['下周', '3天后', '明天', '今天'])
      const runs = await store.prisma.jobRun.findMany({ where: { job: 'duty-reminder' }, orderBy: { dueAt: 'asc' } })
      expect(runs.map(({ dueAt }) => dueAt.toISOString())).toEqual([
        '2026-12-01T10:00:00.000Z',
        '2026-12-05T10:00:00.000Z',
        '2026-12-07T10:00:00.000Z',
        '2026-12-07T23:30:00.000Z',
      ])
    })

    it('given the process is killed and another one opens the store at every step, then each still comes once', async () => {
      for (const time of ['2026-12-01 18:00', '2026-12-05 18:00', '2026-12-07 18:00', '2026-12-08 07:30']) {
        at(time)
        await another().runDue()
        await another().runDue()
      }
      expect(await heads()).toEqual(['下周', '3天后', '明天', '今天'])
    })

    it('given two processes are woken together, then each comes once', async () => {
      for (const time of ['2026-12-01 18:00', '2026-12-05 18:00', '2026-12-07 18:00', '2026-12-08 07:30']) {
        at(time)
        const [one, two] = [another(), another()]
        await Promise.all([one.runDue(), two.runDue(), one.runDue(), two.runDue()])
      }
      expect(await heads()).toEqual(['下周', '3天后', '明天', '今天'])
    })

    it('given the clock jumps forward over two of them, then the nearer comes late and says so, the other is skipped', async () => {
      at('2026-12-07 20:00')
      await another().runDue()
      expect(await heads()).toEqual(['（迟到的提醒）明天'])
      await another().runDue()
      at('2026-12-08 07:30')
      await another().runDue()
      expect(await heads()).toEqual(['（迟到的提醒）明天', '今天'])
    })

    it('given the clock is set back and forth, then nothing comes twice', async () => {
      await advance('2026-12-05 18:01')
      at('2026-11-30 09:00')
      await another().runDue()
      at('2026-12-05 18:02')
      await another().runDue()
      await advance('2026-12-08 12:00')
      expect(await heads()).toEqual(['下周', '3天后', '明天', '今天'])
    })

    it('given the reception has begun when the process comes back, then no reminder is sent for it', async () => {
      at('2026-12-08 09:30')
      await another().runDue()
      expect(await heads()).toEqual([])
    })

    it('names whoever is on duty at that moment, not whoever was when the rota was made', async () => {
      await advance('2026-12-05 18:01')
      const [before] = (await reminders()).slice(-1)
      const [, holder] = /@(\S+)/.exec(before!)!
      await says('李强', `调整 D1 ${holder!} 陈静`)
      at('2026-12-07 17:59:59')
      await says('陈静', '找人顶班 D1')
      await says('赵磊', '顶班 D1')
      await another().runDue()
      const [last] = (await reminders()).slice(-1)
      expect(last).toContain('@赵磊')
      expect(last).not.toContain('@陈静')
      expect(last).not.toContain(`@${holder}`)
    })

    it('given the date moves, then it is reminded of at its new times', async () => {
      await advance('2026-12-05 18:01')
      await says('李强', '改期 D1 12月11日')
      await advance('2026-12-11 08:00')
      const told = await reminders()
      expect(told.filter((text) => text.includes('12月11日')).length).toBe(3)
      expect(told.filter((text) => /^(?:明天|今天)/.test(text) && text.includes('12月8日'))).toEqual([])
    })
  })

describe('another zone', () => {
  // The child plays one of these very cases on a machine that thinks it is elsewhere; it must not start a child of its own.
  it.skipIf(process.env.DUTY_ZONE_CHILD).each(['Pacific/Honolulu', 'Pacific/Kiritimati'])(
    'in %s each still comes once, at Chinese time',
    { timeout: 300_000 },
    (TZ) => {
      const file = 'tests/schedules/duty-reminders.test.ts'
      const child = spawnSync('npx', ['vitest', 'run', file, '--maxWorkers=1', '-t', 'comes four times'], {
        env: { ...process.env, TZ, DUTY_ZONE_CHILD: '1', TEST_DATABASE_URL: '' },
        encoding: 'utf8',
      })
      expect(child.stdout + child.stderr).toMatch(/1 passed/)
      expect(child.status).toBe(0)
    },
  )
})

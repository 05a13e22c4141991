import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixtureOf, loadStation, simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../../prisma/open.js'
import { isInLine, type SignUpStatus } from '../../../station/activity/sign-up-status.js'
import { dateOf, parseMoment } from '../../../station/time/civil.js'
import { onServer, type TestPlace } from '../../prisma/servers.js'

const START = parseMoment('2026-11-23 09:00')
const ROOM = simulatedRoom('医疗代表群')
const WORDS_EACH = 45

/** A seeded die, so that a failure can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >>> 8) % sides
  }
}

/** What one process is told: mostly in and out, some answers to offers, now and then another capacity; some lines twice. */
function wordsFor(seed: number, people: readonly string[]): [string, string, boolean][] {
  const roll = dice(seed)
  return Array.from({ length: WORDS_EACH }, (_, index) => {
    if (index % 11 === 10) return [simulatedAccount('李强'), `改人数 H1 ${2 + roll(4)} 末位转候补`, false]
    const verb = ['报名', '报名', '报名', '退出', '退出', '确认', '不去'][roll(7)]!
    return [simulatedAccount(people[roll(people.length)]!), `${verb} H1`, roll(5) === 0]
  })
}

onServer('two processes that serve one activity', (make) => {
  let place: TestPlace & { url: string }
  let store: Store
  beforeAll(async () => {
    place = await make()
    store = await openStore(place.place)
  }, 120_000)
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  test('never promise a place twice, keep one row a person, and lose no withdrawal', async () => {
    const { prisma } = store
    await prisma.$transaction((tx) => loadStation(tx, '秦淮医疗', dateOf(START)))
    const first = speaker(place.url, 'first', [
      [simulatedAccount('李强'), '建活动 义诊 12月25日9:00 来凤街 限3人', false],
    ])
    await first.ready
    first.go()
    await first.ended
    await prisma.activity.updateMany({ data: { promotion: 'offer', offerHours: 6 } })

    const people = fixtureOf('秦淮医疗').members.filter((name) => name !== '李强')
    const both = [speaker(place.url, 'a', wordsFor(7, people)), speaker(place.url, 'b', wordsFor(8, people), 17)]
    await Promise.all(both.map(({ ready }) => ready))
    let running = true
    for (const each of both) each.go()
    const ended = Promise.all(both.map((each) => each.ended)).finally(() => {
      running = false
    })
    let looks = 0
    while (running) {
      const { held, capacity } = await places(store)
      expect(held).toBeLessThanOrEqual(capacity)
      looks++
      await pause(20)
    }
    expect(await ended).toEqual([0, 0])
    expect(looks).toBeGreaterThan(10)

    const inbox = await prisma.inboxMessage.findMany({ where: { outcome: { startsWith: 'command:' } } })
    expect(inbox.filter(({ outcome }) => outcome !== 'command:建活动')).toHaveLength(2 * WORDS_EACH)
    expect(await prisma.inboxMessage.count({ where: { outcome: 'error' } })).toBe(0)
    const rows = await prisma.signUp.findMany()
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length)
    const accounts = await prisma.account.findMany()
    for (const { personId, status } of rows) {
      const account = accounts.find((each) => each.personId === personId)!.chatAccountId
      const last = inbox
        .filter((row) => row.accountId === account && /报名|退出/.test(row.outcome!))
        .sort((a, b) => b.seq - a.seq)[0]
      if (last?.outcome === 'command:退出')
        expect([account, isInLine(status as SignUpStatus)]).toEqual([account, false])
    }
    const { held, capacity } = await places(store)
    const waiting = rows.filter(({ status }) => status === 'waiting')
    expect(held === capacity || waiting.length === 0).toBe(true)
  }, 240_000)
})

/** One look at one moment: the places promised and the places there are. */
async function places({ prisma }: Store): Promise<{ held: number; capacity: number }> {
  const [row] = await prisma.$queryRaw<[{ held: number; capacity: number }]>`
    SELECT (pools->0->>'capacityPersons')::int AS capacity,
      (SELECT coalesce(sum(1 + companions), 0)::int FROM "SignUp"
       WHERE "activityId" = "Activity".id AND status IN ('confirmed', 'pendingApproval', 'offered', 'toReconfirm')) AS held
    FROM "Activity"`
  return row
}

/** Its clock is some minutes ahead: the same words at the same second would be one message delivered twice. */
function speaker(url: string, name: string, words: [string, string, boolean][], aheadMinutes = 0) {
  const script = fileURLToPath(new URL('./speaking-process.ts', import.meta.url))
  const args = [url, name, String(START.add({ minutes: aheadMinutes }).epochMilliseconds), ROOM, JSON.stringify(words)]
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ready = createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  const ended = once(child, 'close').then(([status]) => status as number)
  return {
    ready,
    ended,
    go: () => child.stdin.end('go\n'),
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookOf, WITH_SIGN_UPS } from '../../../commands/activity/book.js'
import { emptyStore } from '../../../prisma/empty.js'
import { fixtureOf, loadStation, simulatedAccount, simulatedRoom } from '../../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../../prisma/open.js'
import { newBook, type SignUpBook, type SignUpRow } from '../../../station/activity/sign-up-book.js'
import { isInLine } from '../../../station/activity/sign-up-status.js'
import { dateOf, momentOf, parseMoment } from '../../../station/time/civil.js'
import { onServer, type TestPlace } from '../../prisma/servers.js'
import { type Arrived, checkStep, STARTS, say, type Word } from '../../station/activity/words.js'
import type { Breath } from './speaking-process.js'

const START = parseMoment('2026-11-23 09:00')
const ROOM = simulatedRoom('医疗代表群')
const CONVENOR = simulatedAccount('李强')
const BREATHS_EACH = 14
/** Few enough that the processes speak for the same ones at the same time. */
const PEOPLE = 7
const RULES = { promotion: 'offer', offerHours: 2 } as const
/** When both start, in minutes after START: the offer of two hours that one process made before them has lapsed. */
const BOTH_AHEAD = 6 * 60

/** A seeded die, so that a failure can be seen again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >>> 8) % sides
  }
}

/**
 * What one process is told: mostly in and out, some answers to offers, now and then another capacity; some words twice, some
 * several in one breath whose payloads come in reverse, and some that the other process is told too, as one message.
 */
function breathsFor(seed: number, people: readonly string[]): Breath[] {
  const roll = dice(seed)
  return Array.from({ length: BREATHS_EACH }, (_, index) => {
    if (index % 5 === 4)
      return { words: [{ who: CONVENOR, text: `改人数 H1 ${2 + roll(4)} 末位转候补` }], twice: false, swapped: false }
    const words = Array.from({ length: 3 + roll(5) }, () => {
      const verb = ['报名', '报名', '报名', '退出', '退出', '确认', '不去'][roll(7)]!
      return { who: simulatedAccount(people[roll(people.length)]!), text: `${verb} H1` }
    })
    return { words, twice: roll(4) === 0, swapped: words.length > 1 && roll(2) === 0 }
  })
}

/** The same messages for both processes, in a breath of their own among those of each. */
function withShared(mine: readonly Breath[], shared: Breath['words']): Breath[] {
  const every = Math.floor(mine.length / shared.length)
  return mine.flatMap((breath, index) => {
    const word = index % every === 0 ? shared[index / every] : undefined
    return word ? [breath, { words: [word], twice: false, swapped: false }] : [breath]
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
  beforeEach(async () => {
    await store.prisma.$transaction((tx) => loadStation(tx, '秦淮医疗', dateOf(START)))
  })
  afterEach(() => emptyStore(store))

  test.each([7, 20261123])(
    'never promise a place twice, keep the line in order and lose no withdrawal: as one process would in the order of the store (seed %i)',
    async (seed) => {
      const { prisma } = store
      const people = fixtureOf('秦淮医疗')
        .members.filter((name) => simulatedAccount(name) !== CONVENOR)
        .slice(0, PEOPLE)
      const alone = async (name: string, aheadHours: number, ...breaths: Breath['words'][]) => {
        const one = speaker(
          place.url,
          name,
          breaths.map((words) => ({ words, twice: false, swapped: false })),
          aheadHours * 60,
        )
        await one.ready
        one.go()
        return (await one.ended).said
      }
      await alone('first', 0, [{ who: CONVENOR, text: '建活动 义诊 12月31日9:00 来凤街 限3人' }])
      await prisma.activity.updateMany({ data: RULES })
      // A place is offered to the fourth, and both processes start when the offer has lapsed: each would end it.
      const fourAndOut = await alone(
        'four',
        1,
        people.slice(0, 4).map((name) => ({ who: simulatedAccount(name), text: '报名 H1' })),
        [{ who: simulatedAccount(people[0]!), text: '退出 H1' }],
      )
      expect(await prisma.signUp.count({ where: { status: 'offered' } })).toBe(1)

      const roll = dice(seed + 3)
      const shared = Array.from({ length: 6 }, (_, index) => ({
        who: simulatedAccount(people[roll(people.length)]!),
        text: index % 2 === 0 ? '报名 H1' : '退出 H1',
        id: `shared-${index}`,
      }))
      const both = [
        speaker(place.url, 'a', withShared(breathsFor(seed, people), shared), BOTH_AHEAD),
        speaker(place.url, 'b', withShared(breathsFor(seed + 1, people), shared), BOTH_AHEAD + 17),
      ]
      await Promise.all(both.map(({ ready }) => ready))
      let running = true
      for (const each of both) each.go()
      const ended = Promise.all(both.map((each) => each.ended)).finally(() => {
        running = false
      })
      while (running) {
        const { held, capacity } = await places(store)
        expect(held).toBeLessThanOrEqual(capacity)
        await pause(20)
      }
      expect((await ended).map(({ status }) => status)).toEqual([0, 0])
      expect(await prisma.inboxMessage.count({ where: { outcome: 'error' } })).toBe(0)
      expect(await prisma.inboxMessage.count({ where: { state: { not: 'handled' } } })).toBe(0)

      const spoken = [...fourAndOut, ...(await ended).flatMap(({ said }) => said)]
      const said = new Map(spoken.map(([id, who, text]) => [id, { who, text }]))
      const history = await decisionsOf(store, said)
      // What was said to both was decided once.
      const decided = history.map(({ messageId }) => messageId).filter((id) => id?.startsWith('shared-'))
      expect(decided.length).toBeGreaterThan(0)
      expect(new Set(decided).size).toBe(decided.length)
      // The store accepted a word when it gave it its number; each process decides its own words in that order, also those whose
      // payloads came in reverse. Between two processes the lock of the activity says who comes first.
      for (const name of ['a-', 'b-']) {
        const own = history.filter(({ messageId }) => messageId?.startsWith(name)).map(({ seq }) => seq)
        expect(own.length).toBeGreaterThan(10)
        expect(own).toEqual([...own].sort((x, y) => x - y))
      }

      // One after another in the order in which the store decided them, the words bring about the same book through the rules
      // alone; and after each of them holds what must hold in one process.
      let book: SignUpBook = newBook({ startsAt: STARTS, capacityPersons: 3, ...RULES })
      let lapsed = 0
      for (const word of history) {
        const step = say(book, word)
        checkStep(book, step, word)
        book = step.book
        lapsed += step.lapsed.length
      }
      const activity = await prisma.activity.findFirstOrThrow({ include: WITH_SIGN_UPS })
      const kept = bookOf(activity).book
      expect(kept.rows.map(comparable)).toEqual(book.rows.map(comparable))
      expect(kept.pools).toEqual(book.pools)
      expect(lapsed).toBeGreaterThan(0)

      // Nobody's last word is lost, decided or found to change nothing.
      const accounts = await prisma.account.findMany()
      for (const { personId } of activity.signUps) {
        const account = accounts.find((each) => each.personId === personId)!.chatAccountId
        const last = await prisma.inboxMessage.findFirst({
          where: { accountId: account, outcome: { in: ['command:报名', 'command:退出'] } },
          orderBy: { seq: 'desc' },
        })
        const row = kept.rows.find(({ person }) => person.id === personId)!
        if (last?.outcome === 'command:退出') expect([account, isInLine(row.status)]).toEqual([account, false])
      }
    },
    240_000,
  )
})

const comparable = ({ person, status, arrivalSeq, lastSeq, companions, answerBy }: SignUpRow) => ({
  person: person.id,
  status,
  arrivalSeq,
  lastSeq,
  companions,
  answerBy: answerBy?.epochMilliseconds ?? null,
})

type Decision = Arrived & { messageId: string | null }

/** Everything that changed the book, in the order in which it was written under the activity's lock: the audit has it all. */
async function decisionsOf({ prisma }: Store, said: ReadonlyMap<string, { who: string; text: string }>) {
  const entries = await prisma.auditEntry.findMany({
    where: { model: { in: ['SignUp', 'Activity'] } },
    orderBy: { id: 'asc' },
  })
  const inbox = new Map((await prisma.inboxMessage.findMany()).map(({ seq, messageId }) => [seq, messageId]))
  const persons = new Map((await prisma.account.findMany()).map((row) => [row.chatAccountId, row.personId]))
  const groups = new Map<string, (typeof entries)[number][]>()
  for (const entry of entries) groups.set(entry.changeId, [...(groups.get(entry.changeId) ?? []), entry])
  return [...groups.values()].flatMap((group): Decision[] => {
    const [{ causeSeq, at, action }] = group as [(typeof entries)[number]]
    if (action === '建活动') return []
    // 满员 and back follow from the book; the clock that notes it decides nothing.
    if (causeSeq === null && group.every(({ model }) => model === 'Activity')) return []
    const messageId = causeSeq === null ? null : inbox.get(causeSeq)!
    const spoken = messageId === null ? undefined : said.get(messageId)
    if (messageId !== null && !spoken) throw new Error(`nobody said ${messageId}`)
    const word: Word = spoken ? wordOf(spoken.text, persons.get(spoken.who)!) : { kind: 'tick' }
    return [{ word, seq: causeSeq ?? 0, at: momentOf(at), messageId }]
  })
}

function wordOf(text: string, who: number): Word {
  const capacity = /^改人数 H1 (\d)/.exec(text)?.[1]
  if (capacity) return { kind: 'capacity', capacityPersons: Number(capacity), moveLastToWaiting: true }
  if (text.startsWith('报名')) return { kind: 'signUp', who, companions: 0 }
  return { kind: text.startsWith('退出') ? 'withdraw' : text.startsWith('确认') ? 'yes' : 'no', who }
}

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
function speaker(url: string, name: string, breaths: readonly Breath[], aheadMinutes = 0) {
  const script = fileURLToPath(new URL('./speaking-process.ts', import.meta.url))
  const args = [
    url,
    name,
    String(START.add({ minutes: aheadMinutes }).epochMilliseconds),
    ROOM,
    JSON.stringify(breaths),
  ]
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  const out = createInterface({ input: child.stdout })
  out.on('line', (line) => lines.push(line))
  const ready = once(out, 'line')
  const ended = Promise.all([once(child, 'close'), once(out, 'close')]).then(([[status]]) => ({
    status: status as number,
    said: JSON.parse(lines[1] ?? '[]') as [id: string, who: string, text: string][],
  }))
  return { ready, ended, go: () => child.stdin.end('go\n') }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copy } from '../../bot/copy.js'
import { type Gateway, startGateway } from '../../bot/gateway/gateway.js'
import { loadStation, simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../prisma/open.js'
import { BOT_ID } from '../replay/stage.js'
import { BotProcess, until } from './bot-process.js'

const STATION = '秦淮医疗'
const ROOM = simulatedRoom('医疗代表群')
const DEPUTIES = 20
const UNKNOWN_GRACE_MS = 4000
const WAKES_EVERY_MS = 10_000
const KILLS = Number(process.env.KILLS ?? 30)
/** Chooses who speaks and when the axe falls; the same numbers every time. */
const random = seeded(20261123)

describe('kill -9 of the bot while twenty deputies sign up', () => {
  let dir: string
  let gateway: Gateway
  let bot: BotProcess

  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'liaison-kill-'))
    const names = await prepareStore(path.join(dir, 'store'))
    gateway = await startGateway({
      world: {
        bot: { id: BOT_ID, name: '助手' },
        people: names.map((name) => ({ id: simulatedAccount(name), name, note: '' })),
        rooms: [{ id: ROOM, topic: '医疗代表群', memberIds: [BOT_ID, ...names.map(simulatedAccount)] }],
        suggestions: [],
        startOffsetMs: 0,
      },
    })
    gateway.faults.redelivers = true
  })

  afterAll(async () => {
    await bot?.end('SIGKILL')
    await gateway?.stop()
    if (dir) rmSync(dir, { recursive: true, force: true })
  })

  it('given 30 kills at random moments, then every command took effect exactly once and every reply was sent exactly once', async () => {
    bot = await startBot()
    speak('李强', '建活动 义诊进社区 2099年11月28日9:00 来凤街 限8人')
    await until(
      () => botSaid().some((text) => text.includes('H1 义诊进社区')),
      () => botSaid().join('\n'),
    )

    for (let kill = 0; kill < KILLS; kill++) {
      for (let line = 0; line < 4; line++) {
        const deputy = `代表${1 + Math.floor(random() * DEPUTIES)}`
        speak(deputy, random() < 0.7 ? '报名 H1' : '退出 H1')
      }
      await new Promise((resolve) => setTimeout(resolve, random() * 400))
      await bot.end('SIGKILL')
      bot = await startBot()
    }

    speak('李强', '意见 收尾')
    await until(
      () => botSaid().some((text) => text.includes('收尾')),
      () => bot.said + botSaid().slice(-5).join('\n'),
      120_000,
    )
    await saidItAll()
    await bot.end('SIGTERM')

    const store = await openStore({ dir: path.join(dir, 'store') })
    try {
      await expectExactlyOnce(store)
      await expectEveryReplyOnce(store)
    } finally {
      await store.close()
    }
  }, 1_500_000)

  async function startBot(): Promise<BotProcess> {
    const started = new BotProcess({
      DATA_DIR: dir,
      WECHATY_PUPPET_SERVICE_TOKEN: gateway.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: gateway.endpoint,
      SEND_PACE_MS: '0',
      SEND_UNKNOWN_GRACE_MS: String(UNKNOWN_GRACE_MS),
    })
    await started.ready(copy.online)
    return started
  }

  /** A send cut short is settled by its echo, or sent again at the first waking after its grace: then it falls silent. */
  async function saidItAll(): Promise<void> {
    let said = -1
    let silentSince = performance.now()
    await until(
      () => {
        if (botSaid().length !== said) silentSince = performance.now()
        said = botSaid().length
        return performance.now() - silentSince > UNKNOWN_GRACE_MS + WAKES_EVERY_MS + 2000
      },
      () => botSaid().slice(-5).join('\n'),
      120_000,
    )
  }

  const speak = (name: string, text: string): void => {
    gateway.say(simulatedAccount(name), ROOM, text)
  }

  const botSaid = (): string[] =>
    gateway.world
      .messages(ROOM)
      .filter((message) => message.fromId === BOT_ID)
      .map((message) => message.text)

  async function expectExactlyOnce({ prisma }: Store): Promise<void> {
    const inbox = await prisma.inboxMessage.findMany({ orderBy: { seq: 'asc' } })
    expect(inbox.filter((row) => row.state !== 'handled').map((row) => row.outcome)).toEqual([])
    const commands = inbox.filter((row) => /^command:(报名|退出)/.test(row.outcome ?? ''))
    // The same deputy may have said the same words twice in one instant: that is one command, delivered twice.
    const repeated = inbox.filter((row) => row.outcome === 'repeated')
    expect(commands.length + repeated.length).toBe(KILLS * 4)
    // One message, at most one change: nobody's row was written twice by one message.
    const entries = await prisma.auditEntry.findMany({
      where: { action: { in: ['报名', '退出'] } },
      orderBy: { id: 'asc' },
    })
    const speakersOwn = entries.filter((entry) => entry.model === 'SignUp')
    const twice = speakersOwn.filter((entry, index) =>
      speakersOwn.some((other, at) => at < index && other.changeId === entry.changeId && other.rowId === entry.rowId),
    )
    expect(twice).toEqual([])

    const [activity] = await prisma.activity.findMany({ include: { signUps: { include: { person: true } } } })
    const confirmed = activity!.signUps.filter((row) => row.status === 'confirmed')
    const waiting = activity!.signUps.filter((row) => row.status === 'waiting')
    expect(confirmed.length).toBeLessThanOrEqual(8)
    expect(waiting.length === 0 || confirmed.length === 8).toBe(true)
    // What stands is what the last word of each deputy says.
    const accounts = await prisma.account.findMany({ include: { person: true } })
    const wants = new Map<number, boolean>()
    for (const row of commands) {
      const { personId } = accounts.find((account) => account.chatAccountId === row.accountId)!
      wants.set(personId, row.outcome === 'command:报名')
    }
    const inLine = new Set([...confirmed, ...waiting].map((row) => row.personId))
    expect([...inLine].sort()).toEqual(
      [...wants]
        .filter(([, wanted]) => wanted)
        .map(([id]) => id)
        .sort(),
    )
  }

  async function expectEveryReplyOnce({ prisma }: Store): Promise<void> {
    const outbox = await prisma.outboxMessage.findMany({ where: { roomId: ROOM }, orderBy: { id: 'asc' } })
    const open = outbox.filter((row) => !['sent', 'merged'].includes(row.state))
    expect(open.map((row) => `${row.id} ${row.state} ${row.said}`)).toEqual([])
    const owed = outbox.filter((row) => row.state === 'sent').map((row) => row.said ?? row.text)
    expect([...botSaid()].sort()).toEqual([...owed].sort())
  }
})

/** The station's fourteen and enough invented deputies beside them; returns everybody in the group. */
async function prepareStore(dir: string): Promise<string[]> {
  const store = await openStore({ dir })
  const at = new Date('2026-11-23T01:00:00Z')
  await store.prisma.$transaction((tx) => loadStation(tx, STATION, at))
  const station = await store.prisma.station.findFirstOrThrow()
  // Whatever the hour at which this runs: nothing is held until the morning.
  await store.prisma.station.update({
    where: { id: station.id },
    data: { settings: { ...(station.settings as object), quietFrom: '00:00', quietUntil: '00:00' } },
  })
  const names = Array.from({ length: DEPUTIES }, (_, index) => `代表${index + 1}`)
  for (const name of names)
    await store.prisma.person.create({
      data: {
        name,
        level: '区',
        accounts: { create: { chatAccountId: simulatedAccount(name), evidence: 'fixture', since: at } },
        memberships: {
          create: { stationId: station.id, kind: '驻站', state: 'agreed', since: new Date('2022-06-20') },
        },
      },
    })
  const people = await store.prisma.person.findMany({ select: { name: true } })
  await store.close()
  return people.map(({ name }) => name)
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

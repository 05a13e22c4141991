import { beforeEach, describe, expect, it } from 'vitest'
import type { ChatMessage } from '../../bot/chat/port.js'
import { SimulatedChat } from '../../bot/chat/simulated.js'
import { ShiftedClock } from '../../bot/clock.js'
import { Inbox } from '../../bot/inbox.js'
import type { Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'

const MESSAGES = 1000
const BURST = 20
const BOT = 'account:助手'

describe('the way in', () => {
  const theatre = useTheatre()
  let stage: Stage
  beforeEach(async () => {
    stage = await theatre.stage()
  })

  const inbox = (chat: SimulatedChat, handled: string[]): Inbox =>
    new Inbox(
      stage.prisma,
      chat,
      stage.clock,
      stage.log,
      async (row, message) => {
        handled.push(message.text)
        await stage.prisma.inboxMessage.update({ where: { seq: row.seq }, data: { state: 'handled' } })
      },
      { fetchPausesMs: [1, 1], latePausesMs: [1, 1], concurrentFetches: 16 },
    )
  const listening = (chat: SimulatedChat, into: Inbox): Promise<void> =>
    chat.start({ arrived: (id) => into.arrived(id), joined() {}, left() {}, online() {}, offline() {} })

  it('given 1,000 messages in bursts whose payloads come in any order, then each room hears them in the order sent', async () => {
    const chat = new SlowChat()
    const handled: string[] = []
    const into = inbox(chat, handled)
    await listening(chat, into)
    for (let sent = 0; sent < MESSAGES; sent += BURST) {
      for (let index = sent; index < sent + BURST; index++)
        chat.say('account:张敏', { roomId: 'room:一' }, String(index))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await into.idle()
    expect(chat.overtaken).toBeGreaterThan(0)
    expect(handled).toEqual(Array.from({ length: MESSAGES }, (_, index) => String(index)))
  })

  it('given a payload that fails twice, then it is fetched again and keeps its place', async () => {
    const chat = new SimulatedChat(BOT, [], () => 0)
    const handled: string[] = []
    const into = inbox(chat, handled)
    await listening(chat, into)
    chat.weather.fetchFailures = 2
    chat.say('account:张敏', { roomId: 'room:一' }, '第一句')
    chat.say('account:陈静', { roomId: 'room:一' }, '第二句')
    await into.idle()
    expect(handled).toEqual(['第一句', '第二句'])
  })

  it('given a message announced twice under one id, then it is handled once', async () => {
    const chat = new SimulatedChat(BOT, [], () => 0)
    const handled: string[] = []
    const into = inbox(chat, handled)
    await listening(chat, into)
    const id = chat.say('account:张敏', { roomId: 'room:一' }, '只一遍')
    into.arrived(id)
    await into.idle()
    into.arrived(id)
    await into.idle()
    expect(handled).toEqual(['只一遍'])
  })

  it('given a process that dies with messages unhandled, then the next one takes them up in order', async () => {
    const chat = new SimulatedChat(BOT, [], () => 0)
    const stuck = new Inbox(stage.prisma, chat, stage.clock, stage.log, () => new Promise<void>(() => {}), {
      fetchPausesMs: [],
      latePausesMs: [],
      concurrentFetches: 4,
    })
    await listening(chat, stuck)
    for (const text of ['一', '二', '三']) chat.say('account:张敏', { roomId: 'room:一' }, text)
    while ((await stage.prisma.inboxMessage.count({ where: { state: 'fetched' } })) < 3)
      await new Promise((resolve) => setImmediate(resolve))
    const handled: string[] = []
    const next = inbox(chat, handled)
    await next.start()
    await next.idle()
    expect(handled).toEqual(['一', '二', '三'])
  })

  it('given a message the network no longer knows, then it is marked lost and the others go on', async () => {
    const chat = new SimulatedChat(BOT, [], () => 0)
    const handled: string[] = []
    const into = inbox(chat, handled)
    await listening(chat, into)
    into.arrived('never-there')
    chat.say('account:张敏', { roomId: 'room:一' }, '还在')
    await into.idle()
    expect(handled).toEqual(['还在'])
    expect(await stage.prisma.inboxMessage.findFirst({ where: { messageId: 'never-there' } })).toMatchObject({
      state: 'lost',
    })
  })

  it('given a gateway that gives no payload, when the house stops, then nothing waits for it and the next start fetches it', async () => {
    const chat = new SimulatedChat(BOT, [], () => 0)
    chat.weather.fetchFailures = Number.POSITIVE_INFINITY
    const patient = new Inbox(stage.prisma, chat, new ShiftedClock(), stage.log, () => Promise.reject(), {
      fetchPausesMs: [300_000],
      latePausesMs: [300_000],
      concurrentFetches: 4,
    })
    await listening(chat, patient)
    chat.say('account:张敏', { roomId: 'room:一' }, '稍后')
    while ((await stage.prisma.inboxMessage.count()) < 1) await new Promise((resolve) => setImmediate(resolve))
    patient.stop()
    await patient.idle()
    expect(await stage.prisma.inboxMessage.findFirst()).toMatchObject({ state: 'arrived' })
    chat.weather.fetchFailures = 0
    const handled: string[] = []
    const next = inbox(chat, handled)
    await next.start()
    await next.idle()
    expect(handled).toEqual(['稍后'])
  })
})

/** Every payload takes a number of turns drawn from its number, so that later ones overtake earlier ones. */
class SlowChat extends SimulatedChat {
  overtaken = 0
  #newest = -1

  constructor() {
    super(BOT, [], () => 0)
  }

  override async fetch(messageId: string): Promise<ChatMessage | null> {
    const number = Number(messageId.split('-')[1])
    for (let turn = 0; turn < (number * 7919) % 13; turn++) await new Promise((resolve) => setImmediate(resolve))
    if (number < this.#newest) this.overtaken++
    this.#newest = Math.max(this.#newest, number)
    return super.fetch(messageId)
  }
}

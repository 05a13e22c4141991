import { beforeEach, describe, expect, it } from 'vitest'
import { SimulatedChat } from '../../bot/chat/simulated.js'
import { ManualClock } from '../../bot/clock.js'
import { Outbox } from '../../bot/outbox.js'
import type { PrismaClient } from '../../prisma/generated/client.js'
import { OUTBOX_SCOPE } from '../../prisma/post.js'
import { dateOf, parseMoment } from '../../station/time/civil.js'
import { BOT_ID, type Stage } from '../replay/stage.js'
import { useTheatre } from '../replay/use-theatre.js'

const ROOM = 'room:医疗代表群'

describe('the way out', () => {
  const theatre = useTheatre()
  let stage: Stage
  let chat: SimulatedChat
  const clock = new ManualClock(parseMoment('2026-11-26 09:00'))
  beforeEach(async () => {
    stage = await theatre.stage()
    chat = new SimulatedChat(BOT_ID, [{ id: ROOM, topic: '医疗代表群', memberIds: [BOT_ID] }], () => 0)
    await chat.start({ arrived: () => {}, joined: () => {}, left: () => {}, online: () => {}, offline: () => {} })
  })

  const outbox = async (prisma: PrismaClient = stage.prisma): Promise<Outbox> => {
    const { services: sealer } = stage
    const options = { paceMs: 0, sendTimeoutMs: 1000, unknownGraceMs: 60_000, jitter: () => 0, sealer }
    const one = new Outbox(prisma, chat, clock, stage.log, { ...options, readFile: () => Promise.reject(new Error()) })
    await one.start()
    one.online = true
    return one
  }
  const put = (text: string, more: { sealed?: Uint8Array<ArrayBuffer>; roomId?: string } = {}) =>
    stage.prisma.outboxMessage.create({
      data: { roomId: ROOM, text, createdAt: dateOf(clock.now()), notBefore: dateOf(clock.now()), ...more },
    })
  const heard = () => chat.heard.map(({ text }) => text)
  const states = async () =>
    (await stage.prisma.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state)

  it('tells what waits together in one message, in the order in which it was put there', async () => {
    for (const text of ['第一句', '第二句', '第三句']) await put(text)
    await (await outbox()).drain()
    expect(heard()).toEqual(['第一句\n第二句\n第三句'])
    expect(await states()).toEqual(['sent', 'merged', 'merged'])
  })

  it('cuts what is too long into numbered parts and sends them in order', async () => {
    await put('甲'.repeat(900))
    await put('后来的一句')
    await (await outbox()).drain()
    expect(heard().map((text) => text.slice(-5))).toEqual(['（1/2）', '（2/2）', '后来的一句'])
    expect(
      heard()
        .slice(0, 2)
        .join('')
        .replaceAll(/（\d\/\d）/g, ''),
    ).toBe('甲'.repeat(900))
  })

  it('keeps of sealed words only the digest, in every part', async () => {
    const words = `居民原话：${'乙'.repeat(900)}`
    await put('（密）', { sealed: stage.services.seal(words, OUTBOX_SCOPE) })
    await (await outbox()).drain()
    expect(
      heard()
        .join('')
        .replaceAll(/（\d\/\d）/g, ''),
    ).toBe(words)
    const rows = await stage.prisma.outboxMessage.findMany()
    expect(rows).toHaveLength(2)
    for (const { said, sealed, state } of rows)
      expect({ said, sealed, state }).toEqual({
        said: expect.stringMatching(/^sha256:/) as string,
        sealed: null,
        state: 'sent',
      })
  })

  it('two processes at once send everything once', async () => {
    for (let no = 1; no <= 20; no++) await put(`给第${no}组`, { roomId: `room:${no}` })
    for (let no = 1; no <= 20; no++) chat.allRooms.push({ id: `room:${no}`, topic: `第${no}组`, memberIds: [BOT_ID] })
    const [one, other] = [await outbox(), await outbox()]
    await Promise.all([one.drain(), other.drain(), one.drain(), other.drain()])
    expect(heard().sort()).toEqual(Array.from({ length: 20 }, (_, at) => `给第${at + 1}组`).sort())
  })

  /** A store in which something happens right after the first look at what waits. */
  const interrupted = (meanwhile: () => Promise<unknown>): PrismaClient => {
    let first = true
    return new Proxy(stage.prisma, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown
        if (key !== '$queryRaw' || !first) return typeof value === 'function' ? value.bind(target) : value
        first = false
        return async (...args: Parameters<PrismaClient['$queryRaw']>) => {
          const rows = await target.$queryRaw(...args)
          await meanwhile()
          return rows
        }
      },
    })
  }

  it.each([
    ['the first of them', 0, '第二句\n第三句'],
    ['one that would travel with it', 1, '第一句\n第三句'],
  ])('what is taken back between looking and taking is not told: %s', async (_which, at, told) => {
    const rows = [await put('第一句'), await put('第二句'), await put('第三句')]
    const takeBack = () =>
      stage.prisma.outboxMessage.update({ where: { id: rows[at]!.id }, data: { state: 'takenBack' } })
    await (await outbox(interrupted(takeBack))).drain()
    expect(heard()).toEqual([told])
    expect((await states())[at]).toBe('takenBack')
  })

  it('knows the echo of what it has a receipt for, and of nothing else', async () => {
    const echoes: string[] = []
    let bothHeard = () => {}
    const both = new Promise<void>((resolve) => {
      bothHeard = resolve
    })
    await chat.start({
      arrived: (id) => void (echoes.push(id) === 2 && bothHeard()),
      joined: () => {},
      left: () => {},
      online: () => {},
      offline: () => {},
    })
    const one = await outbox()
    await put('有回执')
    await one.drain()
    chat.weather.sendUnknown = true
    await put('没有回执')
    await one.drain()
    await both
    expect(echoes.map((id) => one.knows(id))).toEqual([true, false])
    expect((await outbox()).knows(echoes[0]!)).toBe(false)
  })

  it('a send without an answer waits for its echo, and is sent again to the letter when none comes', async () => {
    const one = await outbox()
    await put('请假已批')
    chat.weather.sendUnknown = true
    await one.drain()
    await put('另一句')
    await one.drain()
    expect(await states()).toEqual(['unknown', 'sent'])
    clock.moment = clock.now().add({ minutes: 2 })
    await one.drain()
    expect(heard()).toEqual(['请假已批', '另一句', '请假已批'])
    expect(await states()).toEqual(['sent', 'sent'])
  })
})

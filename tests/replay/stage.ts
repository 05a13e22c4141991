import pino, { type Logger } from 'pino'
import type { ChatMessage, ChatPort } from '../../bot/chat/port.js'
import { SimulatedChat } from '../../bot/chat/simulated.js'
import { ManualClock } from '../../bot/clock.js'
import { Program } from '../../bot/program.js'
import type { Services } from '../../commands/context.js'
import { answers, commands } from '../../commands/index.js'
import { fixtureOf, loadStation, simulatedAccount, simulatedRoom, stationsMeant } from '../../prisma/fixtures/load.js'
import type { PrismaClient } from '../../prisma/generated/client.js'
import { jobs } from '../../schedules/index.js'
import { dateOf, parseMoment } from '../../station/time/civil.js'

export const BOT_ID = 'account:助手'
const DEFAULT_NOW = '2026-11-23 09:00'

/** Nothing on the standard output, so that a replay's output is the transcript and nothing else. */
const quiet = (): Logger => pino({ level: process.env.REPLAY_LOG ?? 'silent' })

/** The whole program on a stage: real store, rules, router and schedules; simulated chat, hand-moved clock. */
export class Stage {
  readonly clock = new ManualClock(parseMoment(DEFAULT_NOW))
  readonly chat: SimulatedChat
  readonly services: Services
  program: Program
  started = false
  /** Set: the next message handled dies with its process. */
  #crashing = false
  #busy = 0
  /** Why the imagined model gives no usable answer; null: none is configured. */
  modelFault: 'unreachable' | 'garbage' | null = null

  constructor(
    readonly prisma: PrismaClient,
    servicesFor: (chat: ChatPort) => Services,
    readonly log: Logger = quiet(),
  ) {
    this.chat = new SimulatedChat(BOT_ID, [], () => this.clock.now().epochMilliseconds)
    // The program does not listen to what has its receipt: nothing would come of it, but at its own time.
    this.chat.echoesAnswered = false
    this.services = servicesFor(this.chat)
    this.program = this.#assemble()
  }

  async load(names: readonly string[]): Promise<void> {
    for (const name of names.flatMap(stationsMeant)) {
      const { station, members } = fixtureOf(name)
      await this.prisma.$transaction((tx) => loadStation(tx, name, dateOf(this.clock.now())))
      if (!station.room) continue
      this.chat.allRooms.push({
        id: simulatedRoom(station.room),
        topic: station.room,
        memberIds: [BOT_ID, ...members.map(simulatedAccount)],
      })
    }
  }

  async start(): Promise<void> {
    if (this.started) return
    this.started = true
    await this.program.start()
    await this.program.settled()
  }

  crashAtNextMessage(): void {
    this.#crashing = true
  }

  storeBusy(times: number): void {
    this.#busy = times
  }

  async settled(): Promise<void> {
    if (this.#crashing) await this.#died
    await this.program.settled()
  }

  #died: Promise<void> = Promise.resolve()

  #assemble(): Program {
    let dying: () => void = () => {}
    this.#died = new Promise((resolve) => {
      dying = resolve
    })
    const program = new Program({
      prisma: this.#storeWithWeather(),
      chat: this.chat,
      clock: this.clock,
      log: this.log,
      house: { commands, answers, services: this.#servicesWithWeather(), botNames: ['助手', '联络站小助手'] },
      jobs,
      outbox: { paceMs: 0, sendTimeoutMs: 1000, unknownGraceMs: 60_000, jitter: () => 0 },
    })
    const handle = program.inbox.handle
    Object.assign(program.inbox, {
      handle: (row: Parameters<typeof handle>[0], message: ChatMessage) => {
        if (!this.#crashing) return handle(row, message)
        this.#crashing = false
        void this.#restart().then(dying)
        return new Promise<void>(() => {})
      },
    })
    return program
  }

  /** The process is gone: what it held in memory with it. Another one opens the same store. */
  async #restart(): Promise<void> {
    this.program = this.#assemble()
    await this.program.start()
  }

  #servicesWithWeather(): Services {
    const { services } = this
    return {
      ...services,
      phrase: (...args) =>
        this.modelFault === null ? services.phrase(...args) : Promise.resolve({ ok: false, without: this.modelFault }),
    }
  }

  /** The same store, whose next transactions may lose a race with an imagined neighbour. */
  #storeWithWeather(): PrismaClient {
    return new Proxy(this.prisma, {
      get: (target, key) => {
        if (key === '$transaction' && this.#busy > 0) {
          this.#busy--
          return () => Promise.reject(Object.assign(new Error('TransactionWriteConflict'), { code: 'P2034' }))
        }
        const value = Reflect.get(target, key) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
}

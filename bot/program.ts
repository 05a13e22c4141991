import type { Logger } from 'pino'
import type { House } from '../commands/front-desk.js'
import type { PrismaClient } from '../prisma/generated/client.js'
import type { Job } from '../schedules/job.js'
import type { Moment } from '../station/time/civil.js'
import type { ChatPort } from './chat/port.js'
import type { Clock } from './clock.js'
import { Inbox } from './inbox.js'
import { Outbox } from './outbox.js'
import { Planner } from './planner.js'
import { Router } from './router.js'

export interface ProgramParts {
  prisma: PrismaClient
  chat: ChatPort
  clock: Clock
  log: Logger
  house: House
  jobs: readonly Job[]
  /** Work of more than this is announced, milliseconds; left out: never. */
  slowMs?: number
  outbox: { paceMs: number; sendTimeoutMs: number; unknownGraceMs: number; jitter: () => number }
}

/**
 * The whole house, assembled: the same in the real process and in transcripts. Nothing here starts a timer; `wake` is
 * called by whoever keeps the time.
 */
export class Program {
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly planner: Planner
  #waking: Promise<void> = Promise.resolve()

  constructor(readonly parts: ProgramParts) {
    const { prisma, chat, clock, log, house, jobs } = parts
    this.outbox = new Outbox(prisma, chat, clock, log, {
      ...parts.outbox,
      readFile: (path) => house.services.files.read(path),
      sealer: house.services,
    })
    const told = () => void this.outbox.drain()
    this.planner = new Planner(prisma, clock, log, jobs, house.services, {
      slowMs: parts.slowMs ?? Number.POSITIVE_INFINITY,
      told,
    })
    const router = new Router(prisma, clock, log, house, this.outbox)
    this.inbox = new Inbox(
      prisma,
      chat,
      clock,
      log,
      async (row, message) => {
        await router.handle(row, message)
        this.#poke()
      },
      { fetchPausesMs: [100, 400, 1500], latePausesMs: [5_000, 30_000, 120_000, 300_000], concurrentFetches: 16 },
    )
  }

  /** In live use every handled message wakes the house; transcripts wake it themselves. */
  live = false

  async start(): Promise<void> {
    const { chat, log } = this.parts
    await this.outbox.start()
    await this.planner.start()
    await this.inbox.start()
    await chat.start({
      arrived: (messageId) => {
        if (!this.outbox.knows(messageId)) this.inbox.arrived(messageId)
      },
      joined: (roomId, accountIds) => log.info({ roomId, count: accountIds.length }, 'joined'),
      left: (roomId, accountIds) => log.info({ roomId, count: accountIds.length }, 'left'),
      online: (accountId) => {
        log.info({ accountId }, 'online')
        this.outbox.online = true
        this.#poke()
      },
      offline: (reason) => {
        log.warn({ reason }, 'offline')
        this.outbox.online = false
      },
    })
  }

  async stop(): Promise<void> {
    this.live = false
    this.outbox.online = false
    this.inbox.stop()
    await this.parts.chat.stop()
    await this.inbox.idle()
    await this.#waking
  }

  /** Does what is due and sends what is owed. Calls run one after another. */
  wake(): Promise<void> {
    this.#waking = this.#waking.then(async () => {
      try {
        await this.planner.runDue()
        await this.outbox.drain()
      } catch (error) {
        this.parts.log.error({ err: error }, 'waking failed; the next one tries again')
      }
    })
    return this.#waking
  }

  /** Resolves when everything that has arrived is handled, done and told. */
  async settled(): Promise<void> {
    await this.inbox.idle()
    await this.wake()
    await this.inbox.idle()
  }

  /** Lets time pass by steps: whatever falls due on the way happens at its own time. `set` moves the clock. */
  async advance(target: Moment, set: (moment: Moment) => void): Promise<void> {
    for (;;) {
      const next = await this.planner.next(target)
      if (!next) break
      set(next)
      await this.settled()
    }
    set(target)
    await this.settled()
  }

  #poked = false

  #poke() {
    if (!this.live || this.#poked) return
    this.#poked = true
    setImmediate(() => {
      this.#poked = false
      void this.wake()
    })
  }
}

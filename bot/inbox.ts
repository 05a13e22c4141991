import PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { InboxMessage, Prisma, PrismaClient } from '../prisma/generated/client.js'
import { dateOf } from '../station/time/civil.js'
import type { ChatMessage, ChatPort } from './chat/port.js'
import type { Clock } from './clock.js'

export interface InboxOptions {
  /** Pauses between attempts to fetch a payload while later messages wait for it, milliseconds. */
  fetchPausesMs: readonly number[]
  /** Attempts that go on aside, once the others need not wait any more. */
  latePausesMs: readonly number[]
  concurrentFetches: number
}

/** late: it goes on aside; stopped: the next process fetches it. */
type Fetched = ChatMessage | null | 'late' | 'stopped'

interface Arrived {
  seq: number
  fetched: Promise<Fetched>
}

/**
 * The durable way in. Order is the order of `arrived` calls and nothing later: ids are stored first, payloads fetched
 * side by side, and each room's messages handed on one at a time in that order.
 */
export class Inbox {
  readonly #fetches: PQueue
  readonly #rooms = new Map<string, Promise<void>>()
  #unwritten: string[] = []
  #writing: Promise<void> = Promise.resolve()
  #dispatching: Promise<void> = Promise.resolve()
  readonly #aside = new Set<Promise<void>>()
  readonly #stopping = new AbortController()

  constructor(
    readonly prisma: PrismaClient,
    readonly chat: ChatPort,
    readonly clock: Clock,
    readonly log: Logger,
    readonly handle: (row: InboxMessage, message: ChatMessage) => Promise<void>,
    readonly options: InboxOptions,
  ) {
    this.#fetches = new PQueue({ concurrency: options.concurrentFetches })
  }

  /** Takes up again what a former process left unfinished. */
  async start(): Promise<void> {
    const left = await this.prisma.inboxMessage.findMany({
      where: { state: { in: ['arrived', 'fetched'] } },
      orderBy: { seq: 'asc' },
    })
    for (const row of left) this.#enqueue(row)
  }

  arrived(messageId: string): void {
    this.#unwritten.push(messageId)
    if (this.#unwritten.length === 1) this.#writing = this.#writing.then(() => this.#write())
  }

  /** Waits for no more payloads: whatever is not fetched yet stays `arrived` for the next start. */
  stop(): void {
    this.#stopping.abort()
  }

  /** Resolves when nothing that has arrived is unhandled. */
  async idle(): Promise<void> {
    for (;;) {
      const before = [this.#writing, this.#dispatching, ...this.#rooms.values(), ...this.#aside]
      await Promise.all(before)
      const after = [this.#writing, this.#dispatching, ...this.#rooms.values(), ...this.#aside]
      if (after.length === before.length && after.every((promise, index) => promise === before[index])) return
    }
  }

  async #write(): Promise<void> {
    const ids = this.#unwritten
    this.#unwritten = []
    if (ids.length === 0) return
    // An array and not rows: after a long silence there may be more of them than a statement takes parameters.
    const rows = await this.prisma.$queryRaw<InboxMessage[]>`
      INSERT INTO "InboxMessage" ("messageId", "arrivedAt")
      SELECT id, ${dateOf(this.clock.now())}::timestamptz FROM unnest(${ids}::text[]) WITH ORDINALITY AS came (id, place)
      ORDER BY place
      ON CONFLICT DO NOTHING RETURNING *`
    for (const row of rows.sort((a, b) => a.seq - b.seq)) this.#enqueue(row)
  }

  #enqueue(row: InboxMessage): void {
    const arrived: Arrived = {
      seq: row.seq,
      fetched:
        row.state === 'fetched'
          ? Promise.resolve(row.payload as unknown as ChatMessage)
          : this.#fetches.add(() => this.#fetch(row.messageId, this.options.fetchPausesMs)),
    }
    this.#dispatching = this.#dispatching.then(() => this.#dispatch(row, arrived))
  }

  async #fetch(messageId: string, pausesMs: readonly number[]): Promise<Fetched> {
    for (const pauseMs of [...pausesMs, null]) {
      if (this.#stopping.signal.aborted) return 'stopped'
      try {
        return await this.chat.fetch(messageId)
      } catch (error) {
        this.log.warn({ messageId, why: String(error) }, 'a payload could not be fetched')
        if (pauseMs !== null) await this.clock.sleep(pauseMs, this.#stopping.signal)
      }
    }
    return this.#stopping.signal.aborted ? 'stopped' : 'late'
  }

  async #dispatch(row: InboxMessage, arrived: Arrived): Promise<void> {
    const message = await arrived.fetched
    if (message === 'stopped') return
    if (message === 'late') this.#setAside(row)
    else await this.#handOn(row, message)
  }

  /** A payload that will not come must not hold the others up; it keeps its number and is read when it comes. */
  #setAside(row: InboxMessage): void {
    const late = this.#fetch(row.messageId, this.options.latePausesMs).then((message) =>
      message === 'stopped' ? undefined : this.#handOn(row, message === 'late' ? null : message),
    )
    this.#aside.add(late)
    void late.finally(() => this.#aside.delete(late))
  }

  async #handOn(row: InboxMessage, message: ChatMessage | null): Promise<void> {
    if (!message) {
      this.log.error({ seq: row.seq, messageId: row.messageId }, 'a message was lost by the gateway')
      await this.prisma.inboxMessage.update({ where: { seq: row.seq }, data: { state: 'lost', outcome: 'lost' } })
      return
    }
    // One's own words are only a receipt: they need not be kept to be dealt with by the next process.
    if (row.state !== 'fetched' && !message.self)
      await this.prisma.inboxMessage.update({
        where: { seq: row.seq },
        data: {
          state: 'fetched',
          roomId: message.roomId,
          accountId: message.accountId,
          kind: message.kind,
          sentAt: new Date(message.sentAtMs),
          payload: message as unknown as Prisma.InputJsonObject,
        },
      })
    const room = message.roomId ?? `private:${message.accountId}`
    const done = (this.#rooms.get(room) ?? Promise.resolve()).then(() => this.handle(row, message))
    this.#rooms.set(room, done)
    void done.then(() => {
      if (this.#rooms.get(room) === done) this.#rooms.delete(room)
    })
  }
}

import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { OutboxMessage, PrismaClient } from '../prisma/generated/client.js'
import { OUTBOX_SCOPE } from '../prisma/post.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { ChannelError, type ChatFile, type ChatMessage, type ChatPort, type Recipient } from './chat/port.js'
import type { Clock } from './clock.js'
import { compose, parts } from './compose.js'

export interface OutboxOptions {
  /** Least time between two messages of the account, milliseconds; up to half as much again is added. */
  paceMs: number
  sendTimeoutMs: number
  /** How long a send without an answer waits for its echo before it is sent again, milliseconds. */
  unknownGraceMs: number
  /** 0 ≤ x < 1; spreads the pace. */
  jitter: () => number
  readFile: (path: string) => Promise<Uint8Array>
  /** For the words that wait sealed. */
  sealer: {
    seal(text: string, scope: string): Uint8Array<ArrayBuffer>
    unseal(sealed: Uint8Array, scope: string): string
  }
}

/** Sends again at most this often; then a person has to look. */
const MOST_TRIES = 3
/** An echo comes within seconds; this is hours of talk. */
const MOST_RECEIPTS = 1000
/** Rows looked at to make one message of. */
const MOST_TOGETHER = 50

/** Rows that travel as one message, and its text in the pieces it is sent in. */
interface Together {
  rows: readonly OutboxMessage[]
  pieces: readonly string[]
}

interface Claimed {
  first: OutboxMessage
  text: string
}

/**
 * The durable way out. States: queued → sending → sent | unknown | failed, and merged for rows told inside another's
 * message. A send without an answer is unknown, not failed: the bot's own message coming back is its receipt.
 */
export class Outbox {
  #draining: Promise<void> = Promise.resolve()
  #online = false
  #onlineSince: Moment | null = null
  #sentAt = 0
  /** Sends without a receipt: while there are none, no echo can be one. */
  readonly #unreceipted = new Set<number>()
  /** The last messages whose receipt is written down. */
  readonly #receipts = new Set<string>()

  constructor(
    readonly prisma: PrismaClient,
    readonly chat: ChatPort,
    readonly clock: Clock,
    readonly log: Logger,
    readonly options: OutboxOptions,
  ) {}

  /** What a former process was sending when it died may or may not have left; its echo is waited for anew. */
  async start(): Promise<void> {
    const left = await this.prisma.outboxMessage.updateManyAndReturn({
      where: { state: { in: ['sending', 'unknown'] } },
      data: { state: 'unknown', claimedAt: dateOf(this.clock.now()) },
      select: { id: true },
    })
    for (const { id } of left) this.#unreceipted.add(id)
  }

  set online(online: boolean) {
    this.#online = online
    this.#onlineSince = this.clock.now()
  }

  /** Sends all that is due. Calls run one after another. */
  drain(): Promise<void> {
    this.#draining = this.#draining.then(() => this.#drain())
    return this.#draining
  }

  /** Its echo has nothing to tell any more. */
  knows(messageId: string): boolean {
    return this.#receipts.has(messageId)
  }

  /** The bot's own message seen in the chat: the receipt of the oldest send of these words that has none. */
  async echo(message: ChatMessage): Promise<void> {
    if (this.#unreceipted.size === 0) return
    const recipient = message.roomId ? { roomId: message.roomId } : { accountId: message.toAccountId }
    const open = await this.prisma.outboxMessage.findFirst({
      where: {
        ...recipient,
        said: { in: [message.text, digestOf(message.text)] },
        state: { in: ['sending', 'unknown'] },
      },
      orderBy: { id: 'asc' },
    })
    if (open) await this.#sent(open.id, message.id)
  }

  async #drain(): Promise<void> {
    while (this.#online) {
      if (this.#unreceipted.size > 0) await this.#resendUnanswered()
      const claimed = await this.#claim()
      if (!claimed) return
      await this.#pace()
      if (!(await this.#send(claimed.first, claimed.text))) return
    }
  }

  async #pace() {
    const { paceMs, jitter } = this.options
    if (paceMs === 0) return
    const wait = this.#sentAt + paceMs * (1 + jitter() / 2) - this.clock.now().epochMilliseconds
    if (wait > 0) await this.clock.sleep(Math.min(wait, paceMs * 2))
    this.#sentAt = this.clock.now().epochMilliseconds
  }

  async #resendUnanswered() {
    const before = dateOf(this.clock.now().subtract({ milliseconds: this.options.unknownGraceMs }))
    // No echo can come while the line is down: the waiting begins when it is up.
    if (!this.#onlineSince || dateOf(this.#onlineSince) > before) return
    const late = { state: 'unknown', claimedAt: { lt: before } }
    await this.prisma.outboxMessage.updateMany({
      where: { ...late, tries: { lt: MOST_TRIES } },
      data: { state: 'queued' },
    })
    const given = await this.prisma.outboxMessage.updateManyAndReturn({
      where: late,
      data: { state: 'failed' },
      select: { id: true },
    })
    for (const { id } of given) this.#unreceipted.delete(id)
    if (given.length > 0)
      this.log.error({ count: given.length }, 'messages never answered by the gateway were given up')
  }

  /** Takes the oldest due row and all that may travel with it. One of them taken or taken back meanwhile: looks again. */
  async #claim(): Promise<Claimed | null> {
    for (;;) {
      const waiting = await this.#waiting()
      const head = waiting[0]
      if (!head) return null
      const claimed = await this.#take(head, this.#together(head, waiting))
      if (claimed) return claimed
    }
  }

  /** All that is due for whom the oldest due row is for; most wakings find nothing. */
  #waiting(): Promise<OutboxMessage[]> {
    const now = dateOf(this.clock.now())
    return this.prisma.$queryRaw<OutboxMessage[]>`
      WITH head AS (
        SELECT "roomId", "accountId" FROM "OutboxMessage" WHERE state = 'queued' AND "notBefore" <= ${now}
        ORDER BY coalesce("partOf", id), id LIMIT 1
      )
      SELECT letter.* FROM "OutboxMessage" AS letter
        JOIN head ON letter."roomId" IS NOT DISTINCT FROM head."roomId"
          AND letter."accountId" IS NOT DISTINCT FROM head."accountId"
      WHERE letter.state = 'queued' AND letter."notBefore" <= ${now}
      ORDER BY coalesce(letter."partOf", letter.id), letter.id LIMIT ${MOST_TOGETHER}`
  }

  /** Words said once are kept to the letter when they must be said again, so that their echo is recognised. */
  #together(head: OutboxMessage, waiting: readonly OutboxMessage[]): Together {
    if (head.said !== null) return { rows: [head], pieces: [this.#words(head)] }
    // Sealed words travel alone.
    if (head.sealed !== null) return { rows: [head], pieces: parts(this.#words(head)) }
    const next = waiting.findIndex(({ said, sealed }) => said !== null || sealed !== null)
    const { text, rows } = compose(next < 0 ? waiting : waiting.slice(0, next))
    return { rows, pieces: rows[0]!.file ? [text] : parts(text) }
  }

  /** Mostly one row and one piece: one statement, no transaction. null: not all of them wait any more. */
  async #take(
    head: OutboxMessage,
    { rows: [, ...others], pieces: [piece = '', ...more] }: Together,
  ): Promise<Claimed | null> {
    if (others.length === 0 && more.length === 0) return this.#sending(this.prisma, head, piece)
    try {
      return await this.prisma.$transaction(async (tx) => {
        const claimed = await this.#sending(tx, head, piece)
        const { count } = await tx.outboxMessage.updateMany({
          where: { id: { in: others.map(({ id }) => id) }, state: 'queued' },
          data: { state: 'merged', mergedInto: head.id },
        })
        if (!claimed || count < others.length) throw new Overtaken()
        for (const part of more)
          await tx.outboxMessage.create({ data: { ...continuation(head), ...this.#saying(head, part) } })
        return claimed
      })
    } catch (error) {
      if (error instanceof Overtaken) return null
      throw error
    }
  }

  async #sending(db: Pick<PrismaClient, 'outboxMessage'>, head: OutboxMessage, text: string): Promise<Claimed | null> {
    const [first] = await db.outboxMessage.updateManyAndReturn({
      where: { id: head.id, state: 'queued' },
      data: {
        state: 'sending',
        claimedAt: dateOf(this.clock.now()),
        tries: { increment: 1 },
        ...(head.said === null && this.#saying(head, text)),
      },
    })
    return first ? { first, text } : null
  }

  /** What was said, as it is kept: of sealed words only the digest is readable. */
  #saying({ sealed }: OutboxMessage, text: string) {
    return sealed ? { said: digestOf(text), sealed: this.options.sealer.seal(text, OUTBOX_SCOPE) } : { said: text }
  }

  #words({ sealed, said, text }: OutboxMessage): string {
    return sealed ? this.options.sealer.unseal(sealed, OUTBOX_SCOPE) : (said ?? text)
  }

  /** true: go on with the next; false: the network is away, wait. */
  async #send(row: OutboxMessage, text: string): Promise<boolean> {
    this.#unreceipted.add(row.id)
    const to: Recipient = row.roomId === null ? { accountId: row.accountId! } : { roomId: row.roomId }
    try {
      const content = row.file ? { file: await this.#file(row.file) } : { text, mentionIds: row.mentionIds }
      await this.#sent(row.id, await this.chat.send(to, content, this.options.sendTimeoutMs))
      return true
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error
      this.log.warn({ outbox: row.id, outcome: error.outcome, why: error.message }, 'a message did not go out')
      const again = row.tries < MOST_TRIES
      if (error.outcome !== 'unknown') this.#unreceipted.delete(row.id)
      const state = { unknown: 'unknown', refused: again ? 'queued' : 'failed', unreachable: 'queued' }[error.outcome]
      await this.prisma.outboxMessage.updateMany({
        where: { id: row.id, state: 'sending' },
        data: {
          state,
          ...(error.outcome === 'unreachable' && { tries: row.tries - 1 }),
          ...(state === 'queued' && { notBefore: dateOf(this.clock.now().add({ seconds: 2 ** row.tries })) }),
        },
      })
      return error.outcome !== 'unreachable'
    }
  }

  async #file(stored: unknown): Promise<ChatFile> {
    const { name, mimeType, path } = stored as { name: string; mimeType: string; path: string }
    return { name, mimeType, bytes: await this.options.readFile(path) }
  }

  async #sent(id: number, receiptId: string | null) {
    this.#unreceipted.delete(id)
    await this.prisma.outboxMessage.updateMany({
      where: { id, state: { in: ['sending', 'unknown'] } },
      data: { state: 'sent', receiptId, sentAt: dateOf(this.clock.now()), sealed: null },
    })
    if (receiptId === null) return
    this.#receipts.add(receiptId)
    if (this.#receipts.size > MOST_RECEIPTS)
      for (const oldest of [...this.#receipts].slice(0, MOST_RECEIPTS / 2)) this.#receipts.delete(oldest)
  }
}

class Overtaken extends Error {}

/** Enough to recognise one's own words again, too little to read them. */
const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

function continuation({ id, partOf, roomId, accountId, text, urgency, createdAt, notBefore, causeSeq }: OutboxMessage) {
  return { partOf: partOf ?? id, roomId, accountId, text, urgency, createdAt, notBefore, causeSeq }
}

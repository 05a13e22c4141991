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
/** Rows looked at to make one message of. */
const MOST_TOGETHER = 50

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
      const owed = await this.#owed()
      if (owed.unanswered) await this.#resendUnanswered()
      else if (!owed.waiting) return
      const claimed = await this.#claim()
      if (!claimed) return
      await this.#pace()
      if (!(await this.#send(claimed.first, claimed.text))) return
    }
  }

  /** Most wakings find nothing: one look instead of a transaction. */
  async #owed(): Promise<{ waiting: boolean; unanswered: boolean }> {
    const [owed] = await this.prisma.$queryRaw<[{ waiting: boolean; unanswered: boolean }]>`
      SELECT EXISTS (SELECT FROM "OutboxMessage" WHERE state = 'queued' AND "notBefore" <= ${dateOf(this.clock.now())})
          AS waiting,
        EXISTS (SELECT FROM "OutboxMessage" WHERE state = 'unknown') AS unanswered`
    return owed
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

  /** Takes the oldest due row and all that may travel with it; nobody else can take them meanwhile. */
  #claim(): Promise<{ first: OutboxMessage; text: string } | null> {
    const now = dateOf(this.clock.now())
    return this.prisma.$transaction(async (tx) => {
      const waiting = await tx.$queryRaw<OutboxMessage[]>`
        WITH head AS (
          SELECT id, "roomId", "accountId" FROM "OutboxMessage" WHERE state = 'queued' AND "notBefore" <= ${now}
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
        )
        SELECT letter.* FROM "OutboxMessage" AS letter JOIN head ON letter.id >= head.id
          AND letter."roomId" IS NOT DISTINCT FROM head."roomId" AND letter."accountId" IS NOT DISTINCT FROM head."accountId"
        WHERE letter.state = 'queued' AND letter."notBefore" <= ${now}
        ORDER BY letter.id LIMIT ${MOST_TOGETHER}`
      const head = waiting[0]
      if (!head) return null
      // Words said once are kept to the letter when they must be said again, so that their echo is recognised.
      if (head.said !== null) return { first: await this.#sending(tx, head, head.said, now), text: this.#words(head) }
      if (head.sealed !== null) return this.#claimSealed(tx, head, now)
      const { text, rows } = compose(waiting.filter(({ said, sealed }) => said === null && sealed === null))
      const first = rows[0]!
      const [piece, ...more] = first.file ? [text] : parts(text)
      if (rows.length > 1)
        await tx.outboxMessage.updateMany({
          where: { id: { in: rows.slice(1).map((row) => row.id) } },
          data: { state: 'merged', mergedInto: first.id },
        })
      for (const part of more) await tx.outboxMessage.create({ data: continuation(first, part) })
      return { first: await this.#sending(tx, first, piece!, now), text: piece! }
    })
  }

  /** Sealed words travel alone, and what was said is known only by its digest. */
  async #claimSealed(tx: Pick<PrismaClient, 'outboxMessage'>, first: OutboxMessage, now: Date) {
    const { sealer } = this.options
    const [piece = '', ...more] = parts(this.#words(first))
    for (const part of more)
      await tx.outboxMessage.create({
        data: { ...continuation(first, digestOf(part)), sealed: sealer.seal(part, OUTBOX_SCOPE) },
      })
    if (more.length > 0)
      await tx.outboxMessage.update({ where: { id: first.id }, data: { sealed: sealer.seal(piece, OUTBOX_SCOPE) } })
    return { first: await this.#sending(tx, first, digestOf(piece), now), text: piece }
  }

  #words({ sealed, said, text }: OutboxMessage): string {
    return sealed ? this.options.sealer.unseal(sealed, OUTBOX_SCOPE) : (said ?? text)
  }

  #sending(tx: Pick<PrismaClient, 'outboxMessage'>, row: OutboxMessage, said: string, claimedAt: Date) {
    return tx.outboxMessage.update({
      where: { id: row.id },
      data: { state: 'sending', said, claimedAt, tries: { increment: 1 } },
    })
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
  }
}

/** Enough to recognise one's own words again, too little to read them. */
const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

function continuation(first: OutboxMessage, said: string) {
  const { roomId, accountId, text, urgency, createdAt, notBefore, causeSeq } = first
  return { roomId, accountId, text, said, urgency, createdAt, notBefore, causeSeq }
}

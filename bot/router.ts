import type { Logger } from 'pino'
import type { StoredFile } from '../commands/context.js'
import { copy, MOST_FILE_MB } from '../commands/copy.js'
import { attend, type House } from '../commands/front-desk.js'
import { isAwaitedFile } from '../commands/open-question.js'
import { type InboxMessage, Prisma, type PrismaClient } from '../prisma/generated/client.js'
import { Post } from '../prisma/post.js'
import { retrying } from '../prisma/retrying.js'
import { dateOf } from '../station/time/civil.js'
import type { ChatMessage } from './chat/port.js'
import type { Clock } from './clock.js'
import type { Outbox } from './outbox.js'

/**
 * Takes one message from the inbox to its end: in one transaction the change, its audit rows, the replies owed and the
 * inbox row's `handled`. However often the process dies, a command takes effect exactly once.
 */
export class Router {
  constructor(
    readonly prisma: PrismaClient,
    readonly clock: Clock,
    readonly log: Logger,
    readonly house: House,
    readonly outbox: Outbox,
  ) {}

  /** Never rejects: what went wrong is logged, told to the writer, and must not hold up the room. */
  async handle(row: InboxMessage, message: ChatMessage): Promise<void> {
    try {
      if (message.self) await this.#receipt(row, message)
      else {
        const file = await this.#awaitedFile(message)
        await retrying(() => this.#once(row, message, file))
      }
    } catch (error) {
      this.log.error({ err: error, seq: row.seq }, 'a message could not be handled')
      await this.#failed(row, message).catch((cause: unknown) => {
        this.log.fatal({ err: cause, seq: row.seq }, 'the store takes no writes; the message stays for the next start')
      })
    }
  }

  async #receipt(row: InboxMessage, message: ChatMessage) {
    await this.outbox.echo(message)
    await this.prisma.inboxMessage.update({ where: { seq: row.seq }, data: this.#handled('echo') })
  }

  /** Fetched before the transaction, and only when its sender was asked for a file. */
  async #awaitedFile(message: ChatMessage): Promise<StoredFile | 'oversized' | undefined> {
    if (message.kind !== 'file') return undefined
    const { answers, services } = this.house
    if (!(await isAwaitedFile(this.prisma, answers, message, this.clock.now()))) return undefined
    const content = await services.download(message.id)
    if (!content) return undefined
    return content.bytes.length > MOST_FILE_MB * 1024 * 1024 ? 'oversized' : services.files.save(content)
  }

  #once(row: InboxMessage, message: ChatMessage, file: StoredFile | 'oversized' | undefined): Promise<void> {
    const now = this.clock.now()
    return this.prisma.$transaction(async (tx) => {
      const [open] = await tx.$queryRaw<{ seq: number }[]>`
        SELECT seq FROM "InboxMessage" WHERE seq = ${row.seq} AND state <> 'handled' FOR UPDATE`
      if (!open) return
      const outcome = await attend(tx, this.house, { ...message, seq: row.seq, ...(file && { file }) }, now)
      await tx.inboxMessage.update({ where: { seq: row.seq }, data: this.#handled(outcome) })
    })
  }

  async #failed(row: InboxMessage, message: ChatMessage) {
    await this.prisma.$transaction(async (tx) => {
      const post = new Post(tx, dateOf(this.clock.now()), row.seq)
      const letter = { text: copy.failed(row.seq) }
      await (message.roomId === null ? post.toAccount(message.accountId, letter) : post.toRoom(message.roomId, letter))
      await tx.inboxMessage.update({ where: { seq: row.seq }, data: this.#handled('error') })
    })
  }

  #handled(outcome: string) {
    // The payload goes once it is dealt with: what people say to each other is not ours to keep.
    return { state: 'handled', outcome, handledAt: dateOf(this.clock.now()), payload: Prisma.DbNull }
  }
}

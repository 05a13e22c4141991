import type { Tx } from './change.js'
import type { Prisma } from './generated/client.js'

export interface Letter {
  text: string
  mentionIds?: string[]
  merge?: { key: string; subject: string; tail: string }
  urgent?: boolean
  /** A stored file to send instead of the text. */
  file?: { name: string; mimeType: string; path: string }
  /** The words themselves, sealed; `text` then only says what kind of words they are. */
  sealed?: Uint8Array<ArrayBuffer>
  notBefore?: Date
}

/** Binds sealed words to the outbox: they cannot be opened as anything else's. */
export const OUTBOX_SCOPE = 'OutboxMessage'

/** Puts messages into the outbox inside the transaction of the change they tell of: one exists if and only if the other does. */
export class Post {
  constructor(
    readonly tx: Tx,
    readonly at: Date,
    readonly causeSeq: number | null,
  ) {}

  async toRoom(roomId: string, letter: Letter): Promise<void> {
    await this.#put({ roomId }, letter)
  }

  async toAccount(accountId: string, letter: Letter): Promise<void> {
    await this.#put({ accountId }, letter)
  }

  async #put(recipient: { roomId: string } | { accountId: string }, letter: Letter) {
    const { text, mentionIds = [], merge, urgent = false, file, sealed, notBefore = this.at } = letter
    await this.tx.outboxMessage.create({
      data: {
        ...recipient,
        text,
        mentionIds,
        notBefore,
        urgency: urgent ? 'urgent' : 'normal',
        createdAt: this.at,
        causeSeq: this.causeSeq,
        ...(merge && { merge: merge as unknown as Prisma.InputJsonObject }),
        ...(file && { file: file as unknown as Prisma.InputJsonObject }),
        ...(sealed && { sealed }),
      },
    })
  }
}

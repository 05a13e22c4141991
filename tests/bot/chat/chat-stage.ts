import type { ChatFile, ChatListener, ChatPort } from '../../../bot/chat/port.js'

/** A chat with a port on one side and people on the other, however it is made. */
export interface ChatStage {
  /** Not started yet. */
  port: ChatPort
  botId: string
  roomId: string
  /** Members of the room besides the bot. */
  people: { id: string; name: string }[]
  /** Somebody in no room. */
  outsider: { id: string; name: string }
  /** Says something in the room, or to the bot alone; returns the message's id. */
  say(fromId: string, where: 'room' | 'private', text: string, options?: SayOptions): string
  sendFile(fromId: string, where: 'room' | 'private', file: ChatFile): string
  recall(fromId: string, messageId: string): void
  /** What the next message the port sends will meet with. */
  nextSend(fault: 'refused' | 'unanswered' | 'swallowed'): void
  /** What the people in the room see of the bot, in order. */
  saidByBot(where: 'room' | { accountId: string }): { text: string; bytes(): Promise<Uint8Array | null> }[]
  /** The name shown in the room changes, and nobody is told. */
  rename(accountId: string, alias: string): void
  retitle(topic: string): void
  join(accountId: string): void
  leave(accountId: string): void
  /** The network is gone for that long. */
  interrupt(durationMs: number): Promise<void>
  stop(): Promise<void>
}

interface SayOptions {
  kind?: 'text' | 'groupNote'
  quoteId?: string
  fault?: { drop?: boolean; duplicate?: boolean; fetchFailures?: number; fetchDelayMs?: number }
}

/** A listener that remembers, and that can be waited on. */
export class Ear implements ChatListener {
  readonly arrivals: string[] = []
  readonly joins: [string, string[]][] = []
  readonly leaves: [string, string[]][] = []
  readonly states: string[] = []
  readonly #waiting = new Set<() => void>()

  arrived(messageId: string): void {
    this.arrivals.push(messageId)
    this.#look()
  }
  joined(roomId: string, accountIds: string[]): void {
    this.joins.push([roomId, accountIds])
    this.#look()
  }
  left(roomId: string, accountIds: string[]): void {
    this.leaves.push([roomId, accountIds])
    this.#look()
  }
  online(accountId: string): void {
    this.states.push(`online ${accountId}`)
    this.#look()
  }
  offline(): void {
    this.states.push('offline')
    this.#look()
  }

  async until(isSo: (ear: this) => boolean, what: string, timeoutMs = 20_000): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look)
        const seen = { arrivals: this.arrivals.length, states: this.states, joins: this.joins, leaves: this.leaves }
        reject(new Error(`waited in vain until ${what}: ${JSON.stringify(seen)}`))
      }, timeoutMs)
      const look = (): void => {
        if (!isSo(this)) return
        clearTimeout(timer)
        this.#waiting.delete(look)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #look(): void {
    for (const look of this.#waiting) look()
  }
}

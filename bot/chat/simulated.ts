import {
  ChannelError,
  type ChatFile,
  type ChatListener,
  type ChatMessage,
  type ChatPort,
  type ChatRoom,
  type Content,
  type Recipient,
} from './port.js'

/** What the simulated chat heard the bot say. */
export interface Heard {
  to: Recipient
  text: string
  file: ChatFile | null
  mentionIds: string[]
}

/** Ways in which the network misbehaves next; each is used up by happening. */
export interface Weather {
  /** The next message arrives twice, under two ids. */
  duplicate: boolean
  /** The payloads of the next n messages come in reverse order. */
  swap: number
  /** The next message never arrives. */
  drop: boolean
  /** The next send goes out but is never answered. */
  sendUnknown: boolean
  /** Fetches that fail before one succeeds. */
  fetchFailures: number
}

export const fairWeather = (): Weather => ({
  duplicate: false,
  swap: 0,
  drop: false,
  sendUnknown: false,
  fetchFailures: 0,
})

/** A chat network in memory, for transcripts: deterministic, in one process, with weather on demand. */
export class SimulatedChat implements ChatPort {
  readonly name = 'simulated'
  readonly heard: Heard[] = []
  weather = fairWeather()
  /** Whether what was sent and answered comes back too, as on a real network, where it mostly comes after the answer. */
  echoesAnswered = true
  #listener: ChatListener | null = null
  #messages = new Map<string, ChatMessage>()
  #files = new Map<string, ChatFile>()
  #held: { release: () => void }[] = []
  #holding = new Map<string, Promise<void>>()
  #count = 0
  #online = true

  constructor(
    readonly botId: string,
    readonly allRooms: ChatRoom[],
    readonly nowMs: () => number,
    /** Of the message ids: two chats on one store must not share theirs. */
    readonly idPrefix = 'simulated-',
  ) {}

  async start(listener: ChatListener): Promise<void> {
    this.#listener = listener
    listener.online(this.botId)
  }

  async stop(): Promise<void> {
    this.#listener = null
  }

  selfId(): string {
    return this.botId
  }

  /** Somebody says something; returns the message's id. */
  say(
    from: string,
    where: Recipient,
    text: string,
    more: Partial<Pick<ChatMessage, 'id' | 'kind' | 'mentionIds' | 'displayName'>> = {},
  ): string {
    const roomId = 'roomId' in where ? where.roomId : null
    const message: ChatMessage = {
      id: this.#nextId(),
      accountId: from,
      displayName: from.replace(/^account:/, ''),
      roomId,
      toAccountId: roomId === null ? this.botId : null,
      sentAtMs: Math.floor(this.nowMs() / 1000) * 1000,
      kind: 'text',
      text,
      mentionIds: [],
      self: false,
      ...more,
    }
    this.#messages.set(message.id, message)
    if (this.weather.drop) this.weather.drop = false
    else this.#deliver(message)
    return message.id
  }

  sendFile(from: string, where: Recipient, file: ChatFile, kind: 'file' | 'image'): string {
    const id = this.say(from, where, file.name, { kind })
    this.#files.set(id, file)
    return id
  }

  disconnect(): void {
    this.#online = false
    this.#listener?.offline('simulated')
  }

  reconnect(): void {
    this.#online = true
    this.#listener?.online(this.botId)
  }

  async fetch(messageId: string): Promise<ChatMessage | null> {
    if (this.weather.fetchFailures > 0) {
      this.weather.fetchFailures--
      throw new ChannelError('unreachable', 'simulated fetch failure')
    }
    await this.#holding.get(messageId)
    return this.#messages.get(messageId) ?? null
  }

  async download(messageId: string): Promise<ChatFile> {
    const file = this.#files.get(messageId)
    if (!file) throw new ChannelError('refused', `message ${messageId} carries no file`)
    return file
  }

  async send(to: Recipient, content: Content): Promise<string | null> {
    if (!this.#online) throw new ChannelError('unreachable', 'simulated disconnection')
    const id = this.#nextId()
    const text = 'text' in content ? content.text : content.file.name
    const file = 'file' in content ? content.file : null
    this.heard.push({ to, text, file, mentionIds: 'text' in content ? (content.mentionIds ?? []) : [] })
    const roomId = 'roomId' in to ? to.roomId : null
    const echo: ChatMessage = {
      id,
      roomId,
      text,
      accountId: this.botId,
      displayName: '助手',
      toAccountId: 'accountId' in to ? to.accountId : null,
      sentAtMs: this.nowMs(),
      kind: file ? 'file' : 'text',
      mentionIds: [],
      self: true,
    }
    this.#messages.set(id, echo)
    if (this.echoesAnswered || this.weather.sendUnknown) this.#listener?.arrived(id)
    if (!this.weather.sendUnknown) return id
    this.weather.sendUnknown = false
    throw new ChannelError('unknown', 'simulated send without an answer')
  }

  async rooms(): Promise<ChatRoom[]> {
    return this.allRooms
  }

  async room(roomId: string): Promise<ChatRoom | null> {
    return this.allRooms.find((room) => room.id === roomId) ?? null
  }

  async names(accountId: string): Promise<string[]> {
    return [accountId.replace(/^account:/, '')]
  }

  #deliver(message: ChatMessage): void {
    if (this.weather.swap > 0) this.#hold(message.id)
    this.#listener?.arrived(message.id)
    if (this.weather.duplicate) {
      this.weather.duplicate = false
      const again = { ...message, id: this.#nextId() }
      this.#messages.set(again.id, again)
      this.#listener?.arrived(again.id)
    }
  }

  /** Keeps payloads back until the last of the batch has arrived, then lets them go newest first. */
  #hold(id: string): void {
    this.weather.swap--
    this.#holding.set(id, new Promise((release) => this.#held.push({ release })))
    if (this.weather.swap > 0) return
    const held = this.#held.reverse()
    this.#held = []
    void (async () => {
      for (const { release } of held) {
        release()
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
  }

  #nextId(): string {
    this.#count++
    return `${this.idPrefix}${String(this.#count).padStart(6, '0')}`
  }
}

import { mentionedIds } from './mentions.js'
import { type FileNote, privatePartner, privateThread, type WorldEntry, type WorldMessage } from './world-entry.js'
import type { WorldSpec } from './world-spec.js'

export interface Account {
  id: string
  name: string
  note: string
}

export interface Room {
  id: string
  topic: string
  memberIds: string[]
  aliases: Map<string, string>
}

export interface WorldOptions {
  /** What happened before, in order of `seq`. */
  history?: WorldEntry[]
  /** Numbers up to this one have been given out. */
  lastSeq?: number
  /** Distinguishes the ids of this conversation from those of any other, so that a bot never takes one for the other. */
  epoch: string
  wallNowMs: () => number
  /** Called with every new entry before anybody hears of it: what is not recorded did not happen. */
  record?: (entry: WorldEntry) => void
}

/** Somebody named a person, room or message that is not there, or spoke where he may not. */
export class WorldError extends Error {
  override readonly name = 'WorldError'
}

type Draft = Pick<WorldMessage, 'kind' | 'text'> & { quoteId?: string | undefined; file?: FileNote }
type Unnumbered = WorldEntry extends infer Each ? (Each extends WorldEntry ? Omit<Each, 'seq'> : never) : never

/**
 * The simulated chat: who is in it, what was said, what time it is there. State changes only through `WorldEntry` rows,
 * so the same rows always give the same world.
 */
export class World {
  readonly bot: Account
  readonly epoch: string
  readonly #people = new Map<string, Account>()
  readonly #rooms = new Map<string, Room>()
  readonly #threads = new Map<string, WorldMessage[]>()
  readonly #messages = new Map<string, WorldMessage>()
  readonly #recalled = new Map<string, Extract<WorldEntry, { type: 'recall' }>>()
  readonly #recalledIds = new Set<string>()
  readonly #listeners = new Set<(entry: WorldEntry) => void>()
  readonly #options: WorldOptions
  readonly #entries: WorldEntry[] = []
  #offsetMs: number
  #seq = 0

  constructor(
    readonly spec: WorldSpec,
    options: WorldOptions,
  ) {
    this.#options = options
    this.epoch = options.epoch
    this.#offsetMs = spec.startOffsetMs
    this.bot = { ...spec.bot, note: '' }
    for (const person of spec.people) this.#people.set(person.id, person)
    for (const { id, topic, memberIds, aliases } of spec.rooms) {
      this.#rooms.set(id, { id, topic, memberIds: [...memberIds], aliases: new Map(Object.entries(aliases ?? {})) })
    }
    for (const entry of options.history ?? []) this.#apply(entry)
    this.#seq = Math.max(this.#seq, options.lastSeq ?? 0)
  }

  get lastSeq(): number {
    return this.#seq
  }

  get offsetMs(): number {
    return this.#offsetMs
  }

  nowMs(): number {
    return this.#options.wallNowMs() + this.#offsetMs
  }

  people(): Account[] {
    return [...this.#people.values()]
  }

  rooms(): Room[] {
    return [...this.#rooms.values()]
  }

  room(id: string): Room {
    const room = this.#rooms.get(id)
    if (!room) throw new WorldError(`room ${id} not found`)
    return room
  }

  account(id: string): Account {
    const account = id === this.bot.id ? this.bot : this.#people.get(id)
    if (!account) throw new WorldError(`account ${id} not found`)
    return account
  }

  displayName(accountId: string, thread: string): string {
    return this.#rooms.get(thread)?.aliases.get(accountId) ?? this.account(accountId).name
  }

  threads(): string[] {
    return [...this.#rooms.keys(), ...[...this.#people.keys()].map(privateThread)]
  }

  messages(thread: string): WorldMessage[] {
    return this.#threads.get(thread) ?? []
  }

  message(id: string): WorldMessage | null {
    return this.#messages.get(id) ?? null
  }

  recalled(id: string) {
    return this.#recalled.get(id) ?? null
  }

  isRecalled(messageId: string): boolean {
    return this.#recalledIds.has(messageId)
  }

  /** Everything after `seq`, for a page that was away. */
  since(seq: number): WorldEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq)
  }

  listen(listener: (entry: WorldEntry) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The accounts that see a thread. */
  audience(thread: string): string[] {
    const partner = privatePartner(thread)
    return partner === null ? this.room(thread).memberIds : [this.account(partner).id, this.bot.id]
  }

  say(fromId: string, thread: string, draft: Draft): WorldMessage {
    const sender = this.account(fromId)
    if (!this.audience(thread).includes(fromId)) throw new WorldError(`${sender.name} is not in ${thread}`)
    const quoted = draft.quoteId === undefined ? undefined : this.#messages.get(draft.quoteId)
    if (draft.quoteId !== undefined && quoted?.thread !== thread)
      throw new WorldError(`message ${draft.quoteId} not found`)
    const seq = this.#seq + 1
    const message: WorldMessage = {
      id: `${this.epoch}-${seq}`,
      seq,
      thread,
      fromId,
      fromName: this.displayName(fromId, thread),
      sentAtMs: this.#wholeSecondMs(),
      kind: draft.kind,
      text: draft.text,
      mentionIds: this.#mentioned(thread, draft.text),
      ...(quoted && { quote: { messageId: quoted.id, name: quoted.fromName, text: quoted.file?.name ?? quoted.text } }),
      ...(draft.file && { file: draft.file }),
    }
    this.#append({ type: 'message', message })
    return message
  }

  recall(byId: string, messageId: string): void {
    const message = this.#messages.get(messageId)
    if (message?.fromId !== byId) throw new WorldError(`message ${messageId} of ${byId} not found`)
    const id = `${this.epoch}-${this.#seq + 1}`
    this.#append({ type: 'recall', id, messageId, byId, thread: message.thread, sentAtMs: this.#wholeSecondMs() })
  }

  join(roomId: string, accountIds: string[]): void {
    const known = this.room(roomId).memberIds
    this.#append({
      type: 'join',
      roomId,
      accountIds: accountIds.filter((id) => !known.includes(this.account(id).id)),
      sentAtMs: this.#wholeSecondMs(),
    })
  }

  leave(roomId: string, accountIds: string[]): void {
    this.#append({ type: 'leave', roomId: this.room(roomId).id, accountIds, sentAtMs: this.#wholeSecondMs() })
  }

  retitle(roomId: string, topic: string): void {
    this.#append({ type: 'topic', roomId: this.room(roomId).id, topic, sentAtMs: this.#wholeSecondMs() })
  }

  /** Real gateways announce nothing when a member changes the name shown in the room: neither does this one. */
  rename(roomId: string, accountId: string, alias: string): void {
    this.#append({
      type: 'alias',
      roomId: this.room(roomId).id,
      accountId: this.account(accountId).id,
      alias,
    })
  }

  setNowMs(nowMs: number): void {
    this.#append({ type: 'clock', offsetMs: nowMs - this.#options.wallNowMs(), nowMs })
  }

  #wholeSecondMs(): number {
    return Math.floor(this.nowMs() / 1000) * 1000
  }

  #mentioned(thread: string, text: string): string[] {
    const members = this.audience(thread)
    const named = members.flatMap((id) => [
      { id, name: this.displayName(id, thread) },
      { id, name: this.account(id).name },
    ])
    return privatePartner(thread) === null ? mentionedIds(text, named) : []
  }

  #append(draft: Unnumbered): void {
    const entry: WorldEntry = { ...draft, seq: this.#seq + 1 }
    this.#options.record?.(entry)
    this.#apply(entry)
    for (const listener of this.#listeners) listener(entry)
  }

  #apply(entry: WorldEntry): void {
    this.#seq = entry.seq
    this.#entries.push(entry)
    if (entry.type === 'message') {
      const { message } = entry
      this.#messages.set(message.id, message)
      const thread = this.#threads.get(message.thread)
      if (thread) thread.push(message)
      else this.#threads.set(message.thread, [message])
    } else if (entry.type === 'recall') {
      this.#recalled.set(entry.id, entry)
      this.#recalledIds.add(entry.messageId)
    } else if (entry.type === 'clock') {
      this.#offsetMs = entry.offsetMs
    } else {
      this.#applyToRoom(entry)
    }
  }

  #applyToRoom(entry: Extract<WorldEntry, { roomId: string }>): void {
    const room = this.#rooms.get(entry.roomId)
    // The cast may have changed since the conversation was recorded: a room that no longer exists has no members to keep.
    if (!room) return
    if (entry.type === 'join') room.memberIds.push(...entry.accountIds.filter((id) => !room.memberIds.includes(id)))
    if (entry.type === 'leave') room.memberIds = room.memberIds.filter((id) => !entry.accountIds.includes(id))
    if (entry.type === 'topic') room.topic = entry.topic
    if (entry.type === 'alias') room.aliases.set(entry.accountId, entry.alias)
  }
}

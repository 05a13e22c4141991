/**
 * The chat port: all that the house knows of a chat network. Accounts, rooms and messages are named by the network's own
 * ids; nothing here knows of stations. Implemented by `wechaty.ts` (any gateway reached over a puppet service) and by
 * `simulated.ts` (in memory, for transcripts); both must pass the same shared tests.
 */

export type MessageKind = 'text' | 'groupNote' | 'image' | 'file' | 'voice' | 'other'

export interface ChatMessage {
  id: string
  /** Sender's account id. */
  accountId: string
  /** What the group shows as the sender's name; evidence only, never an identity. */
  displayName: string
  /** null: a private message. For the bot's own private messages, `toAccountId` says to whom. */
  roomId: string | null
  toAccountId: string | null
  /** When the network says it was sent, milliseconds since the epoch (networks give whole seconds). */
  sentAtMs: number
  kind: MessageKind
  /** Text as the network gave it (raw XML for some group notes); a file's name for files and pictures. */
  text: string
  mentionIds: string[]
  /** Sent by the bot's own account: an echo, which serves as a receipt. */
  self: boolean
}

export interface ChatFile {
  name: string
  mimeType: string
  bytes: Uint8Array
}

export type Recipient = { roomId: string } | { accountId: string }
export type Content = { text: string; mentionIds?: string[] } | { file: ChatFile }

export interface ChatRoom {
  id: string
  topic: string
  memberIds: string[]
}

export interface ChatListener {
  /**
   * Called synchronously at the network's own message event, in the order of arrival, before anything is fetched:
   * order is decided here and nowhere later.
   */
  arrived(messageId: string): void
  /** The bot was added to a room, or somebody joined one it is in. */
  joined(roomId: string, accountIds: string[]): void
  left(roomId: string, accountIds: string[]): void
  /** Connection to the gateway; `sinceMs` of the first loss is kept so that a gap can be told honestly on return. */
  online(accountId: string): void
  offline(reason: string): void
}

export interface ChatPort {
  readonly name: 'wechaty' | 'simulated'
  start(listener: ChatListener): Promise<void>
  stop(): Promise<void>
  /** The bot's own account id once online. */
  selfId(): string | null
  /** null: the network knows no such message (any more). Throws ChannelError when it could not be asked. */
  fetch(messageId: string): Promise<ChatMessage | null>
  /** The bytes of a picture or file message. Throws ChannelError. */
  download(messageId: string): Promise<ChatFile>
  /**
   * Resolves to the new message's id, or null where the network gives none. Never hangs: a send without an answer within
   * `timeoutMs` rejects with ChannelError `unknown` (it may or may not have been sent), a refused one with `refused`.
   */
  send(to: Recipient, content: Content, timeoutMs: number): Promise<string | null>
  rooms(): Promise<ChatRoom[]>
  room(roomId: string): Promise<ChatRoom | null>
  /** Every name under which an account may appear, most specific first (room alias, contact alias, nickname). */
  names(accountId: string, roomId?: string): Promise<string[]>
}

export class ChannelError extends Error {
  constructor(
    readonly outcome: 'refused' | 'unknown' | 'unreachable',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
    this.name = 'ChannelError'
  }
}

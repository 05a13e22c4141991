import { setTimeout as pause } from 'node:timers/promises'
import { FileBox } from 'file-box'
import type { Wechaty } from 'wechaty'
import type { payloads } from 'wechaty-puppet'
import { channelError, isNotFound } from './channel-outcome.js'
import { withDeadline } from './deadline.js'
import { messageKind } from './message-kind.js'
import { NameBook } from './name-book.js'
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
import { quietWechaty } from './quiet-wechaty.js'
import { readWhole } from './read-whole.js'
import { RoomBook } from './room-book.js'
import type { SteadyPuppet } from './steady-puppet.js'
import { WechatyLink } from './wechaty-link.js'
import { DEFAULT_PACE, type WechatyPace, type WechatySettings } from './wechaty-settings.js'

/**
 * The chat port over any gateway that speaks the Wechaty puppet service. Keeps a connection for as long as it runs: a lost
 * one is replaced by a new one, with growing pauses.
 */
export class WechatyPort implements ChatPort {
  readonly name = 'wechaty'
  readonly #settings: WechatySettings
  readonly #pace: WechatyPace
  readonly #names: NameBook
  readonly #rooms: RoomBook
  readonly #log: (line: string) => void
  #listener: ChatListener | null = null
  #link: WechatyLink | null = null
  #selfId: string | null = null
  #online: boolean | null = null
  #resets = 0
  #stopping = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(settings: WechatySettings) {
    quietWechaty()
    this.#settings = settings
    this.#pace = { ...DEFAULT_PACE, ...settings.pace }
    this.#log = settings.log ?? (() => {})
    this.#names = new NameBook(() => this.#puppet(), this.#pace)
    this.#rooms = new RoomBook(() => this.#puppet(), this.#pace)
  }

  /** The Wechaty of the present connection, for what the port does not cover. */
  get wechaty(): Wechaty | null {
    return this.#link?.wechaty ?? null
  }

  /** How many connections were lost since the start. */
  get resets(): number {
    return this.#resets
  }

  /** Resolves after the first attempt to connect, successful or not; `online` and `offline` say which. */
  async start(listener: ChatListener): Promise<void> {
    if (this.#listener) throw new Error('the port is started already')
    this.#listener = listener
    this.#stopping = new AbortController()
    await new Promise<void>((attempted) => {
      this.#running = this.#stayConnected(attempted)
    })
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    this.#listener = null
    this.#online = null
  }

  selfId(): string | null {
    return this.#selfId
  }

  async fetch(messageId: string): Promise<ChatMessage | null> {
    let failure: unknown
    for (const waitMs of [0, ...this.#pace.fetchRetriesMs]) {
      if (waitMs > 0) await this.#pauseMs(waitMs)
      try {
        const asking = this.#puppet().messagePayload(messageId)
        const silent = (): Error => new ChannelError('unreachable', 'the gateway is silent')
        const payload = await withDeadline(asking, this.#pace.callTimeoutMs, silent)
        return payload.id && payload.talkerId ? await this.#message(messageId, payload) : null
      } catch (error) {
        failure = error
        if (this.#stopping.signal.aborted) break
      }
    }
    // Some gateways announce a message before they can give it, so "not found" counts only after the last attempt.
    if (isNotFound(failure)) return null
    throw channelError(`message ${messageId}`, failure)
  }

  async download(messageId: string): Promise<ChatFile> {
    try {
      const reading = async (): Promise<ChatFile> => {
        const fileBox = await this.#puppet().messageFile(messageId)
        const bytes = await readWhole(fileBox, this.#pace.maxDownloadBytes)
        return { name: fileBox.name, mimeType: fileBox.mediaType, bytes: new Uint8Array(bytes) }
      }
      const silent = (): Error => new ChannelError('unreachable', 'the gateway is silent')
      return await withDeadline(reading(), this.#pace.downloadTimeoutMs, silent)
    } catch (error) {
      throw channelError(`file of message ${messageId}`, error)
    }
  }

  /** The text goes out as it is: whoever wants an `@name` seen writes it; `mentionIds` only says whose phone should ring. */
  async send(to: Recipient, content: Content, timeoutMs: number): Promise<string | null> {
    const conversationId = 'roomId' in to ? to.roomId : to.accountId
    try {
      const sending = this.#sending(this.#puppet(), conversationId, content)
      const unanswered = (): Error => new ChannelError('unknown', `no answer within ${timeoutMs} ms`)
      return (await withDeadline(sending, timeoutMs, unanswered)) || null
    } catch (error) {
      throw channelError(`message to ${conversationId}`, error)
    }
  }

  async #sending(puppet: SteadyPuppet, conversationId: string, content: Content): Promise<string | undefined> {
    if ('text' in content) {
      return (await puppet.messageSendText(conversationId, content.text, content.mentionIds ?? [])) ?? undefined
    }
    const { name, bytes } = content.file
    // As base64: a small file box made of a buffer cannot be put into words, and upstream fails on it.
    return await puppet.messageSendFile(conversationId, FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name))
  }

  rooms(): Promise<ChatRoom[]> {
    return this.#rooms.rooms()
  }

  room(roomId: string): Promise<ChatRoom | null> {
    return this.#rooms.room(roomId)
  }

  names(accountId: string, roomId?: string): Promise<string[]> {
    return this.#names.names(accountId, roomId)
  }

  async #message(id: string, payload: payloads.Message): Promise<ChatMessage> {
    const { talkerId, roomId, listenerId, timestamp, type, text = '', filename } = payload
    const kind = messageKind(type, text)
    const self = talkerId === this.#selfId
    return {
      id,
      accountId: talkerId,
      displayName: await this.#shownName(talkerId, roomId || undefined),
      roomId: roomId || null,
      toAccountId: roomId ? null : listenerId || null,
      // Puppets give seconds or milliseconds; below this figure milliseconds would mean 1973.
      sentAtMs: timestamp < 1e11 ? timestamp * 1000 : timestamp,
      kind,
      text: kind === 'image' || kind === 'file' ? filename || text : text,
      mentionIds: ('mentionIdList' in payload && payload.mentionIdList) || [],
      self,
    }
  }

  /** A name is only evidence: a message is not held back for it. */
  async #shownName(accountId: string, roomId: string | undefined): Promise<string> {
    try {
      return (await this.#names.names(accountId, roomId))[0] ?? ''
    } catch (error) {
      this.#log(`no name for ${accountId}: ${error instanceof Error ? error.message : error}`)
      return ''
    }
  }

  #puppet(): SteadyPuppet {
    if (!this.#link || !this.#online) throw new ChannelError('unreachable', 'not connected to the gateway')
    return this.#link.puppet
  }

  async #stayConnected(attempted: () => void): Promise<void> {
    let pauseMs = this.#pace.reconnectFirstMs
    while (!this.#stopping.signal.aborted) {
      const wasOnline = await this.#untilLost(attempted)
      if (this.#stopping.signal.aborted) break
      this.#resets += 1
      if (this.#resets === this.#pace.resetsBeforeRestart) this.#settings.recommendRestart?.(this.#resets)
      pauseMs = wasOnline ? this.#pace.reconnectFirstMs : Math.min(pauseMs * 2, this.#pace.reconnectMaxMs)
      await this.#pauseMs(pauseMs)
    }
    attempted()
  }

  /** One connection from beginning to end; true if the account was online in it. */
  async #untilLost(attempted: () => void): Promise<boolean> {
    let wasOnline = false
    let end: (reason: string | null) => void = () => {}
    const ended = new Promise<string | null>((resolve) => {
      end = resolve
    })
    const onStop = (): void => end(null)
    this.#stopping.signal.addEventListener('abort', onStop, { once: true })
    const link = new WechatyLink(this.#settings, this.#pace, {
      message: (id) => this.#listener?.arrived(id),
      login: (accountId) => {
        wasOnline = true
        this.#goOnline(accountId)
      },
      logout: (reason) => this.#goOffline(`logged out: ${reason}`),
      joined: (roomId, accountIds) => {
        this.#forgetRoom(roomId)
        this.#listener?.joined(roomId, accountIds)
      },
      left: (roomId, accountIds) => {
        this.#forgetRoom(roomId)
        this.#listener?.left(roomId, accountIds)
      },
      roomChanged: (roomId) => this.#forgetRoom(roomId),
      scan: (url) => this.#settings.onScan?.(url),
      lost: end,
    })
    this.#link = link
    link.open().then(attempted, (error: unknown) => end(error instanceof Error ? error.message : String(error)))
    const reason = await ended
    this.#stopping.signal.removeEventListener('abort', onStop)
    this.#link = null
    if (reason !== null) this.#goOffline(reason)
    attempted()
    const closing = link.close()
    // A broken link takes its time to close, and the next one need not wait for it.
    if (reason === null) await closing
    return wasOnline
  }

  #goOnline(accountId: string): void {
    this.#selfId = accountId
    this.#online = true
    this.#listener?.online(accountId)
  }

  #goOffline(reason: string): void {
    if (this.#online === false) return
    this.#online = false
    this.#listener?.offline(reason)
  }

  #forgetRoom(roomId: string): void {
    this.#names.forgetRoom(roomId)
    this.#rooms.forget(roomId)
  }

  async #pauseMs(durationMs: number): Promise<void> {
    // Cut short by stop(), which is what the signal is for.
    await pause(durationMs, undefined, { signal: this.#stopping.signal }).catch(() => {})
  }
}

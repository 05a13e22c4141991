import { FileBox, type FileBoxInterface } from 'file-box'
import { type Puppet, type PuppetOptions, type payloads, types } from 'wechaty-puppet'
import { PuppetMock } from 'wechaty-puppet-mock'
import { readWhole } from '../chat/read-whole.js'
import { type DeliveryFault, Faults } from './faults.js'
import { quotedText } from './quoted-text.js'
import type { World } from './world.js'
import { type FileNote, privatePartner, privateThread, type WorldEntry, type WorldMessage } from './world-entry.js'

/** The mock fills in the sixty calls nobody makes; its own types are narrower than a puppet's, hence the wider name. */
const Base: new (options?: PuppetOptions) => Puppet = PuppetMock

export const MAX_FILE_BYTES = 10 * 1024 * 1024

const MESSAGE_TYPES = {
  text: types.Message.Text,
  groupNote: types.Message.GroupNote,
  image: types.Message.Image,
  file: types.Message.Attachment,
} as const

export interface Bytes {
  keep(messageSeq: number, bytes: Uint8Array): void
  of(messageSeq: number): Promise<Uint8Array | null>
}

/** One WeChat account, the bot's, as a puppet over the simulated world: what it sees, what it sends, and what goes wrong. */
export class SimulatedPuppet extends Base {
  readonly faults = new Faults()
  readonly #world: World
  readonly #bytes: Bytes
  readonly #faultOf = new Map<number, DeliveryFault>()
  /** Announced, but nobody has asked for them since: whoever connects next is told of them again. */
  readonly #unfetched = new Set<string>()

  constructor(world: World, bytes: Bytes) {
    super()
    this.#world = world
    this.#bytes = bytes
    world.listen((entry) => this.#announce(entry))
    // A client that opens a stream begins to listen; the network still holds what the last one never took.
    this.on(
      'newListener' as never,
      ((event: string) => {
        if (event === 'message') setImmediate(() => this.#announceAgain())
      }) as never,
    )
  }

  #announceAgain(): void {
    if (this.faults.muted || !this.faults.redelivers) return
    for (const messageId of this.#unfetched) this.emit('message', { messageId })
  }

  /** The next entry of the world will be delivered so; to be called right before it is made. */
  faultNext(fault: DeliveryFault): void {
    this.#faultOf.set(this.#world.lastSeq + 1, fault)
  }

  override async onStart(): Promise<void> {
    this.login(this.#world.bot.id)
    setImmediate(() => this.emit('ready', { data: 'simulated' }))
  }

  override async onStop(): Promise<void> {}

  override ding(data?: string): void {
    if (!this.faults.muted) this.emit('dong', { data: data ?? '' })
  }

  #announce(entry: WorldEntry): void {
    if (this.faults.muted || !this.isLoggedIn) return
    const bot = this.#world.bot.id
    if (entry.type === 'message' || entry.type === 'recall') {
      const { id, thread } = entry.type === 'message' ? entry.message : entry
      if (!this.#world.audience(thread).includes(bot)) return
      const ids = this.faults.delivered(id, this.#faultOf.get(entry.seq) ?? {})
      for (const messageId of ids) {
        this.#unfetched.add(messageId)
        this.emit('message', { messageId })
      }
    } else if (entry.type === 'join' || entry.type === 'leave') {
      this.#announceMembers(entry)
    } else if (entry.type === 'topic') {
      this.dirtyPayload(types.Dirty.Room, entry.roomId)
      const change = { roomId: entry.roomId, changerId: bot, newTopic: entry.topic, oldTopic: '' }
      this.emit('room-topic', { ...change, timestamp: entry.sentAtMs })
    }
  }

  #announceMembers(entry: Extract<WorldEntry, { type: 'join' | 'leave' }>): void {
    const bot = this.#world.bot.id
    const { roomId, accountIds, sentAtMs: timestamp } = entry
    const concernsBot = accountIds.includes(bot) || this.#world.room(roomId).memberIds.includes(bot)
    if (!concernsBot || accountIds.length === 0) return
    this.dirtyPayload(types.Dirty.Room, roomId)
    this.dirtyPayload(types.Dirty.RoomMember, roomId)
    if (entry.type === 'join') this.emit('room-join', { roomId, inviteeIdList: accountIds, inviterId: bot, timestamp })
    else this.emit('room-leave', { roomId, removeeIdList: accountIds, removerId: bot, timestamp })
  }

  override async messageRawPayload(id: string): Promise<payloads.Message> {
    await this.faults.beforeFetch(id)
    this.#unfetched.delete(id)
    const originalId = id.replace(/-again$/, '')
    const recall = this.#world.recalled(originalId)
    if (recall) {
      const { thread, byId, sentAtMs, messageId } = recall
      return this.#payload({ id, thread, fromId: byId, sentAtMs, text: messageId, type: types.Message.Recalled })
    }
    const message = this.#world.message(originalId)
    if (!message) throw new Error(`message ${id} not found`)
    const text = message.quote ? quotedText(message.quote, message.text) : message.text
    const payload = this.#payload({ ...message, id, text, type: MESSAGE_TYPES[message.kind] })
    return message.file ? { ...payload, filename: message.file.name } : payload
  }

  #payload(
    message: Pick<WorldMessage, 'id' | 'thread' | 'fromId' | 'sentAtMs' | 'text'> & {
      type: types.Message
      mentionIds?: string[]
    },
  ): payloads.Message {
    const { id, thread, fromId, sentAtMs, text, type } = message
    const common = { id, talkerId: fromId, text, timestamp: sentAtMs, type }
    const partner = privatePartner(thread)
    if (partner === null) return { ...common, roomId: thread, mentionIdList: message.mentionIds ?? [] }
    return { ...common, listenerId: fromId === partner ? this.#world.bot.id : partner }
  }

  override async messageRawPayloadParser(payload: payloads.Message): Promise<payloads.Message> {
    return payload
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const message = this.#world.message(id.replace(/-again$/, ''))
    const bytes = message?.file && (await this.#bytes.of(message.seq))
    if (!message?.file || !bytes) throw new Error(`file of message ${id} not found`)
    return FileBox.fromBase64(Buffer.from(bytes).toString('base64'), message.file.name)
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return await this.messageFile(id)
  }

  override async messageSendText(conversationId: string, text: string): Promise<string> {
    return await this.#send(conversationId, (thread) =>
      this.#world.say(this.#world.bot.id, thread, { kind: 'text', text }),
    )
  }

  override async messageSendFile(conversationId: string, fileBox: FileBoxInterface): Promise<string> {
    const bytes = await readWhole(fileBox, MAX_FILE_BYTES)
    const file: FileNote = { name: fileBox.name, mimeType: fileBox.mediaType, sizeBytes: bytes.length }
    const kind = file.mimeType.startsWith('image/') ? 'image' : 'file'
    return await this.#send(conversationId, (thread) => {
      this.#bytes.keep(this.#world.lastSeq + 1, bytes)
      return this.#world.say(this.#world.bot.id, thread, { kind, text: file.name, file })
    })
  }

  async #send(conversationId: string, post: (thread: string) => WorldMessage): Promise<string> {
    const fault = this.faults.takeSendFault()
    if (fault === 'refused') throw new Error('simulated: the network refuses this message')
    const isRoom = this.#world.rooms().some((room) => room.id === conversationId)
    const posted = fault === 'swallowed' ? null : post(isRoom ? conversationId : privateThread(conversationId))
    if (posted === null || fault === 'unanswered') return await new Promise(() => {})
    return posted.id
  }

  override async contactList(): Promise<string[]> {
    return this.#world.people().map((person) => person.id)
  }

  override async contactRawPayload(id: string): Promise<payloads.Contact> {
    const { name } = this.#world.account(id)
    const isBot = id === this.#world.bot.id
    return { id, name, avatar: '', phone: [], gender: 0, type: types.Contact.Individual, friend: !isBot }
  }

  override async contactRawPayloadParser(payload: payloads.Contact): Promise<payloads.Contact> {
    return payload
  }

  override async roomList(): Promise<string[]> {
    const bot = this.#world.bot.id
    return this.#world
      .rooms()
      .filter((room) => room.memberIds.includes(bot))
      .map((room) => room.id)
  }

  override async roomRawPayload(id: string): Promise<payloads.Room> {
    const { topic, memberIds } = this.#world.room(id)
    return { id, topic, memberIdList: [...memberIds], adminIdList: [] }
  }

  override async roomRawPayloadParser(payload: payloads.Room): Promise<payloads.Room> {
    return payload
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return [...this.#world.room(roomId).memberIds]
  }

  override async roomMemberRawPayload(roomId: string, id: string): Promise<payloads.RoomMember> {
    const roomAlias = this.#world.room(roomId).aliases.get(id)
    return { id, name: this.#world.account(id).name, avatar: '', ...(roomAlias && { roomAlias }) }
  }

  override async roomMemberRawPayloadParser(payload: payloads.RoomMember): Promise<payloads.RoomMember> {
    return payload
  }
}

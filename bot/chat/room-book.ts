import { types } from 'wechaty-puppet'
import { channelError, isNotFound } from './channel-outcome.js'
import { withDeadline } from './deadline.js'
import { ChannelError, type ChatRoom } from './port.js'
import type { SteadyPuppet } from './steady-puppet.js'

/** Topics and members of rooms, asked for again when older than `freshMs`. */
export class RoomBook {
  readonly #refreshedMs = new Map<string, number>()

  constructor(
    private readonly puppet: () => SteadyPuppet,
    private readonly pace: { namesFreshMs: number; callTimeoutMs: number },
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** The room's payload may be old from now on. */
  forget(roomId: string): void {
    this.#refreshedMs.set(roomId, Number.NEGATIVE_INFINITY)
  }

  async room(roomId: string): Promise<ChatRoom | null> {
    try {
      const puppet = this.puppet()
      await this.#refresh(puppet, roomId)
      const { id, topic } = await this.#inTime(puppet.roomPayload(roomId))
      const memberIds = await this.#inTime(puppet.roomMemberList(roomId))
      return { id: id || roomId, topic, memberIds }
    } catch (error) {
      if (isNotFound(error)) return null
      throw channelError(`room ${roomId}`, error)
    }
  }

  async rooms(): Promise<ChatRoom[]> {
    try {
      const ids = await this.#inTime(this.puppet().roomList())
      const rooms: ChatRoom[] = []
      for (const id of ids) {
        const room = await this.room(id)
        if (room) rooms.push(room)
      }
      return rooms
    } catch (error) {
      throw channelError('list of rooms', error)
    }
  }

  async #refresh(puppet: SteadyPuppet, roomId: string): Promise<void> {
    const refreshedMs = this.#refreshedMs.get(roomId)
    if (refreshedMs !== undefined && this.nowMs() - refreshedMs < this.pace.namesFreshMs) return
    this.#refreshedMs.set(roomId, this.nowMs())
    // The first time there is nothing in our cache to be old.
    if (refreshedMs !== undefined) await this.#inTime(puppet.dirtyPayload(types.Dirty.Room, roomId))
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return withDeadline(work, this.pace.callTimeoutMs, () => new ChannelError('unreachable', 'the gateway is silent'))
  }
}

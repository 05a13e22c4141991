import { types } from 'wechaty-puppet'
import { channelError } from './channel-outcome.js'
import { withDeadline } from './deadline.js'
import { ChannelError } from './port.js'
import type { SteadyPuppet } from './steady-puppet.js'

interface Page {
  names: string[]
  writtenMs: number
}

/**
 * Under which names an account appears. Puppets cache names for ten days and announce no change of a name shown in a room,
 * so whatever is older than `freshMs` is asked for again; until an answer comes the old names stand.
 */
export class NameBook {
  readonly #pages = new Map<string, Page>()
  readonly #roomRefreshedMs = new Map<string, number>()

  constructor(
    private readonly puppet: () => SteadyPuppet,
    private readonly pace: { namesFreshMs: number; callTimeoutMs: number },
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Room alias, contact alias, nickname: those that exist, without repetition. */
  async names(accountId: string, roomId?: string): Promise<string[]> {
    const key = JSON.stringify([roomId ?? null, accountId])
    const known = this.#pages.get(key)
    if (known && this.nowMs() - known.writtenMs < this.pace.namesFreshMs) return known.names
    try {
      if (known) await this.#refresh(accountId, roomId)
      const names = await this.#ask(accountId, roomId)
      this.#pages.set(key, { names, writtenMs: this.nowMs() })
      return names
    } catch (error) {
      if (known) return known.names
      throw channelError(`names of ${accountId}`, error)
    }
  }

  /** Somebody came, went, or the room changed: what is known of it is old. */
  forgetRoom(roomId: string): void {
    this.#roomRefreshedMs.delete(roomId)
    for (const [key, page] of this.#pages) {
      if (JSON.parse(key)[0] === roomId) page.writtenMs = Number.NEGATIVE_INFINITY
    }
  }

  async #ask(accountId: string, roomId: string | undefined): Promise<string[]> {
    const puppet = this.puppet()
    const [member, contact] = await Promise.allSettled([
      roomId === undefined ? Promise.resolve(null) : this.#inTime(puppet.roomMemberPayload(roomId, accountId)),
      this.#inTime(puppet.contactPayload(accountId)),
    ])
    // A stranger in a room may be no contact, and a contact no member any more: either answer will do.
    if (contact.status === 'rejected' && (member.status === 'rejected' || member.value === null)) throw contact.reason
    const inRoom = member.status === 'fulfilled' ? member.value : null
    const known = contact.status === 'fulfilled' ? contact.value : null
    const names = [inRoom?.roomAlias, known?.alias, known?.name, inRoom?.name]
    return [...new Set(names.filter((name): name is string => Boolean(name)))]
  }

  async #refresh(accountId: string, roomId: string | undefined): Promise<void> {
    const puppet = this.puppet()
    await this.#inTime(puppet.dirtyPayload(types.Dirty.Contact, accountId))
    if (roomId === undefined) return
    const refreshedMs = this.#roomRefreshedMs.get(roomId) ?? Number.NEGATIVE_INFINITY
    if (this.nowMs() - refreshedMs < this.pace.namesFreshMs) return
    this.#roomRefreshedMs.set(roomId, this.nowMs())
    await this.#inTime(puppet.dirtyPayload(types.Dirty.RoomMember, roomId))
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return withDeadline(work, this.pace.callTimeoutMs, () => new ChannelError('unreachable', 'the gateway is silent'))
  }
}

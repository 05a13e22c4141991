import { type Wechaty, WechatyBuilder } from 'wechaty'
import { withDeadline } from './deadline.js'
import { SteadyPuppet } from './steady-puppet.js'
import type { WechatyPace, WechatySettings } from './wechaty-settings.js'

export interface LinkEvents {
  message(messageId: string): void
  login(accountId: string): void
  logout(reason: string): void
  joined(roomId: string, accountIds: string[]): void
  left(roomId: string, accountIds: string[]): void
  roomChanged(roomId: string): void
  scan(url: string): void
  /** Said once; the link is of no more use then. */
  lost(reason: string): void
}

/**
 * One connection to the gateway, from its start to its loss: a puppet and a Wechaty of its own. They are never restarted,
 * for Wechaty's own `reset` leaks listeners, can stop half-way, and then stays silent for good.
 */
export class WechatyLink {
  readonly puppet: SteadyPuppet
  readonly wechaty: Wechaty
  readonly #pace: WechatyPace
  readonly #events: LinkEvents
  #lastSignMs = performance.now()
  #watch: NodeJS.Timeout | undefined
  #over = false

  constructor(settings: WechatySettings, pace: WechatyPace, events: LinkEvents) {
    this.#pace = pace
    this.#events = events
    const { token, endpoint, authority, caCert, serverName, disableTls } = settings
    this.puppet = new SteadyPuppet({
      token,
      ...(endpoint && { endpoint }),
      ...(authority && { authority }),
      // Wechaty's own watchdog would reset the puppet behind our back: it is put out of reach.
      timeoutSeconds: 24 * 3600,
      tls: { ...(caCert && { caCert }), ...(serverName && { serverName }), disable: disableTls ?? false },
    })
    // Without a name: with one, Wechaty writes a memory file into the working directory.
    this.wechaty = WechatyBuilder.build({ puppet: this.puppet })
    this.#listen(settings.log ?? (() => {}))
  }

  /** Resolves when the event stream is open; the account may still have to log in. */
  async open(): Promise<void> {
    await withDeadline(this.wechaty.start(), this.#pace.connectTimeoutMs, () => new Error('no answer while connecting'))
    if (this.puppet.startFailure) throw this.puppet.startFailure
    this.#lastSignMs = performance.now()
    this.#watch = setInterval(() => this.#check(), this.#pace.pingEveryMs)
    this.puppet.ding('alive?')
  }

  async close(): Promise<void> {
    this.#over = true
    clearInterval(this.#watch)
    // Stopping may wait for a start that never ends; nothing depends on it any more.
    const stopping = this.wechaty.stop()
    await withDeadline(stopping, this.#pace.callTimeoutMs, () => new Error('slow to stop')).catch(() => {})
  }

  #check(): void {
    const silentMs = performance.now() - this.#lastSignMs
    if (silentMs > this.#pace.silenceMs) this.#lose(`no sign of life for ${Math.round(silentMs / 1000)} s`)
    else this.puppet.ding('alive?')
  }

  #lose(reason: string): void {
    if (this.#over) return
    this.#over = true
    clearInterval(this.#watch)
    this.#events.lost(reason)
  }

  #listen(log: (line: string) => void): void {
    const { puppet } = this
    const unlessOver =
      <Payload>(react: (payload: Payload) => void) =>
      (payload: Payload): void => {
        if (!this.#over) react(payload)
      }
    puppet.onStreamLost = (reason) => this.#lose(reason)
    puppet.on('heartbeat', () => {
      this.#lastSignMs = performance.now()
    })
    // Order is decided here: this is the one event that keeps it.
    puppet.onMessage = unlessOver((messageId: string) => this.#events.message(messageId))
    puppet.on(
      'login',
      unlessOver(({ contactId }) => this.#events.login(contactId)),
    )
    puppet.on(
      'logout',
      unlessOver(({ data }) => this.#events.logout(data ?? '')),
    )
    puppet.on(
      'room-join',
      unlessOver((join) => this.#events.joined(join.roomId, join.inviteeIdList)),
    )
    puppet.on(
      'room-leave',
      unlessOver((leave) => this.#events.left(leave.roomId, leave.removeeIdList)),
    )
    puppet.on(
      'room-topic',
      unlessOver(({ roomId }) => this.#events.roomChanged(roomId)),
    )
    puppet.on(
      'scan',
      unlessOver(({ qrcode }) => qrcode && this.#events.scan(qrcode)),
    )
    // An `error` event nobody listens to ends the process. The first line says what; the rest is a stack of theirs.
    puppet.on('error', ({ gerror }) => log(`puppet: ${firstLine(gerror)}`))
    this.wechaty.on('error', (error) => log(`wechaty: ${firstLine(error.message)}`))
  }
}

function firstLine(text: string | undefined): string {
  return (text ?? '').split(/\n|\\n/, 1)[0]!.slice(0, 300)
}

import { EventEmitter } from 'node:events'
import type { PGlite } from '@electric-sql/pglite'

/**
 * What node-postgres takes for a socket: bytes written to it are the engine's to answer, and its answer comes as `data`.
 * What the driver writes together (the four or five messages of one query) goes in together: one journey into the engine
 * and back instead of five.
 */
export class EngineSocket extends EventEmitter {
  writable = true
  #held: Uint8Array[] = []
  #corks = 0
  #answered: Promise<void> = Promise.resolve()

  constructor(readonly db: PGlite) {
    super()
  }

  connect(): this {
    void this.db.waitReady.then(() => this.emit('connect'))
    return this
  }

  cork(): void {
    this.#corks++
  }

  uncork(): void {
    this.#corks--
    this.#send()
  }

  write(bytes: Uint8Array, written?: () => void): boolean {
    this.#held.push(bytes)
    this.#send()
    if (written) void this.#answered.then(written)
    return true
  }

  end(): this {
    this.writable = false
    void this.#answered.then(() => this.emit('close'))
    return this
  }

  destroy(): this {
    return this.end()
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  #send(): void {
    if (this.#corks > 0 || this.#held.length === 0) return
    const [first, ...more] = this.#held
    const bytes = more.length === 0 ? first! : Buffer.concat(this.#held)
    this.#held = []
    this.#answered = this.#answered
      .then(() => this.#ask(bytes))
      .catch((error: unknown) => void this.emit('error', error))
  }

  async #ask(bytes: Uint8Array): Promise<void> {
    const answer: Buffer[] = []
    // What is handed over lies in the engine's memory, which the next question writes over.
    await this.db.execProtocolRawStream(bytes, { onRawData: (part) => void answer.push(Buffer.from(part)) })
    for (const part of answer) this.emit('data', part)
  }
}

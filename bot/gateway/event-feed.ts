import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { snapshot } from './snapshot.js'
import type { World } from './world.js'

/** What the page shows besides the conversation; sent whenever it changes. */
export interface Status {
  botOnline: boolean
  /** The time the visitor asked for, while everything due on the way is being done. */
  movingToMs: number | null
}

const LOOK_EVERY_MS = 1_000
const KEEP_ALIVE_EVERY_MS = 15_000
const RECONNECT_AFTER_MS = 1_000

/**
 * Live updates as server-sent events. Each entry carries `epoch:seq`; a page that was away names the last one it saw and is
 * told the rest, or everything anew if it speaks of another conversation.
 */
export class EventFeed {
  readonly #open = new Set<{ wake(): void; close(): void }>()
  readonly #look: NodeJS.Timeout
  readonly #unlisten: () => void
  #lastStatus = ''

  constructor(
    private readonly world: World,
    private readonly status: () => Status,
  ) {
    this.#unlisten = world.listen(() => this.#wake())
    this.#look = setInterval(() => this.statusMayHaveChanged(), LOOK_EVERY_MS)
  }

  statusMayHaveChanged(): void {
    const now = JSON.stringify(this.status())
    if (now === this.#lastStatus) return
    this.#lastStatus = now
    this.#wake()
  }

  serve(c: Context): Response {
    const resumeFrom = this.#resumeFrom(c.req.header('last-event-id'))
    return streamSSE(c, (stream) => this.#tell(stream, resumeFrom))
  }

  close(): void {
    clearInterval(this.#look)
    this.#unlisten()
    for (const page of this.#open) page.close()
  }

  #wake(): void {
    for (const page of this.#open) page.wake()
  }

  /** null: tell everything. */
  #resumeFrom(lastEventId: string | undefined): number | null {
    const [epoch, seq] = (lastEventId ?? '').split(':')
    const from = Number(seq)
    return epoch === this.world.epoch && Number.isInteger(from) && from <= this.world.lastSeq ? from : null
  }

  async #tell(stream: SSEStreamingApi, resumeFrom: number | null): Promise<void> {
    let wake: () => void = () => {}
    let over = false
    const page = {
      wake: () => wake(),
      close: () => {
        over = true
        wake()
      },
    }
    this.#open.add(page)
    stream.onAbort(page.close)
    let seq = resumeFrom ?? this.world.lastSeq
    let told = ''
    if (resumeFrom === null) await this.#write(stream, 'snapshot', snapshot(this.world), seq)
    while (!over) {
      for (const entry of this.world.since(seq)) {
        seq = entry.seq
        await this.#write(stream, 'entry', entry, seq)
      }
      const status = JSON.stringify(this.status())
      if (status !== told) {
        told = status
        await this.#write(stream, 'status', { ...this.status(), nowMs: this.world.nowMs() })
      }
      const changedMeanwhile = this.world.lastSeq > seq || JSON.stringify(this.status()) !== told
      if (over || changedMeanwhile) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          const done = (): void => resolve()
          stream.write(': still here\n\n').then(done, done)
        }, KEEP_ALIVE_EVERY_MS)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.#open.delete(page)
  }

  async #write(stream: SSEStreamingApi, event: string, data: object, seq?: number): Promise<void> {
    const id = seq === undefined ? {} : { id: `${this.world.epoch}:${seq}` }
    await stream.writeSSE({ event, data: JSON.stringify(data), ...id, retry: RECONNECT_AFTER_MS })
  }
}

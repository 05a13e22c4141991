/** What can be made to go wrong in the simulated gateway, each as it was seen to go wrong in real ones. */

/** About one message on its way to the bot. */
export interface DeliveryFault {
  /** The event is never sent. */
  drop?: boolean
  /** The event comes twice: same words, same time, another id. */
  duplicate?: boolean
  /** The first n attempts to fetch the message fail. */
  fetchFailures?: number
  /** Every fetch takes this long. */
  fetchDelayMs?: number
}

/**
 * About one message the bot sends. `refused`: an error, nothing is sent. `unanswered`: sent, but the call never returns.
 * `swallowed`: neither sent nor answered.
 */
export type SendFault = 'refused' | 'unanswered' | 'swallowed'

export class Faults {
  readonly #fetches = new Map<string, { failuresLeft: number; delayMs: number }>()
  readonly #sends: SendFault[] = []
  #muteUntilMs = 0
  /**
   * Whether a client that comes back is told of what nobody fetched meanwhile, as the phone itself would be. Many gateways
   * do not; tests of an outage leave it off.
   */
  redelivers = false

  /** How a message is announced: one id per event, in order. */
  delivered(messageId: string, fault: DeliveryFault): string[] {
    const ids = fault.drop ? [] : fault.duplicate ? [messageId, `${messageId}-again`] : [messageId]
    if (fault.fetchFailures || fault.fetchDelayMs) {
      for (const id of ids) {
        this.#fetches.set(id, { failuresLeft: fault.fetchFailures ?? 0, delayMs: fault.fetchDelayMs ?? 0 })
      }
    }
    return ids
  }

  /** Waits and fails as told; then the fetch goes on. */
  async beforeFetch(messageId: string): Promise<void> {
    const fault = this.#fetches.get(messageId)
    if (!fault) return
    if (fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault.failuresLeft > 0) {
      fault.failuresLeft -= 1
      throw new Error('simulated: the message cannot be fetched just now')
    }
  }

  nextSend(fault: SendFault): void {
    this.#sends.push(fault)
  }

  takeSendFault(): SendFault | undefined {
    return this.#sends.shift()
  }

  /** The line stays open but nothing comes through it, as behind a dead router. */
  mute(durationMs: number): void {
    this.#muteUntilMs = performance.now() + durationMs
  }

  get muted(): boolean {
    return performance.now() < this.#muteUntilMs
  }
}

import { setTimeout } from 'node:timers/promises'

const STEP_MS = 20

export interface RetryOptions {
  /** How often the work may be begun. */
  tries?: number
  /** In [0, 1): spreads those who collided. */
  random?: () => number
  wait?: (delayMs: number) => Promise<unknown>
}

/**
 * Runs a whole transaction again when PostgreSQL ended it for another's sake (serialization failure, deadlock). The work
 * must therefore begin from its own reads each time and touch nothing outside its transaction.
 */
export async function retrying<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { tries = 5, random = Math.random, wait = setTimeout } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= tries || !isConflict(error)) throw error
      await wait(random() * STEP_MS * attempt)
    }
  }
}

/**
 * One conflict, three shapes: P2034 when a model's query meets it, P2010 with the driver's error inside when a raw query
 * does, and the driver's error itself, without a code, when COMMIT does.
 */
function isConflict(error: unknown): boolean {
  const { code, cause, meta } = (error ?? {}) as {
    code?: unknown
    cause?: { kind?: unknown }
    meta?: { driverAdapterError?: { cause?: { kind?: unknown } } }
  }
  const kind = cause?.kind ?? meta?.driverAdapterError?.cause?.kind
  return code === 'P2034' || kind === 'TransactionWriteConflict'
}

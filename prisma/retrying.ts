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

/** Prisma gives the conflict a code when a statement meets it, and none when COMMIT does. */
export function isConflict(error: unknown): boolean {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: unknown; cause?: { kind?: unknown } }
  return code === 'P2034' || message === 'TransactionWriteConflict' || cause?.kind === 'TransactionWriteConflict'
}

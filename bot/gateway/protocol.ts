import { z } from 'zod'
import { worldSpec } from './world-spec.js'

/** What parent and child say to each other. Times are simulated, milliseconds since the epoch. */

export const fromParent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('world'),
    world: worldSpec,
    conversationPath: z.string().optional(),
    page: z.object({ host: z.string().optional(), port: z.number().int() }).optional(),
  }),
  /** The time the visitor asked for is reached, and everything due on the way is done. */
  z.object({ type: z.literal('clockMoved'), nowMs: z.number() }),
  z.object({ type: z.literal('clockFailed'), reason: z.string() }),
  /** It is now so late, whoever moved the time. */
  z.object({ type: z.literal('clockNow'), nowMs: z.number() }),
])

export const fromChild = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    endpoint: z.string(),
    token: z.string(),
    url: z.string().nullable(),
    /** Where the clock of the kept conversation stands. */
    nowMs: z.number(),
  }),
  /** It could not be started; one sentence for the person at the terminal. */
  z.object({ type: z.literal('failed'), sentence: z.string() }),
  /** A visitor moved the time; answered by `clockMoved` or `clockFailed`. */
  z.object({ type: z.literal('clock'), advanceToMs: z.number() }),
  z.object({ type: z.literal('log'), line: z.string() }),
])

export type FromParent = z.infer<typeof fromParent>
export type FromChild = z.infer<typeof fromChild>

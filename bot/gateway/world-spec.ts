import { z } from 'zod'

/**
 * The cast of a simulated chat, given from outside as data: the gateway itself knows nothing of stations. Ids are whatever
 * the caller likes, as long as they are unique.
 */
export const worldSpec = z.object({
  bot: z.object({ id: z.string().min(1), name: z.string().min(1) }),
  people: z
    .array(
      z.object({
        id: z.string().min(1),
        name: z.string().min(1),
        /** One line shown to the visitor who chooses whom to be. */
        note: z.string(),
      }),
    )
    .min(1),
  rooms: z.array(
    z.object({
      id: z.string().min(1),
      topic: z.string(),
      /** Accounts in the room; the bot is a member only if it is listed here. */
      memberIds: z.array(z.string()),
      /** What a member is called in this room, where it differs from the account's own name. */
      aliases: z.record(z.string(), z.string()).optional(),
    }),
  ),
  suggestions: z.array(
    z.object({
      as: z.string(),
      text: z.string(),
      /** A room id, or `private` for a word with the bot; the first room of that person when left out. */
      where: z.string().optional(),
    }),
  ),
  /** How far the simulated clock runs ahead of the wall clock at the very start, milliseconds. */
  startOffsetMs: z.number(),
})

export type WorldSpec = z.infer<typeof worldSpec>

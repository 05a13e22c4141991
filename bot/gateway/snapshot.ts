import type { World } from './world.js'

/** Older messages stay in the file; a page that opens late need not carry them all. */
const MESSAGES_PER_THREAD = 300

/** All a page needs to begin with. */
export function snapshot(world: World): object {
  return {
    bot: world.bot,
    people: world.people(),
    rooms: world.rooms().map(({ id, topic, memberIds, aliases }) => {
      return { id, topic, memberIds, aliases: Object.fromEntries(aliases) }
    }),
    suggestions: world.spec.suggestions,
    nowMs: world.nowMs(),
    messages: world.threads().flatMap((thread) => {
      return world
        .messages(thread)
        .slice(-MESSAGES_PER_THREAD)
        .map((message) => ({ ...message, recalled: world.isRecalled(message.id) }))
    }),
  }
}

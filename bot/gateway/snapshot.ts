import type { World } from './world.js'

/** Older messages stay in the file; a page that opens late need not carry them all. */
const MESSAGES_PER_THREAD = 300

/** All a page needs to begin with: the cast, and what has happened since. */
export function snapshot(world: World): object {
  const shown = new Set(
    world.threads().flatMap((thread) =>
      world
        .messages(thread)
        .slice(-MESSAGES_PER_THREAD)
        .map((message) => message.seq),
    ),
  )
  return {
    epoch: world.epoch,
    bot: world.bot,
    people: world.people(),
    rooms: world.spec.rooms,
    suggestions: world.spec.suggestions,
    nowMs: world.nowMs(),
    entries: world
      .since(0)
      .filter((entry) => (entry.type === 'message' ? shown.has(entry.seq) : entry.type !== 'clock')),
  }
}

import type { Moment } from '../time/civil.js'

/** An instance of a series that is still to come. */
export interface ComingInstance {
  readonly id: number
  readonly startsAt: Moment
  /** Somebody signed up for it, or decided about it alone: a word about all does not move it. */
  readonly fixed: boolean
}

export interface Reassigned<Day> {
  /** Instances that keep their number and get another day. */
  readonly moved: readonly { id: number; day: Day }[]
  /** Days for which there is no instance yet. */
  readonly added: readonly Day[]
  /** Instances for which there is no day any more. */
  readonly dropped: readonly number[]
}

/** Farther apart an instance and a day are not the same occasion. */
const SAME_OCCASION_MS = 31 * 86_400_000

/**
 * The instances to come of a series against the days of its new rule. The nearest belong together, each to one; a fixed
 * instance stands for its day without being moved there, so that no month has two.
 */
export const reassign = <Day extends { readonly startsAt: Moment }>(
  coming: readonly ComingInstance[],
  days: readonly Day[],
): Reassigned<Day> => {
  const pairs = coming
    .flatMap((instance) =>
      days.map((day) => ({
        instance,
        day,
        apart: Math.abs(instance.startsAt.epochMilliseconds - day.startsAt.epochMilliseconds),
      })),
    )
    .filter(({ apart }) => apart <= SAME_OCCASION_MS)
    .sort((a, b) => a.apart - b.apart || a.instance.id - b.instance.id)
  const dayOf = new Map<number, Day>()
  const taken = new Set<Day>()
  for (const { instance, day } of pairs) {
    if (dayOf.has(instance.id) || taken.has(day)) continue
    dayOf.set(instance.id, day)
    taken.add(day)
  }
  const movable = coming.filter(({ fixed }) => !fixed)
  return {
    moved: movable.flatMap(({ id }) => (dayOf.has(id) ? [{ id, day: dayOf.get(id)! }] : [])),
    added: days.filter((day) => !taken.has(day)),
    dropped: movable.filter(({ id }) => !dayOf.has(id)).map(({ id }) => id),
  }
}

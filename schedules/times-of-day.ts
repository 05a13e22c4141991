import type { Moment, Temporal } from '../station/time/civil.js'

/** One time of day on one day. The next day's is kept beside it: the same weeks are gone through at every waking. */
export interface TimeOfDay {
  readonly at: Moment
  readonly atMs: number
  /** "2026-11-23T07:30" */
  readonly text: string
  next(): TimeOfDay
}

/** Some years of all the jobs' times; then it is begun anew. */
const MOST_KEPT = 20_000
const kept = new Map<string, TimeOfDay>()

export function timeOfDay(day: Temporal.PlainDate, time: string, timeZone: string): TimeOfDay {
  const key = `${timeZone} ${time} ${day.toString()}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const at = day.toZonedDateTime({ timeZone, plainTime: time })
  let following: TimeOfDay | undefined
  const fresh: TimeOfDay = {
    at,
    atMs: at.epochMilliseconds,
    text: at.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    next: () => {
      following ??= timeOfDay(day.add({ days: 1 }), time, timeZone)
      return following
    },
  }
  kept.set(key, fresh)
  return fresh
}

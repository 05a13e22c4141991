import { type DayPart, hourIn } from '../day-part.js'
import type { ClockPhrase } from '../reading/phrase.js'
import type { AmbiguityReason } from '../scan.js'

/** Seconds from 0:00 of the day spoken of, the likeliest first; from 24:00 on they are of the next day. */
export type Times = { readonly seconds: readonly number[]; readonly reason?: AmbiguityReason }

const NOON = 12
// Of 1点 to 6点 the afternoon is the likelier, of 7点 to 11点 the morning.
const LAST_LIKELY_AFTERNOON_HOUR = 6

const hours = (
  clock: ClockPhrase,
  part: DayPart | undefined,
): { hours: readonly number[]; reason?: AmbiguityReason } => {
  const { hour, meridiem, style } = clock
  if (meridiem !== undefined) return { hours: [(hour % NOON) + meridiem] }
  if (part) {
    const read = hourIn(part, hour)
    if (read.contradicts) return { hours: read.hours, reason: 'contradiction' }
    return read.hours.length > 1 ? { hours: read.hours, reason: 'halfOfDay' } : { hours: read.hours }
  }
  if (style !== 'twelve') return { hours: [hour] }
  const [morning, evening] = [hour, hour + NOON]
  const likeliestFirst = hour <= LAST_LIKELY_AFTERNOON_HOUR ? [evening, morning] : [morning, evening]
  return { hours: likeliestFirst, reason: 'halfOfDay' }
}

export const resolveClock = (clock: ClockPhrase, part: DayPart | undefined): Times => {
  const read = hours(clock, part)
  const seconds = read.hours.map((hour) => hour * 3600 + clock.minute * 60 + clock.second)
  return read.reason ? { seconds, reason: read.reason } : { seconds }
}

const DAY = 24 * 3600
const HALF_DAY = NOON * 3600

/**
 * The end of a range whose beginning is known: the first time after it that the words allow, on that day or, over
 * midnight, on the next. "晚上7点到8点" ends in the evening, "22:00-6:00" in the morning.
 */
export const endAfter = (start: number, clock: ClockPhrase, part: DayPart | undefined, inTwelve: boolean): number => {
  const said = resolveClock(clock, part).seconds
  const sameHalf = part === undefined && clock.meridiem === undefined && clock.hour <= NOON
  const loose = sameHalf && (clock.style === 'twelve' || (clock.style === 'plain' && inTwelve))
  const candidates = said.flatMap((time) => (loose ? [time, time + HALF_DAY, time + DAY] : [time, time + DAY]))
  return Math.min(...candidates.filter((time) => time > start))
}

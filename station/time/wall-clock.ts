import { type Moment, Temporal, ZONE } from './civil.js'
import { dateOfDay } from './civil-day.js'

export const SECONDS_PER_DAY = 86_400

// China has kept one offset without summer time since September 1991, so that from 1992 on no rules need be looked up.
const FIXED_OFFSET_SECONDS = 8 * 3600
const FIXED_SINCE_SECONDS = Date.UTC(1992, 0, 1) / 1000

/** The time a clock on the wall shows, in seconds from 1970-01-01T00:00 of that wall. */
export const wallSecondsOf = (moment: Moment): number => {
  const instant = Math.floor(moment.epochMilliseconds / 1000)
  return instant + (instant >= FIXED_SINCE_SECONDS ? FIXED_OFFSET_SECONDS : moment.offsetNanoseconds / 1e9)
}

/** The moment at which a Chinese clock shows this. */
export const momentAtWall = (seconds: number): Moment => {
  if (seconds >= FIXED_SINCE_SECONDS + FIXED_OFFSET_SECONDS) {
    return new Temporal.ZonedDateTime(BigInt(seconds - FIXED_OFFSET_SECONDS) * 1_000_000_000n, ZONE)
  }
  const day = Math.floor(seconds / SECONDS_PER_DAY)
  const { year, month, day: dayOfMonth } = dateOfDay(day)
  const rest = seconds - day * SECONDS_PER_DAY
  const time = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60] as const
  return new Temporal.PlainDateTime(year, month, dayOfMonth, ...time).toZonedDateTime(ZONE)
}

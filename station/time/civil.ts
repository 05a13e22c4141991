import { Temporal } from 'temporal-polyfill'

/** All civil time of the house is Chinese standard time, whatever zone the machine is set to. */
export const ZONE = 'Asia/Shanghai'

/** A wall-clock moment in Chinese civil time. The only form in which rules receive `now`. */
export type Moment = Temporal.ZonedDateTime

export const momentOf = (date: Date | number): Moment =>
  Temporal.Instant.fromEpochMilliseconds(typeof date === 'number' ? date : date.getTime()).toZonedDateTimeISO(ZONE)

export const dateOf = (moment: Moment): Date => new Date(moment.epochMilliseconds)

/** "2026-11-23 09:00" or "2026-11-23T09:00:30" in Chinese civil time. Throws RangeError on anything else. */
export const parseMoment = (text: string): Moment =>
  Temporal.PlainDateTime.from(text.trim().replace(' ', 'T')).toZonedDateTime(ZONE)

export { Temporal }

import { type Moment, Temporal } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'

/** A day without an hour: the usual hour, said plainly. */
const USUAL_HOUR = 9

export interface Beginning {
  startsAt: Moment
  endsAt: Moment | null
  /** The hour was not said. */
  assumedTime: boolean
  /** 下周六 said while this week's Saturday is still ahead: that nearer one, which many people mean. */
  notThisWeek: Moment | undefined
}

/** When it begins, or nothing where the phrase does not say one moment. A half day begins when its part does. */
export function beginning(scan: Scan): Beginning | undefined {
  if (scan.kind === 'range' && scan.precision === 'minute')
    return { startsAt: scan.from, endsAt: scan.to, assumedTime: false, notThisWeek: undefined }
  if (scan.kind !== 'point' || scan.precision === 'halfDay') return undefined
  const assumedTime = scan.precision === 'day'
  const startsAt = assumedTime ? scan.at.withPlainTime({ hour: USUAL_HOUR }) : scan.at
  return { startsAt, endsAt: null, assumedTime, notThisWeek: scan.notThisWeek }
}

/** The last moment of a deadline; a day without an hour runs to its end. */
export function lastMoment(scan: Scan): Moment | null {
  if (scan.kind === 'deadline') return scan.by
  if (scan.kind !== 'point') return null
  return scan.precision === 'minute' ? scan.at : scan.at.withPlainTime({ hour: 23, minute: 59, second: 59 })
}

export const isAfter = (a: Moment, b: Moment): boolean => Temporal.ZonedDateTime.compare(a, b) > 0

import { type Moment, Temporal } from '../../station/time/civil.js'
import { DAY_PARTS, type DayPart } from '../../station/time/day-part.js'
import type { Scan } from '../../station/time/scan.js'

/** A day, or a part of one, without an hour: the usual hour, said plainly. */
const USUAL_HOUR = 9
const USUAL_TIMES: Partial<Record<DayPart, string>> = { forenoon: '09:00', afternoon: '14:30', evening: '19:00' }
/** Of 9点 and 21点 an activity of a liaison station is the one in these hours; where neither or both are, it is asked. */
const EARLIEST_HOUR = 8
const LATEST_HOUR = 18

export interface Beginning {
  startsAt: Moment
  endsAt: Moment | null
  /** The hour was not said. */
  assumedTime: boolean
  /** Which part of the day was not said, or only that: the time was chosen within what was said. */
  assumedPart: boolean
  /** 下周六 said while this week's Saturday is still ahead: that nearer one, which many people mean. */
  notThisWeek: Moment | undefined
}

const plain = { endsAt: null, assumedTime: false, assumedPart: false, notThisWeek: undefined }

/**
 * When it begins, or nothing where the phrase does not say one moment. `usually`: the hour kept where only a day, or a part of
 * one that it lies in, is said.
 */
export function beginning(scan: Scan, usually?: Temporal.PlainTime): Beginning | undefined {
  if (scan.kind === 'range' && scan.precision === 'minute') return { ...plain, startsAt: scan.from, endsAt: scan.to }
  if (scan.kind === 'ambiguous' && scan.reason === 'halfOfDay') {
    const likely = scan.readings.filter(
      (reading) => reading.kind === 'point' && reading.at.hour >= EARLIEST_HOUR && reading.at.hour < LATEST_HOUR,
    )
    const [only, another] = likely
    return only?.kind === 'point' && !another ? { ...plain, startsAt: only.at, assumedPart: true } : undefined
  }
  if (scan.kind !== 'point') return undefined
  const { at, precision, notThisWeek } = scan
  if (precision === 'halfDay') {
    const time = scan.part ? timeIn(scan.part, usually) : undefined
    return { ...plain, startsAt: time ? at.withPlainTime(time) : at, assumedPart: true, notThisWeek }
  }
  const assumedTime = precision === 'day'
  const startsAt = assumedTime ? at.withPlainTime(usually ?? { hour: USUAL_HOUR }) : at
  return { ...plain, startsAt, assumedTime, notThisWeek }
}

function timeIn(part: DayPart, usually: Temporal.PlainTime | undefined): Temporal.PlainTime | undefined {
  const { startHour, endHour } = DAY_PARTS[part]
  if (usually && usually.hour >= startHour && usually.hour < endHour) return usually
  const usual = USUAL_TIMES[part]
  return usual === undefined ? undefined : Temporal.PlainTime.from(usual)
}

/** The last moment of a deadline; a day without an hour runs to its end. */
export function lastMoment(scan: Scan): Moment | null {
  if (scan.kind === 'deadline') return scan.by
  if (scan.kind !== 'point') return null
  return scan.precision === 'minute' ? scan.at : scan.at.withPlainTime({ hour: 23, minute: 59, second: 59 })
}

export const isAfter = (a: Moment, b: Moment): boolean => Temporal.ZonedDateTime.compare(a, b) > 0

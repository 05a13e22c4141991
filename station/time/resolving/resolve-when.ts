import type { CivilDay } from '../civil-day.js'
import { DAY_PARTS, type DayPart } from '../day-part.js'
import type { ClockPhrase, WhenPhrase } from '../reading/phrase.js'
import type { AmbiguityReason, Precision } from '../scan.js'
import { SECONDS_PER_DAY } from '../wall-clock.js'
import type { Context } from './context.js'
import { resolveClock, type Times } from './resolve-clock.js'
import { addElapsed, resolveDay } from './resolve-day.js'
import { resolvePeriod } from './resolve-period.js'

/** One thing a phrase may mean: from its first second to its last. A moment begins and ends in the same. */
export type Reading = {
  readonly from: number
  readonly to: number
  readonly precision: Precision
  readonly part?: DayPart
  readonly thisWeek?: CivilDay
}

export type Readings = { readonly readings: readonly Reading[]; readonly reason?: AmbiguityReason }

export const secondsOfPart = (part: DayPart): { from: number; to: number } => ({
  from: DAY_PARTS[part].startHour * 3600,
  to: DAY_PARTS[part].endHour * 3600 - 1,
})

const moment = (seconds: number, part: DayPart | undefined): Reading => ({
  from: seconds,
  to: seconds,
  precision: 'minute',
  ...(part && { part }),
})

/** Doubt is over when all that is left means the same. */
const distinct = (readings: readonly Reading[], reason: AmbiguityReason | undefined): Readings => {
  const kept = readings.filter((reading, index) => readings.findIndex((each) => each.from === reading.from) === index)
  const settled = kept.length === 1 && (reason === 'halfOfDay' || reason === undefined)
  return settled || !reason ? { readings: kept } : { readings: kept, reason }
}

/** The same hour in the evening, while 9:00 of today is past and 21:00 is not. */
const mayBeTonight = (context: Context, clock: ClockPhrase, part: DayPart | undefined, seconds: number): boolean => {
  const isOpen = clock.style === 'plain' && clock.meridiem === undefined && part === undefined
  const now = context.nowSeconds - context.today * SECONDS_PER_DAY
  return isOpen && seconds < now && seconds + SECONDS_PER_DAY / 2 >= now
}

/** A time of day without a day is the next such time (the last one, when dates lean back). */
const nextTime = (context: Context, first: number, last: number): number => {
  const today = context.today * SECONDS_PER_DAY
  if (context.lean === 'past') return today + first > context.nowSeconds ? today - SECONDS_PER_DAY : today
  const isPast = today + last < context.nowSeconds
  return isPast ? today + SECONDS_PER_DAY : today
}

const dayless = (context: Context, clock: ClockPhrase | undefined, part: DayPart | undefined): Readings => {
  if (!clock) {
    const span = secondsOfPart(part as DayPart)
    const day = nextTime(context, span.from, span.to)
    return { readings: [{ from: day + span.from, to: day + span.to, precision: 'halfDay', part: part as DayPart }] }
  }
  const times = resolveClock(clock, part)
  const tonight = times.seconds.filter((time) => mayBeTonight(context, clock, part, time))
  const all: Times = tonight.length
    ? { seconds: [...times.seconds, ...tonight.map((time) => time + SECONDS_PER_DAY / 2)], reason: 'halfOfDay' }
    : times
  const readings = all.seconds.map((time) => moment(nextTime(context, time, time) + time, part))
  return distinct(readings, all.reason)
}

const onDay = (context: Context, when: WhenPhrase & { day: object }): Readings => {
  const { day, clock, part } = when
  const times = clock && resolveClock(clock, part)
  const spans = times
    ? times.seconds.map((time) => ({ from: time, to: time }))
    : [part ? secondsOfPart(part) : { from: 0, to: SECONDS_PER_DAY - 1 }]
  const precision: Precision = clock ? 'minute' : part ? 'halfDay' : 'day'
  let reason = times?.reason
  const readings = spans.flatMap((span): Reading[] => {
    const found = resolveDay(context, day, span.to)
    reason = found.reason ?? reason
    const { thisWeek } = found
    return found.days.map((each) => ({
      from: each * SECONDS_PER_DAY + span.from,
      to: each * SECONDS_PER_DAY + span.to,
      precision,
      ...(part && { part }),
      ...(thisWeek !== undefined && { thisWeek }),
    }))
  })
  return distinct(readings, reason)
}

const instant = (context: Context, { elapsed, back }: NonNullable<WhenPhrase['instant']>): Readings => {
  const sign = back ? -1 : 1
  const secondOfDay = context.nowSeconds - context.today * SECONDS_PER_DAY
  const day = addElapsed(context.today, elapsed, sign)
  return { readings: [moment(day * SECONDS_PER_DAY + secondOfDay + sign * elapsed.seconds, undefined)] }
}

export const resolveWhen = (context: Context, when: WhenPhrase): Readings => {
  if (when.instant) return instant(context, when.instant)
  if (when.period) {
    const period = resolvePeriod(context, when.period)
    if ('reason' in period) return { readings: [], reason: period.reason }
    const { from, to, precision } = period
    return { readings: [{ from: from * SECONDS_PER_DAY, to: (to + 1) * SECONDS_PER_DAY - 1, precision }] }
  }
  return when.day ? onDay(context, { ...when, day: when.day }) : dayless(context, when.clock, when.part)
}

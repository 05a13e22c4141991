import type { DayPhrase, Phrase, WhenPhrase } from '../reading/phrase.js'
import type { AmbiguityReason, DeadlineScan, DefiniteScan, FoundScan, PointScan, Precision, Span } from '../scan.js'
import { momentAtWall, SECONDS_PER_DAY } from '../wall-clock.js'
import { type Context, startingOn } from './context.js'
import { lastOffDay } from './holiday-days.js'
import { resolveDay } from './resolve-day.js'
import { resolveRange } from './resolve-range.js'
import { resolveRule } from './resolve-rule.js'
import { type Reading, type Readings, resolveWhen } from './resolve-when.js'

type PointPrecision = PointScan['precision']

const isPointPrecision = (precision: Precision): precision is PointPrecision =>
  precision === 'minute' || precision === 'halfDay' || precision === 'day'

const asFound = (definite: readonly DefiniteScan[], reason: AmbiguityReason | undefined, span: Span): FoundScan => {
  const [only] = definite
  if (only && definite.length === 1 && !reason) return only
  return { kind: 'ambiguous', reason: reason ?? 'noSuchDate', readings: definite, span }
}

const range = (from: number, to: number | null, precision: Precision, span: Span): DefiniteScan => ({
  kind: 'range',
  from: momentAtWall(from),
  to: to === null ? null : momentAtWall(to),
  precision,
  span,
})

const point = (reading: Reading, span: Span): DefiniteScan => {
  const { from, to, precision, part, thisWeek } = reading
  // A named stretch of days is no point, nor is a weekend, although its precision is the day.
  const isOneDay = Math.floor(from / SECONDS_PER_DAY) === Math.floor(to / SECONDS_PER_DAY)
  if (!isPointPrecision(precision) || !isOneDay) return range(from, to, precision, span)
  const secondOfDay = from % SECONDS_PER_DAY
  const other = thisWeek === undefined ? {} : { notThisWeek: momentAtWall(thisWeek * SECONDS_PER_DAY + secondOfDay) }
  const during = part && precision === 'halfDay' ? { part } : {}
  return { kind: 'point', at: momentAtWall(from), precision, ...during, ...other, span }
}

const deadline = (by: number, precision: Precision, span: Span): DeadlineScan => ({
  kind: 'deadline',
  by: momentAtWall(by),
  precision: isPointPrecision(precision) ? precision : 'day',
  span,
})

const isFestival = (day: DayPhrase | undefined): boolean =>
  day?.is === 'festival' || (day?.is === 'lunar' && day.lunar.month === 1 && day.lunar.day === 1)

const EDGE_END = 4

/** The last seconds that "… 前" may mean: two of them where it is open whether the stretch itself still counts. */
const secondsBefore = (when: WhenPhrase, reading: Reading): readonly number[] => {
  if (when.clock || when.instant) return [reading.from]
  if (when.period) {
    const isEnd = 'edge' in when.period && when.period.edge === EDGE_END
    return isEnd ? [reading.to] : [reading.from - 1, reading.to]
  }
  // 中午前 is by noon; 下午前 may be by its beginning or by its end.
  if (when.part) return when.part === 'noon' ? [reading.from] : [reading.to, reading.from]
  // 国庆前 leaves the festival out, 5月16日前 takes the 16th in.
  return isFestival(when.day) ? [reading.from - 1] : [reading.to]
}

const isNoon = (when: WhenPhrase): boolean => when.part === 'noon' && !when.clock

const deadlines = (
  when: WhenPhrase,
  said: 'before' | 'due' | 'within',
  { readings, reason }: Readings,
  span: Span,
): FoundScan => {
  const found = readings.flatMap((reading) =>
    (said === 'before' || isNoon(when) ? secondsBefore(when, reading) : [reading.to]).map((by) =>
      deadline(by, reading.precision, span),
    ),
  )
  return asFound(found, reason ?? (found.length > 1 ? 'boundary' : undefined), span)
}

const open = (inclusive: boolean, when: WhenPhrase, { readings, reason }: Readings, span: Span): FoundScan => {
  const found = readings.map((reading) => {
    if (!inclusive && when.day?.is === 'festival' && !when.clock) {
      const last = lastOffDay(Math.floor(reading.from / SECONDS_PER_DAY))
      return last === undefined ? undefined : range((last + 1) * SECONDS_PER_DAY, null, reading.precision, span)
    }
    const from = inclusive || reading.precision === 'minute' ? reading.from : reading.to + 1
    return range(from, null, reading.precision, span)
  })
  const settled = found.filter((scan) => scan !== undefined)
  return asFound(settled, reason ?? (settled.length < found.length ? 'calendarUnpublished' : undefined), span)
}

const stretch = (context: Context, phrase: Extract<Phrase, { is: 'stretch' }>, span: Span): FoundScan => {
  const { elapsed, back } = phrase
  const sign = back ? -1 : 1
  const secondOfDay = context.nowSeconds - context.today * SECONDS_PER_DAY
  const { days, reason } = resolveDay(context, { is: 'elapsed', elapsed, back })
  const [day] = days
  if (day === undefined) return asFound([], reason, span)
  const other = day * SECONDS_PER_DAY + secondOfDay + sign * elapsed.seconds
  const [from, to] = back ? [other, context.nowSeconds] : [context.nowSeconds, other]
  return range(from, to, 'minute', span)
}

/** Days in a row are one stretch; others are several appointments. */
const several = (context: Context, phrase: Extract<Phrase, { is: 'several' }>, span: Span): FoundScan => {
  const readings: Reading[] = []
  let reason: AmbiguityReason | undefined
  for (const when of phrase.whens) {
    const before = readings.at(-1)
    const base = before ? startingOn(context, Math.floor(before.from / SECONDS_PER_DAY)) : context
    const found = resolveWhen(base, when)
    readings.push(...found.readings)
    reason = reason ?? found.reason
  }
  const [first, last] = [readings[0], readings.at(-1)]
  const inARow = readings.every(
    (reading, index) => index === 0 || reading.from === (readings[index - 1] as Reading).to + 1,
  )
  if (first && last && inARow && !phrase.either && !reason) return range(first.from, last.to, 'day', span)
  return asFound(
    readings.map((reading) => point(reading, span)),
    reason ?? 'several',
    span,
  )
}

/** What a phrase means to somebody who says it now. */
export const resolve = (context: Context, phrase: Phrase, span: Span): FoundScan => {
  switch (phrase.is) {
    case 'when': {
      const { readings, reason } = resolveWhen(context, phrase.when)
      return asFound(
        readings.map((reading) => point(reading, span)),
        reason,
        span,
      )
    }
    case 'several':
      return several(context, phrase, span)
    case 'roughly': {
      const { readings, reason } = resolveWhen(context, phrase.when)
      return asFound(
        readings.map((reading) => point(reading, span)),
        reason ?? 'boundary',
        span,
      )
    }
    case 'range': {
      const { readings, reason } = resolveRange(context, phrase.from, phrase.to)
      return asFound(
        readings.map(({ from, to, precision }) => range(from, to, precision, span)),
        reason,
        span,
      )
    }
    case 'deadline':
      return deadlines(phrase.when, phrase.said, resolveWhen(context, phrase.when), span)
    case 'open':
      return open(phrase.inclusive, phrase.from, resolveWhen(context, phrase.from), span)
    case 'stretch':
      return stretch(context, phrase, span)
    case 'recurrence': {
      const { rules, reason } = resolveRule(context, phrase)
      return asFound(
        rules.map((rule) => ({ kind: 'recurrence', rule, span })),
        reason,
        span,
      )
    }
    case 'unclear':
      return { kind: 'ambiguous', reason: phrase.reason, readings: [], span }
  }
}

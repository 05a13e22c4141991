import type { WhenPhrase } from '../reading/phrase.js'
import { SECONDS_PER_DAY } from '../wall-clock.js'
import { type Context, startingOn } from './context.js'
import { endAfter } from './resolve-clock.js'
import { type Reading, type Readings, resolveWhen, secondsOfPart } from './resolve-when.js'

type Pair = { readonly reading: Reading; readonly overnight: boolean }

const LATE = new Set(['afternoon', 'dusk', 'evening', 'night'])

/** The end has no day of its own: it lies on the day the range begins, or in the night that follows. */
const sameDay = (start: Reading, from: WhenPhrase, to: WhenPhrase): Pair | undefined => {
  const day = Math.floor(start.from / SECONDS_PER_DAY) * SECONDS_PER_DAY
  if (to.clock) {
    const inTwelve = from.clock?.style === 'twelve' || (from.part !== undefined && LATE.has(from.part))
    const end = day + endAfter(start.from - day, to.clock, to.part, inTwelve)
    if (!Number.isFinite(end)) return undefined
    return { reading: { ...start, to: end, precision: 'minute' }, overnight: end >= day + SECONDS_PER_DAY }
  }
  const end = day + (to.part ? secondsOfPart(to.part).to : 0)
  return end > start.from ? { reading: { ...start, to: end }, overnight: false } : undefined
}

/** Who begins at 22:00 counts to twenty-four to the end. */
const exactly = (when: WhenPhrase): WhenPhrase =>
  when.clock?.style === 'twelve' ? { ...when, clock: { ...when.clock, style: 'exact' } } : when

const ownDay = (
  context: Context,
  start: Reading,
  to: WhenPhrase,
  inTwentyFour: boolean,
): { pairs: Pair[]; doubt: Readings['reason'] } => {
  const ends = resolveWhen(
    startingOn(context, Math.floor(start.from / SECONDS_PER_DAY)),
    inTwentyFour ? exactly(to) : to,
  )
  const pairs = ends.readings
    .filter((end) => end.to > start.from)
    .map((end) => ({ reading: { ...start, to: end.to, precision: end.precision }, overnight: false }))
  return { pairs, doubt: ends.reason ?? (pairs.length === 0 ? 'contradiction' : undefined) }
}

export const resolveRange = (context: Context, from: WhenPhrase, to: WhenPhrase): Readings => {
  const starts = resolveWhen(context, from)
  const hasOwnDay = to.day !== undefined || to.period !== undefined
  let reason = starts.reason
  const pairs: Pair[] = []
  for (const start of starts.readings) {
    if (!hasOwnDay) {
      const pair = sameDay(start, from, to)
      if (pair) pairs.push(pair)
      continue
    }
    const end = ownDay(context, start, to, from.clock?.style === 'exact' && from.part === undefined)
    reason = reason ?? end.doubt
    pairs.push(...end.pairs)
  }
  // 9点到5点 is a working day, not a night: a reading that runs over midnight gives way to one that does not.
  const byDay = pairs.filter((pair) => !pair.overnight)
  const kept = reason === 'halfOfDay' && byDay.length > 0 ? byDay : pairs
  const readings = kept.map((pair) => pair.reading)
  if (readings.length === 0) return { readings, reason: reason ?? 'contradiction' }
  return reason && (readings.length > 1 || reason !== 'halfOfDay') ? { readings, reason } : { readings }
}

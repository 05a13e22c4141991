import { Temporal } from '../time/civil.js'
import { type Convenor, isServing } from './convenor.js'
import type { Period } from './period.js'
import type { Turn } from './turn.js'

/** The rest of a turn given up half-way: a period of its own that remembers which one it belongs to. */
export interface RestPeriod extends Period {
  readonly restOf: string
}

export const restPeriod = (period: Period, startsOn: string): RestPeriod => ({
  key: `${period.key}+${startsOn}`,
  startsOn,
  endsOn: period.endsOn,
  restOf: period.key,
})

const partsOf = (period: Period, ledger: readonly Turn[]): Turn[] =>
  ledger
    .filter((turn) => turn.period.key === period.key || turn.restOf === period.key)
    .sort((a, b) => a.period.startsOn.localeCompare(b.period.startsOn))

/**
 * The rests a period already has, and the one it needs now: the days of a running turn that its convenor's term no longer
 * covers. The days already led stay as they were led.
 */
export const restsOf = (
  period: Period,
  ledger: readonly Turn[],
  convenors: readonly Convenor[],
  today: string,
): RestPeriod[] => {
  const parts = partsOf(period, ledger)
  const known = parts.flatMap(({ restOf, period: part }) => (restOf === undefined ? [] : [{ ...part, restOf }]))
  const last = parts.at(-1)
  if (last === undefined || period.startsOn > today || period.endsOn < today) return known
  const terms = convenors.filter((term) => term.personId === last.personId)
  if (!terms.some((term) => isServing(term, last.period.startsOn))) return [...known, restPeriod(period, today)]
  const until = lastDayOf(terms, last.period.startsOn)
  if (until === null || until >= period.endsOn) return known
  return [...known, restPeriod(period, Temporal.PlainDate.from(until).add({ days: 1 }).toString())]
}

/** Until when the terms cover the days from `date` on without a gap; null when open-ended. */
const lastDayOf = (terms: readonly Convenor[], date: string): string | null => {
  const term = terms.find((candidate) => isServing(candidate, date))
  if (term?.until === undefined) return null
  const next = Temporal.PlainDate.from(term.until).add({ days: 1 }).toString()
  return terms.some((candidate) => isServing(candidate, next)) ? lastDayOf(terms, next) : term.until
}

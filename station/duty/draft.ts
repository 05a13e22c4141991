import { leaveCredits, openingCredits } from './credits.js'
import { type EmptyPlace, type GivenPlace, givePlaces } from './give-places.js'
import type { OpenPlace, RotaFacts } from './grid.js'
import { type Credit, withCredits } from './ledger.js'
import type { DutyShift } from './shift.js'

/** A month's rota before anybody has confirmed it. */
export interface MonthDraft {
  readonly month: string
  readonly shifts: readonly DutyShift[]
  readonly given: readonly GivenPlace[]
  readonly empty: readonly EmptyPlace[]
  /** To be kept in the ledger together with the places. */
  readonly credits: readonly Credit[]
}

export const placesOf = (shifts: readonly DutyShift[]): OpenPlace[] =>
  shifts.flatMap((shift) => shift.seats.map((_, seat) => ({ shift, seat })))

/**
 * A month's rota by rule: fewest points over the years first; then the longest wait; then a lot. Levels, professions,
 * membership and leave are never set aside; rests only where a place would stay empty, and then the reason says so.
 * `facts` must not hold the month's own entries: a month drafted again is drafted from the ledger without it.
 */
export const draftMonth = (shifts: readonly DutyShift[], month: string, facts: RotaFacts): MonthDraft => {
  const places = placesOf(shifts)
  const openings = openingCredits(places, month, facts)
  const opened = { ...facts, credits: withCredits(facts.credits, openings) }
  const { given, empty, entries } = givePlaces(places, month, opened)
  const credits = [...openings, ...leaveCredits(places, month, opened, entries)]
  return { month, shifts, given, empty, credits }
}

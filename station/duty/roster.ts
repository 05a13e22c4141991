import type { Moment } from '../time/civil.js'
import type { DutyBook, ShiftState } from './book.js'
import type { Deputy, LeavePeriod } from './deputy.js'
import { type BarCode, barFor, restsBroken } from './eligibility.js'
import { entriesOf } from './entries-of.js'
import type { RotaFacts } from './grid.js'
import type { RestCode, RotaRule } from './rota-rule.js'
import { isSameSeat, type SeatRef } from './shift.js'

/** What a station knows about its people and its rule, beside the book. */
export interface Roster {
  readonly deputies: readonly Deputy[]
  readonly leaves: readonly LeavePeriod[]
  readonly rule: RotaRule
  readonly seed: string
}

export const rotaFacts = (book: DutyBook, { deputies, leaves, rule, seed }: Roster, now: Moment): RotaFacts => ({
  deputies,
  leaves,
  entries: entriesOf(book, rule, now),
  credits: book.credits,
  rule,
  seed,
})

export interface Fit {
  readonly bar: BarCode | null
  readonly rests: readonly RestCode[]
}

/**
 * Could this person have this place, once the places in `givenUp` are no longer theirs and those in `taken` are? Used where
 * people arrange things themselves: a bar refuses, a rest is only mentioned.
 */
export const fitFor = (
  personId: number,
  { shift }: ShiftState,
  seat: number,
  book: DutyBook,
  roster: Roster,
  now: Moment,
  swapping: readonly SeatRef[] = [],
): Fit => {
  const deputy = roster.deputies.find((candidate) => candidate.personId === personId)
  if (deputy === undefined) return { bar: 'notMember', rests: [] }
  const given = new Set(swapping.filter((leg) => holderOf(book, leg) === personId).map(({ shiftNo }) => shiftNo))
  const entries = entriesOf(book, roster.rule, now).filter(
    (entry) => entry.personId === personId && !given.has(entry.shiftNo),
  )
  return {
    bar: barFor(deputy, shift, seat, roster.leaves, entries),
    rests: restsBroken(personId, shift, entries, roster.rule),
  }
}

export const holderOf = (book: DutyBook, ref: SeatRef): number | null =>
  book.shifts.get(ref.shiftNo)?.seats.find((_, seat) => isSameSeat(ref, { shiftNo: ref.shiftNo, seat }))?.holderId ??
  null

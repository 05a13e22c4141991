import type { Moment } from '../time/civil.js'
import { type DutyBook, inOrder, type ShiftState, seatOf } from './book.js'
import { openingCredits } from './credits.js'
import type { DutyDecision } from './decision.js'
import type { LeavePeriod } from './deputy.js'
import type { DutyFact, SeatCause } from './events.js'
import { type GivenPlace, givePlaces } from './give-places.js'
import type { OpenPlace } from './grid.js'
import { withCredits } from './ledger.js'
import { type Roster, rotaFacts } from './roster.js'
import { changeSeats } from './seat-change.js'
import { isSameSeat, type SeatRef } from './shift.js'
import { isBefore, startOf } from './shift-time.js'

export interface RosterChange extends DutyDecision {
  /** Whom the rule would put in places people already know about: for the convenor to ask, not done unasked. */
  readonly suggested: readonly GivenPlace[]
}

/**
 * A deputy leaves the station. Only their own places ahead change: in a draft they are given out again by the rule, in a
 * rota that people know they become empty and wait for cover. Nobody else is moved, nothing past is touched.
 */
export const deputyLeft = (
  book: DutyBook,
  { personId, lastDay, now }: { readonly personId: number; readonly lastDay: string; readonly now: Moment },
  roster: Roster,
): RosterChange => {
  const gone = roster.deputies.map((row) => (row.personId === personId ? { ...row, until: lastDay } : row))
  const places = placesAhead(book, personId, now).filter(({ shift }) => shift.date > lastDay)
  return release(book, personId, places, { kind: 'left', personId }, { ...roster, deputies: gone }, now)
}

/** Leave declared for a stretch of time, after some of it was drafted already. */
export const leaveDeclared = (book: DutyBook, leave: LeavePeriod, roster: Roster, now: Moment): RosterChange => {
  const { personId, from, until, reason } = leave
  const places = placesAhead(book, personId, now).filter(({ shift }) => from <= shift.date && shift.date <= until)
  const known = { ...roster, leaves: [...roster.leaves, leave] }
  return release(book, personId, places, { kind: 'leave', personId, reason }, known, now)
}

/**
 * The first month a newcomer is drafted for. What has been drafted stays: they enter at the level of the least loaded, so
 * there is nothing to make up and nobody to move.
 */
export const joinsFrom = (book: DutyBook, since: string): string => {
  const planned = inOrder(book).flatMap(({ stage, shift }) => (stage === 'dropped' ? [] : [shift.rosterMonth]))
  const first = since.slice(0, 7)
  const last = planned.reduce((latest, month) => (month > latest ? month : latest), '')
  return last < first ? first : monthAfter(last)
}

const monthAfter = (month: string): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const placesAhead = (book: DutyBook, personId: number, now: Moment): (OpenPlace & { state: ShiftState })[] =>
  inOrder(book)
    .filter(({ stage, shift }) => stage !== 'dropped' && isBefore(now, startOf(shift)))
    .flatMap((state) => {
      const ref = seatOf(state, personId)
      return ref === null ? [] : [{ state, shift: state.shift, seat: ref.seat }]
    })

const release = (
  book: DutyBook,
  personId: number,
  places: readonly (OpenPlace & { readonly state: ShiftState })[],
  cause: SeatCause,
  roster: Roster,
  now: Moment,
): RosterChange => {
  const refs: SeatRef[] = places.map(({ shift, seat }) => ({ shiftNo: shift.no, seat }))
  const all = rotaFacts(book, roster, now)
  const isFree = (shiftNo: number): boolean => refs.some((ref) => ref.shiftNo === shiftNo)
  let facts = { ...all, entries: all.entries.filter((row) => row.personId !== personId || !isFree(row.shiftNo)) }
  const given: GivenPlace[] = []
  const opened: DutyFact[] = []
  for (const month of new Set(places.map(({ shift }) => shift.rosterMonth))) {
    const open = places.filter(({ shift }) => shift.rosterMonth === month)
    const credits = openingCredits(open, month, facts)
    if (credits.length > 0) opened.push({ type: 'credited', credits, redrafted: null })
    facts = { ...facts, credits: withCredits(facts.credits, credits) }
    const result = givePlaces(open, month, facts)
    given.push(...result.given)
    facts = { ...facts, entries: [...result.entries] }
  }
  const isDraft = (ref: SeatRef): boolean => book.shifts.get(ref.shiftNo)?.stage === 'drafted'
  const changes = refs.map((ref) => {
    const next = isDraft(ref) ? given.find((place) => isSameSeat(place, ref)) : undefined
    return { ...ref, fromId: personId, toId: next?.personId ?? null, reason: next?.reason ?? null }
  })
  const decision = changeSeats(book, changes, cause)
  return { ...decision, facts: [...opened, ...decision.facts], suggested: given.filter((place) => !isDraft(place)) }
}

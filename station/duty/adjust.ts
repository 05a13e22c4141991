import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { DutyBook } from './book.js'
import type { CannotTake, DutyDecision, DutyNote, NoSuchShift } from './decision.js'
import type { BarCode } from './eligibility.js'
import { type DutyRefusal, transition } from './machine.js'
import { fitFor, holderOf, type Roster } from './roster.js'
import { changeSeats } from './seat-change.js'
import type { SeatRef } from './shift.js'

/** What a convenor may set aside knowingly. Membership, leave and being in two places at once are not theirs to waive. */
const OVERRIDABLE: readonly BarCode[] = ['level', 'profession']

export type AdjustRefusal =
  | NoSuchShift
  | DutyRefusal
  | CannotTake
  | { readonly code: 'noSuchSeat'; readonly shiftNo: number; readonly seat: number }
  | { readonly code: 'alreadyThere'; readonly shiftNo: number; readonly personId: number | null }

export interface AdjustInput extends SeatRef {
  /** null leaves the place empty. */
  readonly toId: number | null
  readonly byId: number
  readonly override?: boolean
  readonly now: Moment
}

/** A convenor's own choice for one place, in a draft or later; recorded as theirs, never as the rule's. */
export const adjustSeat = (book: DutyBook, input: AdjustInput, roster: Roster): Result<DutyDecision, AdjustRefusal> => {
  const { shiftNo, seat, toId, byId, now } = input
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  if (state.seats[seat] === undefined) return err({ code: 'noSuchSeat', shiftNo, seat })
  const stage = transition(state, 'adjust', now)
  if (!stage.ok) return stage
  const fromId = holderOf(book, input)
  if (fromId === toId) return err({ code: 'alreadyThere', shiftNo, personId: toId })
  if (toId === null) return ok(changeSeats(book, [{ shiftNo, seat, fromId, toId, reason: null }], { kind: 'adjusted' }))

  const { bar, rests } = fitFor(toId, state, seat, book, roster, now)
  const isWaived = bar !== null && input.override === true && OVERRIDABLE.includes(bar)
  if (bar !== null && !isWaived) return err({ code: 'cannotTake', shiftNo, personId: toId, bar })
  const overrode = bar === null ? [] : [bar]
  const reason = { basis: 'adjusted', byId, overrode } as const
  const decision = changeSeats(book, [{ shiftNo, seat, fromId, toId, reason }], { kind: 'adjusted' })
  const notes: DutyNote[] = [
    ...(rests.length > 0 ? [{ code: 'rests' as const, personId: toId, shiftNo, rests }] : []),
    ...overrode.map((code) => ({ code: 'overrode' as const, personId: toId, shiftNo, bar: code })),
  ]
  return ok({ ...decision, notes: [...notes, ...decision.notes] })
}

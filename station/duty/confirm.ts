import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, holdersOf, inOrder, seatOf } from './book.js'
import type { DutyDecision, DutyNote, NoSuchShift } from './decision.js'
import type { MonthDraft } from './draft.js'
import { type DutyRefusal, transition } from './machine.js'
import { daysUntil } from './shift-time.js'

/** A draft as facts: the receptions, who was given which place and why, and the credits that go with it. */
export const draftDecision = ({ month, shifts, given, empty, credits }: MonthDraft, now: Moment): DutyDecision => ({
  facts: [
    ...shifts.map((shift) => ({ type: 'planned', shift }) as const),
    { type: 'credited', credits, redrafted: month },
    {
      type: 'seatsChanged',
      cause: { kind: 'draft' },
      changes: given.map(({ shiftNo, seat, personId, reason }) => ({
        shiftNo,
        seat,
        fromId: null,
        toId: personId,
        reason,
      })),
    },
  ],
  // A draft is only shown to those who arrange it; deputies hear when it is confirmed.
  affected: [],
  notes: empty.map(({ shiftNo, seat }) => {
    const date = shifts.find(({ no }) => no === shiftNo)?.date
    return { code: 'vacant', shiftNo, seat, daysLeft: date === undefined ? 0 : daysUntil(date, now) }
  }),
})

export type RosterRefusal = { readonly code: 'nothingDrafted'; readonly month: string }

/** The month's draft becomes the rota: everybody on it is told. */
export const confirmRoster = (book: DutyBook, month: string, now: Moment): Result<DutyDecision, RosterRefusal> => {
  const drafted = inOrder(book).filter(
    (state) => state.shift.rosterMonth === month && transition(state, 'confirm', now).ok,
  )
  if (drafted.length === 0) return err({ code: 'nothingDrafted', month })
  return ok({
    facts: drafted.map(({ shift }) => ({ type: 'staged', shiftNo: shift.no, stage: 'confirmed' })),
    affected: drafted.flatMap((state) =>
      holdersOf(state).map((personId) => ({ personId, shiftNo: state.shift.no, code: 'onDuty' as const })),
    ),
    notes: drafted.flatMap(({ shift, seats }) =>
      seats.flatMap(({ holderId }, seat): DutyNote[] =>
        holderId === null ? [{ code: 'vacant', shiftNo: shift.no, seat, daysLeft: daysUntil(shift.date, now) }] : [],
      ),
    ),
  })
}

/** A draft thrown away before it was announced: its places count for nobody any more. */
export const dropDraft = (book: DutyBook, month: string, now: Moment): Result<DutyDecision, RosterRefusal> => {
  const dropped = inOrder(book).filter(
    (state) => state.shift.rosterMonth === month && transition(state, 'drop', now).ok,
  )
  if (dropped.length === 0) return err({ code: 'nothingDrafted', month })
  return ok({
    facts: dropped.map(({ shift }) => ({ type: 'staged', shiftNo: shift.no, stage: 'dropped' })),
    affected: dropped
      .filter(({ stage }) => stage !== 'drafted')
      .flatMap((state) =>
        holdersOf(state).map((personId) => ({ personId, shiftNo: state.shift.no, code: 'dropped' as const })),
      ),
    notes: [],
  })
}

export type ConfirmRefusal =
  | NoSuchShift
  | DutyRefusal
  | { readonly code: 'notOnDuty'; readonly shiftNo: number; readonly personId: number; readonly holderId: null }
  | { readonly code: 'alreadyConfirmed'; readonly shiftNo: number }

/** A deputy's own 确认. */
export const confirmDuty = (
  book: DutyBook,
  shiftNo: number,
  personId: number,
  now: Moment,
): Result<DutyDecision, ConfirmRefusal> => {
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const ref = seatOf(state, personId)
  if (ref === null) return err({ code: 'notOnDuty', shiftNo, personId, holderId: null })
  const stage = transition(state, 'confirmDuty', now)
  if (!stage.ok) return stage
  if (state.seats[ref.seat]?.isConfirmed) return err({ code: 'alreadyConfirmed', shiftNo })
  return ok({ facts: [{ type: 'dutyConfirmed', personId, ...ref }], affected: [], notes: [] })
}

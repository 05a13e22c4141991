import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { DutyBook } from './book.js'
import type { CannotTake, DutyDecision, NoSuchShift } from './decision.js'
import type { DutyEvent } from './events.js'
import type { WorkdayCalendar } from './holiday.js'
import type { DutyRefusal } from './machine.js'
import { type MoveRefusal, moveShift } from './move.js'
import { fitFor, holderOf, type Roster } from './roster.js'
import { changeSeats } from './seat-change.js'
import { endOf, isBefore } from './shift-time.js'

export type UndoRefusal =
  | { readonly code: 'notUndoable'; readonly eventId: number }
  | { readonly code: 'alreadyUndone'; readonly eventId: number }
  | { readonly code: 'notYours'; readonly eventId: number; readonly byId: number | null }
  | { readonly code: 'windowClosed'; readonly eventId: number; readonly closedAt: Moment }
  /** What several agreed on is not taken back by one of them: ask them again. */
  | { readonly code: 'askSwapBack'; readonly swapId: string }
  | { readonly code: 'changedSince'; readonly shiftNo: number; readonly holderId: number | null }
  | { readonly code: 'shiftOver'; readonly shiftNo: number }
  | NoSuchShift
  | CannotTake
  | DutyRefusal
  | MoveRefusal

export interface UndoInput {
  readonly event: DutyEvent
  readonly byId: number
  /** Convenors and the liaison officer may undo others' changes, also later. */
  readonly isLeading: boolean
  /** How long an author may take back their own. */
  readonly undoMinutes: number
  readonly now: Moment
}

/** Takes a change of places or of date back by its inverse, a new event: what happened stays in the book. */
export const undoEvent = (
  book: DutyBook,
  input: UndoInput,
  roster: Roster,
  calendar: WorkdayCalendar,
): Result<DutyDecision, UndoRefusal> => {
  const { event, byId, isLeading, now } = input
  const { fact, id: eventId } = event
  if (fact.type !== 'seatsChanged' && fact.type !== 'moved') return err({ code: 'notUndoable', eventId })
  if (book.undone.has(eventId)) return err({ code: 'alreadyUndone', eventId })
  if (!isLeading) {
    if (fact.type === 'seatsChanged' && fact.cause.kind === 'swap')
      return err({ code: 'askSwapBack', swapId: fact.cause.swapId })
    if (event.byId !== byId) return err({ code: 'notYours', eventId, byId: event.byId })
    const closedAt = event.at.add({ minutes: input.undoMinutes })
    if (!isBefore(now, closedAt)) return err({ code: 'windowClosed', eventId, closedAt })
  }
  if (fact.type === 'moved') {
    const { shiftNo, from, to } = fact
    const current = book.shifts.get(shiftNo)?.shift
    if (current && (current.date !== to.date || current.startsAt !== to.startsAt || current.place !== to.place))
      return err({ code: 'changedSince', shiftNo, holderId: null })
    return moveShift(book, { shiftNo, to: from, why: 'undo', undoes: eventId, now }, roster, calendar)
  }
  for (const change of fact.changes) {
    const { shiftNo, seat, fromId } = change
    const state = book.shifts.get(shiftNo)
    if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
    if (!isBefore(now, endOf(state.shift))) return err({ code: 'shiftOver', shiftNo })
    const holderId = holderOf(book, change)
    if (holderId !== change.toId) return err({ code: 'changedSince', shiftNo, holderId })
    if (fromId === null) continue
    const { bar } = fitFor(fromId, state, seat, book, roster, now, fact.changes)
    if (bar !== null) return err({ code: 'cannotTake', shiftNo, personId: fromId, bar })
  }
  const inverse = fact.changes.map(({ shiftNo, seat, fromId, toId }) => ({
    shiftNo,
    seat,
    fromId: toId,
    toId: fromId,
    reason: fromId === null ? null : ({ basis: 'restored', eventId } as const),
  }))
  return ok(changeSeats(book, inverse, { kind: 'undo', eventId }))
}

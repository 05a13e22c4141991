import { agree, ask, decline } from '../rotation/consent.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, type DutySwap, EMPTY_BOOK, type SeatState, type ShiftState } from './book.js'
import type { DutyEvent, DutyFact, SeatChange } from './events.js'
import { withCredits } from './ledger.js'
import type { SeatRef } from './shift.js'
import { endOf, isBefore } from './shift-time.js'

interface Draft {
  readonly shifts: Map<number, ShiftState>
  readonly swaps: Map<string, DutySwap>
  credits: DutyBook['credits']
  readonly undone: Set<number>
}

/** The book as it stood at a moment; as it stands, when none is given. See `withEvents` for what it throws. */
export const assignmentsAt = (events: readonly DutyEvent[], moment?: Moment): DutyBook =>
  withEvents(
    EMPTY_BOOK,
    events.filter((event) => moment === undefined || !isBefore(moment, event.at)),
  )

/**
 * The book with what happened next. Throws Error on a history no decision can have written: a place taken from somebody who
 * does not have it, or any change of places or date of a reception that was already over.
 */
export const withEvents = (before: DutyBook, events: readonly DutyEvent[]): DutyBook => {
  const { credits } = before
  const book: Draft = {
    shifts: new Map(before.shifts),
    swaps: new Map(before.swaps),
    undone: new Set(before.undone),
    credits,
  }
  for (const event of events) apply(book, event)
  return book
}

const apply = (book: Draft, event: DutyEvent): void => {
  const { fact } = event
  switch (fact.type) {
    case 'planned': {
      const seats = fact.shift.seats.map(
        (): SeatState => ({ holderId: null, reason: null, isConfirmed: false, seeksCover: false, history: [] }),
      )
      const empty = { knownSince: null, notice: null, moves: [], signIns: [], absentIds: [], opinionNos: [] }
      book.shifts.set(fact.shift.no, { shift: fact.shift, stage: 'drafted', seats, ...empty })
      return
    }
    case 'credited': {
      const kept = book.credits.filter(({ kind, month }) => kind !== 'leave' || month !== fact.redrafted)
      book.credits = withCredits(kept, fact.credits)
      return
    }
    case 'seatsChanged':
      for (const change of fact.changes) update(book, change.shiftNo, (state) => seated(state, change, event, fact))
      if (fact.cause.kind === 'undo') book.undone.add(fact.cause.eventId)
      return
    case 'moved':
      update(book, fact.shiftNo, (state) => {
        const { from, to } = fact
        assertAhead(state, event)
        const knownSince = state.knownSince === null ? null : event.at
        return {
          ...state,
          knownSince,
          shift: { ...state.shift, ...to },
          moves: [...state.moves, { from, to, at: event.at }],
        }
      })
      if (fact.undoes !== null) book.undone.add(fact.undoes)
      return
    case 'staged':
      update(book, fact.shiftNo, (state) => {
        const knownSince = state.knownSince ?? (fact.stage === 'confirmed' ? event.at : null)
        return { ...state, stage: fact.stage, knownSince }
      })
      return
    case 'themed':
      update(book, fact.shiftNo, (state) => ({ ...state, shift: { ...state.shift, theme: fact.theme } }))
      return
    case 'announced':
      update(book, fact.line.shiftNo, (state) => ({ ...state, notice: fact.line }))
      return
    case 'dutyConfirmed':
      mark(book, fact, { isConfirmed: true })
      return
    case 'coverSought':
      mark(book, fact, { seeksCover: true })
      return
    case 'swapAsked': {
      const concerned = fact.legs.flatMap(({ fromId, toId }) => [fromId, toId])
      const asking = ask(fact.askedById, concerned, event.at)
      book.swaps.set(fact.swapId, { id: fact.swapId, legs: fact.legs, asking })
      return
    }
    case 'swapAnswered':
      answer(book, event, fact)
      return
    case 'signedIn':
      update(book, fact.shiftNo, (state) => {
        const { personId, lateMinutes, extra } = fact
        return { ...state, signIns: [...state.signIns, { personId, lateMinutes, extra, at: event.at }] }
      })
      return
    case 'attendanceClosed':
      update(book, fact.shiftNo, (state) => ({ ...state, absentIds: fact.absentIds }))
      return
    case 'opinionRecorded':
      update(book, fact.shiftNo, (state) => ({ ...state, opinionNos: [...state.opinionNos, fact.opinionNo] }))
      return
  }
}

const update = (book: Draft, shiftNo: number, change: (state: ShiftState) => ShiftState): void => {
  const state = book.shifts.get(shiftNo)
  if (state === undefined) throw new Error(`D${shiftNo} was never planned`)
  book.shifts.set(shiftNo, change(state))
}

const mark = (book: Draft, { shiftNo, seat }: SeatRef, what: Partial<SeatState>): void =>
  update(book, shiftNo, (state) => ({
    ...state,
    seats: state.seats.map((place, index) => (index === seat ? { ...place, ...what } : place)),
  }))

const assertAhead = ({ shift }: ShiftState, { id, at }: DutyEvent): void => {
  if (!isBefore(at, endOf(shift))) throw new Error(`event ${id} changes D${shift.no}, which was over`)
}

const seated = (
  state: ShiftState,
  { seat: index, fromId, toId, reason }: SeatChange,
  event: DutyEvent,
  { cause }: Extract<DutyFact, { type: 'seatsChanged' }>,
): ShiftState => {
  assertAhead(state, event)
  const before = state.seats[index]
  if (before === undefined) throw new Error(`D${state.shift.no} has no place ${index}`)
  if (before.holderId !== fromId)
    throw new Error(`event ${event.id} takes D${state.shift.no}/${index} from ${fromId}, but ${before.holderId} has it`)
  const step = { eventId: event.id, at: event.at, byId: event.byId, fromId, toId, cause, reason }
  const history = [...before.history, step]
  const after: SeatState = { holderId: toId, reason, isConfirmed: false, seeksCover: false, history }
  return { ...state, seats: state.seats.map((seat, place) => (place === index ? after : seat)) }
}

const answer = (book: Draft, event: DutyEvent, fact: Extract<DutyFact, { type: 'swapAnswered' }>): void => {
  const swap = book.swaps.get(fact.swapId)
  if (swap === undefined) throw new Error(`swap ${fact.swapId} was never asked`)
  if (fact.word === 'void' || fact.personId === null) {
    book.swaps.set(swap.id, { ...swap, asking: { ...swap.asking, state: 'void' } })
    return
  }
  const consent = { personId: fact.personId, byId: event.byId ?? fact.personId, at: event.at }
  const next = fact.word === 'agreed' ? agree(swap.asking, consent) : decline(swap.asking, fact.personId)
  if (!next.ok) throw new Error(`event ${event.id} answers swap ${swap.id}: ${next.error.code}`)
  book.swaps.set(swap.id, { ...swap, asking: next.value })
}

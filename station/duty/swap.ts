import { err, ok, type Result } from '../result.js'
import { agree, ask, type ConsentRefusal, decline } from '../rotation/consent.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, type DutySwap, openSwaps } from './book.js'
import type { CannotTake, DutyDecision, DutyNote, NoSuchShift } from './decision.js'
import type { SwapLeg } from './events.js'
import { type DutyRefusal, transition } from './machine.js'
import { fitFor, holderOf, type Roster } from './roster.js'
import { changeSeats } from './seat-change.js'
import { isSameSeat } from './shift.js'

export type SwapRefusal =
  | NoSuchShift
  /** The person named does not have that place: swaps are only for who is on duty. */
  | {
      readonly code: 'notOnDuty'
      readonly shiftNo: number
      readonly personId: number
      readonly holderId: number | null
    }
  | { readonly code: 'withOneself'; readonly shiftNo: number }
  | { readonly code: 'swapAlreadyOpen'; readonly shiftNo: number; readonly swapId: string }
  | { readonly code: 'noSuchSwap'; readonly swapId: string }
  | { readonly code: 'takesTwo'; readonly shiftNo: number; readonly personId: number }
  | CannotTake
  | DutyRefusal
  | ConsentRefusal

export interface AskSwapInput {
  readonly swapId: string
  /** The asker's own place first; two legs exchange, three go round, one gives a duty away. */
  readonly legs: readonly [SwapLeg, ...SwapLeg[]]
  readonly askedById: number
  /** The liaison officer arranges it between others: everybody's own word is still needed. */
  readonly arranged?: boolean
  readonly now: Moment
}

/**
 * 换班: each leg gives one place to somebody. Bound to the places themselves, so it follows a duty whose date moves. Nothing
 * changes before everybody who gives or takes has agreed.
 */
export const askSwap = (book: DutyBook, input: AskSwapInput, roster: Roster): Result<DutyDecision, SwapRefusal> => {
  const { swapId, legs, askedById, now } = input
  const [first] = legs
  if (!input.arranged && first.fromId !== askedById)
    return err({ code: 'notOnDuty', shiftNo: first.shiftNo, personId: askedById, holderId: holderOf(book, first) })
  for (const leg of legs) {
    const pending = openSwaps(book).find((swap) => swap.legs.some((other) => isSameSeat(other, leg)))
    if (pending) return err({ code: 'swapAlreadyOpen', shiftNo: leg.shiftNo, swapId: pending.id })
  }
  const notes = checkLegs(book, legs, roster, now)
  if (!notes.ok) return notes
  const asking = ask(
    askedById,
    legs.flatMap(({ fromId, toId }) => [fromId, toId]),
    now,
  )
  const affected = asking.needed
    .filter((personId) => personId !== askedById)
    .map((personId) => ({ personId, shiftNo: aboutWhom(legs, personId), code: 'askedToSwap' as const }))
  return ok({ facts: [{ type: 'swapAsked', swapId, legs, askedById }], affected, notes: notes.value })
}

export interface AnswerSwapInput {
  readonly swapId: string
  readonly personId: number
  /** Whoever spoke: the person, or the liaison officer for them. */
  readonly byId: number
  readonly now: Moment
}

/** 同意换班: with the last consent the places change hands. */
export const agreeSwap = (
  book: DutyBook,
  input: AnswerSwapInput,
  roster: Roster,
): Result<DutyDecision, SwapRefusal> => {
  const { swapId, personId, byId, now } = input
  const swap = book.swaps.get(swapId)
  if (swap === undefined) return err({ code: 'noSuchSwap', swapId })
  const asking = agree(swap.asking, { personId, byId, at: now })
  if (!asking.ok) return asking
  const notes = checkLegs(book, swap.legs, roster, now)
  if (!notes.ok) return notes
  const answered = { type: 'swapAnswered', swapId, word: 'agreed', personId } as const
  if (asking.value.state !== 'agreed') {
    const affected = [{ personId: swap.asking.askedById, shiftNo: shiftNoOf(swap), code: 'swapAgreed' as const }]
    return ok({ facts: [answered], affected, notes: notes.value })
  }
  const changes = swap.legs.map((leg) => ({
    ...leg,
    reason: { basis: 'swapped', swapId, insteadOfId: leg.fromId } as const,
  }))
  const done = changeSeats(book, changes, { kind: 'swap', swapId })
  return ok({ facts: [answered, ...done.facts], affected: done.affected, notes: [...notes.value, ...done.notes] })
}

/** 不同意, or the asker taking it back. */
export const declineSwap = (book: DutyBook, input: AnswerSwapInput): Result<DutyDecision, SwapRefusal> => {
  const { swapId, personId } = input
  const swap = book.swaps.get(swapId)
  if (swap === undefined) return err({ code: 'noSuchSwap', swapId })
  const asking = decline(swap.asking, personId)
  if (!asking.ok) return asking
  const affected = [...new Set([swap.asking.askedById, ...swap.asking.needed])]
    .filter((other) => other !== personId)
    .map((other) => ({ personId: other, shiftNo: shiftNoOf(swap), code: 'swapOff' as const }))
  return ok({ facts: [{ type: 'swapAnswered', swapId, word: 'declined', personId }], affected, notes: [] })
}

const checkLegs = (
  book: DutyBook,
  legs: readonly SwapLeg[],
  roster: Roster,
  now: Moment,
): Result<readonly DutyNote[], SwapRefusal> => {
  const notes: DutyNote[] = []
  for (const leg of legs) {
    const { shiftNo, seat, fromId, toId } = leg
    const state = book.shifts.get(shiftNo)
    if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
    const stage = transition(state, 'askSwap', now)
    if (!stage.ok) return stage
    const holderId = holderOf(book, leg)
    if (holderId !== fromId) return err({ code: 'notOnDuty', shiftNo, personId: fromId, holderId })
    if (toId === fromId) return err({ code: 'withOneself', shiftNo })
    if (legs.some((other) => other !== leg && other.toId === toId && other.shiftNo === shiftNo))
      return err({ code: 'takesTwo', shiftNo, personId: toId })
    const { bar, rests } = fitFor(toId, state, seat, book, roster, now, legs)
    if (bar !== null) return err({ code: 'cannotTake', shiftNo, personId: toId, bar })
    if (rests.length > 0) notes.push({ code: 'rests', personId: toId, shiftNo, rests })
  }
  return ok(notes)
}

const shiftNoOf = ({ legs }: DutySwap): number => legs[0]?.shiftNo ?? 0
const aboutWhom = (legs: readonly SwapLeg[], personId: number): number =>
  (legs.find(({ toId, fromId }) => toId === personId || fromId === personId) ?? legs[0])?.shiftNo ?? 0

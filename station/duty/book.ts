import type { Asking } from '../rotation/consent.js'
import type { Moment } from '../time/civil.js'
import type { NoticeLine, SeatCause, ShiftTime, SwapLeg } from './events.js'
import type { Credit } from './ledger.js'
import type { DutyStage } from './machine.js'
import type { AssignmentReason } from './reason.js'
import type { DutyShift, SeatRef } from './shift.js'

/** One step in the life of a place: what 为什么是我 tells, in order. */
export interface SeatStep {
  readonly eventId: number
  readonly at: Moment
  readonly byId: number | null
  readonly fromId: number | null
  readonly toId: number | null
  readonly cause: SeatCause
  readonly reason: AssignmentReason | null
}

export interface SeatState {
  readonly holderId: number | null
  /** Why the holder has it; null while nobody has. */
  readonly reason: AssignmentReason | null
  /** The holder has said 确认 since the place became theirs. */
  readonly isConfirmed: boolean
  /** The holder asks for somebody to take it over, and keeps it until then. */
  readonly seeksCover: boolean
  readonly history: readonly SeatStep[]
}

interface SignIn {
  readonly personId: number
  readonly at: Moment
  readonly lateMinutes: number
  readonly extra: boolean
}

export interface ShiftState {
  readonly shift: DutyShift
  readonly stage: DutyStage
  readonly seats: readonly SeatState[]
  /** Since when those on duty have known of it: the rota was confirmed, or its date moved. */
  readonly knownSince: Moment | null
  /** The last notice given of this reception. */
  readonly notice: NoticeLine | null
  readonly moves: readonly { readonly from: ShiftTime; readonly to: ShiftTime; readonly at: Moment }[]
  readonly signIns: readonly SignIn[]
  readonly absentIds: readonly number[]
  readonly opinionNos: readonly number[]
}

export interface DutySwap {
  readonly id: string
  readonly legs: readonly SwapLeg[]
  readonly asking: Asking
}

/** Everything known about a station's receptions: a fold of its events, never edited. */
export interface DutyBook {
  readonly shifts: ReadonlyMap<number, ShiftState>
  readonly swaps: ReadonlyMap<string, DutySwap>
  readonly credits: readonly Credit[]
  /** Events that were taken back. */
  readonly undone: ReadonlySet<number>
}

export const EMPTY_BOOK: DutyBook = { shifts: new Map(), swaps: new Map(), credits: [], undone: new Set() }

export const holdersOf = ({ seats }: ShiftState): number[] =>
  seats.flatMap(({ holderId }) => (holderId === null ? [] : [holderId]))

/** The place a person has in a shift, if any. */
export const seatOf = (state: ShiftState, personId: number): SeatRef | null => {
  const seat = state.seats.findIndex(({ holderId }) => holderId === personId)
  return seat < 0 ? null : { shiftNo: state.shift.no, seat }
}

/** Shifts in the order they take place. */
export const inOrder = (book: DutyBook): ShiftState[] =>
  [...book.shifts.values()].sort(
    (a, b) =>
      a.shift.date.localeCompare(b.shift.date) ||
      a.shift.startsAt.localeCompare(b.shift.startsAt) ||
      a.shift.no - b.shift.no,
  )

export const openSwaps = (book: DutyBook): DutySwap[] =>
  [...book.swaps.values()].filter(({ asking }) => asking.state === 'open')

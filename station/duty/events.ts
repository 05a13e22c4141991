import type { Moment } from '../time/civil.js'
import type { Credit } from './ledger.js'
import type { DutyStage } from './machine.js'
import type { AssignmentReason } from './reason.js'
import type { DayClass, DutyShift, SeatRef } from './shift.js'

/** A place changing hands; null is nobody. The reason is that of whoever has it afterwards. */
export interface SeatChange extends SeatRef {
  readonly fromId: number | null
  readonly toId: number | null
  readonly reason: AssignmentReason | null
}

export type SeatCause =
  | { readonly kind: 'draft' | 'adjusted' | 'cover' | 'coverOnTheDay' }
  | { readonly kind: 'swap'; readonly swapId: string }
  | { readonly kind: 'leave'; readonly personId: number; readonly reason: string }
  /** A deputy left the station; their places were given up, or given out again by rule. */
  | { readonly kind: 'left'; readonly personId: number }
  | { readonly kind: 'undo'; readonly eventId: number }

export interface SwapLeg extends SeatRef {
  readonly fromId: number
  readonly toId: number
}

export interface ShiftTime {
  readonly date: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place?: string
  readonly dayClass: DayClass
}

export type MoveReason = 'holiday' | 'changed' | 'undo'

/** What a notice told people about one reception, kept to see whether it still holds. */
export interface NoticeLine {
  readonly shiftNo: number
  readonly date: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string | null
  readonly theme: string | null
  readonly personIds: readonly number[]
}

/** What happened, as plain data. A decision yields facts; the store keeps them in order and never changes one. */
export type DutyFact =
  | { readonly type: 'planned'; readonly shift: DutyShift }
  /** `redrafted`: the month whose leave credits these replace. */
  | { readonly type: 'credited'; readonly credits: readonly Credit[]; readonly redrafted: string | null }
  | { readonly type: 'seatsChanged'; readonly changes: readonly SeatChange[]; readonly cause: SeatCause }
  | {
      readonly type: 'moved'
      readonly shiftNo: number
      readonly from: ShiftTime
      readonly to: ShiftTime
      readonly why: MoveReason
      /** The event that this takes back. */
      readonly undoes: number | null
    }
  | { readonly type: 'staged'; readonly shiftNo: number; readonly stage: DutyStage }
  | { readonly type: 'themed'; readonly shiftNo: number; readonly theme: string }
  | { readonly type: 'announced'; readonly line: NoticeLine }
  | ({ readonly type: 'dutyConfirmed'; readonly personId: number } & SeatRef)
  | ({ readonly type: 'coverSought'; readonly personId: number } & SeatRef)
  | {
      readonly type: 'swapAsked'
      readonly swapId: string
      readonly legs: readonly SwapLeg[]
      readonly askedById: number
    }
  | {
      readonly type: 'swapAnswered'
      readonly swapId: string
      readonly word: 'agreed' | 'declined' | 'void'
      readonly personId: number | null
    }
  | {
      readonly type: 'signedIn'
      readonly shiftNo: number
      readonly personId: number
      readonly lateMinutes: number
      /** Came without being on duty (现场). */
      readonly extra: boolean
    }
  | { readonly type: 'attendanceClosed'; readonly shiftNo: number; readonly absentIds: readonly number[] }
  | { readonly type: 'opinionRecorded'; readonly shiftNo: number; readonly opinionNo: number }

/** `byId` null: the assistant itself, by the clock. It differs from the person concerned when somebody acted for them. */
export interface DutyEvent {
  readonly id: number
  readonly at: Moment
  readonly byId: number | null
  readonly fact: DutyFact
}

import type { BarCode } from './eligibility.js'
import type { RestCode } from './rota-rule.js'
import type { Decider, Standing } from './standing.js'

/** Why somebody who came first in the order did not get this place. */
export type PassedOver =
  | { readonly code: 'serves'; readonly shiftNo: number }
  | { readonly code: 'rests'; readonly rests: readonly RestCode[] }
  | { readonly code: BarCode }

/** The facts a drafted place was given out on: stored with the assignment, printed for 为什么是我, never recomputed. */
export interface DraftedReason {
  readonly basis: 'drafted'
  readonly month: string
  readonly own: Standing
  /** Everybody before `own` in the order, each with what stood in the way. */
  readonly ahead: readonly { readonly standing: Standing; readonly why: PassedOver }[]
  /** The first after `own` who could have taken the place instead, and the fact that decided. */
  readonly next: { readonly standing: Standing; readonly decidedBy: Decider } | null
  /** Rests this person gave up, because keeping them would have left places empty. */
  readonly yielded: readonly RestCode[]
  /** Places to give out and how many of them could be filled had these rests been kept; null if none was given up. */
  readonly shortage: { readonly places: number; readonly fillable: number } | null
}

export type AssignmentReason =
  | DraftedReason
  /** A convenor or the liaison officer put them there; `overrode` names the needs set aside. */
  | { readonly basis: 'adjusted'; readonly byId: number; readonly overrode: readonly BarCode[] }
  | { readonly basis: 'swapped'; readonly swapId: string; readonly insteadOfId: number }
  | { readonly basis: 'volunteered'; readonly insteadOfId: number | null }
  | { readonly basis: 'coveredOnTheDay'; readonly insteadOfId: number | null }
  /** An earlier change was taken back. */
  | { readonly basis: 'restored'; readonly eventId: number }

import type { Period } from './period.js'

/** Preferences that give way, in this order, when nobody could otherwise lead a period. */
export const TURN_RESTS = ['backToBack', 'termEnds'] as const
export type TurnRest = (typeof TURN_RESTS)[number]

/** Where a convenor stood when a turn was decided: whole turns led or planned, plus the level they entered at. */
export interface TurnStanding {
  readonly personId: number
  readonly turns: number
  readonly enteredAtTurns: number
  /** turns + enteredAtTurns: what is compared. */
  readonly load: number
  /** Start of the last turn, or of the term: the longer ago, the earlier again. */
  readonly waitingSince: string
  readonly lot: number
}

export type TurnDecider = 'load' | 'waitingSince' | 'lot'

/** Why this person leads this period: the facts compared, stored with the turn and never recomputed. */
export type TurnReason =
  | {
      readonly basis: 'fewestTurns'
      readonly own: TurnStanding
      /** Everybody who came before by load, wait or lot, and why they were passed over. */
      readonly ahead: readonly { readonly standing: TurnStanding; readonly why: readonly TurnRest[] }[]
      readonly next: { readonly standing: TurnStanding; readonly decidedBy: TurnDecider | 'rest' } | null
      readonly yielded: readonly TurnRest[]
    }
  | {
      readonly basis: 'rebalanced'
      readonly own: TurnStanding
      readonly relieved: TurnStanding
    }
  | { readonly basis: 'onlyConvenor' }
  | { readonly basis: 'swapped'; readonly swapId: string; readonly fromId: number }
  | { readonly basis: 'named'; readonly byId: number }

/** A turn is planned until its convenor accepts it or it begins; from then on no roster change touches it. */
export interface Turn {
  readonly period: Period
  readonly personId: number
  readonly accepted: boolean
  readonly reason: TurnReason
  /** Key of the period this turn is the rest of, when somebody took over half-way. */
  readonly restOf?: string
}

export const hasBegun = (turn: Turn, today: string): boolean => turn.period.startsOn <= today

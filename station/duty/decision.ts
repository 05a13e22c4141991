import type { BarCode } from './eligibility.js'
import type { DutyFact } from './events.js'
import type { RestCode } from './rota-rule.js'

/** Whom a change concerns, and how. Nobody is moved, relieved or asked without being named here. */
export interface Affected {
  readonly personId: number
  readonly shiftNo: number
  readonly code: 'onDuty' | 'relieved' | 'moved' | 'dropped' | 'askedToSwap' | 'swapAgreed' | 'swapOff'
}

/** What is allowed but should not go unnoticed. */
export type DutyNote =
  | { readonly code: 'noticeOutdated'; readonly shiftNo: number }
  | { readonly code: 'rests'; readonly personId: number; readonly shiftNo: number; readonly rests: readonly RestCode[] }
  | { readonly code: 'overrode'; readonly personId: number; readonly shiftNo: number; readonly bar: BarCode }
  | { readonly code: 'cannotCome'; readonly personId: number; readonly shiftNo: number; readonly bar: BarCode }
  | { readonly code: 'vacant'; readonly shiftNo: number; readonly seat: number; readonly daysLeft: number }
  | { readonly code: 'shortNotice'; readonly shiftNo: number; readonly daysAhead: number; readonly dueDays: number }
  | { readonly code: 'nobodyOnDuty'; readonly shiftNo: number }

/** What a rule decided: facts to append, people to tell, things to mention. */
export interface DutyDecision {
  readonly facts: readonly DutyFact[]
  readonly affected: readonly Affected[]
  readonly notes: readonly DutyNote[]
}

export const NOTHING_DECIDED: DutyDecision = { facts: [], affected: [], notes: [] }

export type NoSuchShift = { readonly code: 'noSuchShift'; readonly shiftNo: number }
export type CannotTake = {
  readonly code: 'cannotTake'
  readonly shiftNo: number
  readonly personId: number
  readonly bar: BarCode
}

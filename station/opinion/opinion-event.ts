import type { Moment, Temporal } from '../time/civil.js'
import type { NotAcceptedReasonId } from './not-accepted.js'
import type { OpinionStamp, OpinionState } from './states.js'
import type { OpinionActor, OpinionEventName } from './transitions.js'

/** How far a matter got: A 解决, B 正在解决或列入规划, C 条件所限待以后, D 留作参考. */
export type ReplyClass = 'A' | 'B' | 'C' | 'D'
export type Satisfaction = 'satisfied' | 'fairly' | 'dissatisfied'

/** An author may take an own record back for this long; later it is the liaison's to do. */
export const AUTHOR_WITHDRAWS_WITHIN_HOURS = 24
/** From this hop on a matter that nobody takes goes to the leading group. */
export const ESCALATE_FROM_HOPS = 2
/** A dissatisfied resident has a matter redone this often; after that it needs a suggestion. */
export const REDO_LIMIT = 1

/** What the rules know of an opinion. Null: not yet. */
export interface OpinionFacts {
  readonly no: number
  readonly state: OpinionState
  readonly recordedAt: Moment
  readonly content: string
  readonly stamps: Readonly<Partial<Record<OpinionStamp, Moment>>>
  /** Name of the unit that has it now. */
  readonly unit: string | null
  /** How often a unit gave it back. */
  readonly hops: number
  readonly redoCount: number
  readonly replyClass: ReplyClass | null
  /** The day a B or C answer promised. */
  readonly promisedOn: Temporal.PlainDate | null
}

/** What each event brings along; events not named here bring nothing. */
interface Payloads {
  sendBack: { reason: string }
  returnAsNotOurs: { reason: string; suggestedUnit?: string }
  reopen: { reason: string }
  merge: { into: number }
  refuse: { reason: NotAcceptedReasonId }
  refer: { unit: string }
  reassign: { unit: string }
  moveToHome: { unit: string }
  reportUp: { unit: string }
  answerOnSpot: { text: string }
  reply: {
    text: string
    /** Who answered: a unit or a person. */
    by: string
    on: Temporal.PlainDate
    replyClass?: ReplyClass
    promisedOn?: Temporal.PlainDate
  }
  partReply: { text: string; by: string; on: Temporal.PlainDate }
  partReturn: { reason: string; by: string; suggestedUnit?: string }
  partReassign: { unit: string; before: string }
  rate: { satisfaction: Satisfaction }
  track: { promisedOn?: Temporal.PlainDate }
  close: { reason?: string }
}

export type OpinionEventOf<K extends OpinionEventName> = { kind: K } & (K extends keyof Payloads
  ? Payloads[K]
  : unknown)
export type OpinionEvent = { [K in OpinionEventName]: OpinionEventOf<K> }[OpinionEventName]

/** What the step asks the rest of the program to do. */
export type OpinionEffect =
  | 'startClock'
  | 'noClock'
  | 'pauseClock'
  | 'resumeClock'
  | 'stopClock'
  | 'tellDeputy'
  | 'tellDeputyPrivately'
  | 'remindToPassOn'
  | 'escalate'
  | 'askOnPromisedDay'
  | 'askInFourWeeks'
  | 'warnNotPassedOn'

export interface OpinionStep {
  readonly facts: OpinionFacts
  readonly stamp: OpinionStamp
  readonly effects: readonly OpinionEffect[]
}

export type OpinionRefusal =
  | { code: 'illegal'; state: OpinionState; event: OpinionEventName; allowed: readonly OpinionEventName[] }
  | { code: 'notYours'; event: OpinionEventName; who: readonly OpinionActor[] }
  | { code: 'tooLate'; until: Moment }
  | { code: 'contentNeeded' | 'reasonNeeded' | 'unitNeeded' | 'textNeeded' }
  | { code: 'sameOpinion'; no: number }
  | { code: 'sameUnit'; unit: string }
  | { code: 'noReply'; state: OpinionState }
  | { code: 'replyInFuture'; on: Temporal.PlainDate }
  | { code: 'notPassedOn' }
  | { code: 'promiseOpen'; promisedOn: Temporal.PlainDate | null }
  | { code: 'promiseNeeded' }
  | { code: 'nothingPromised'; replyClass: ReplyClass | null }
  | { code: 'promiseInPast'; promisedOn: Temporal.PlainDate }

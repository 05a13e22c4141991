import type { Assigned } from '../handling/parts.js'
import type { ReplyClass, Satisfaction } from '../opinion/opinion-event.js'
import type { Moment, Temporal } from '../time/civil.js'
import type { PaperKind } from './cosigners.js'
import type { SuggestionFlag, SuggestionStamp, SuggestionState } from './states.js'
import type { SuggestionActor, SuggestionEventName } from './transitions.js'

/** 主办、会办: one leads, others assist. 分办: several, each for its part. */
export type Assignment = Assigned

/** What the rules know of a suggestion. Null: not yet. */
export interface SuggestionFacts {
  readonly no: number
  readonly kind: PaperKind
  readonly state: SuggestionState
  readonly title: string
  readonly text: string
  readonly stamps: Readonly<Partial<Record<SuggestionStamp, Moment>>>
  readonly flags: readonly SuggestionFlag[]
  /** Names still missing for a motion; 0 for a suggestion. */
  readonly missingNames: number
  readonly submittedOn: Temporal.PlainDate | null
  /** The day the statutory clock runs from. */
  readonly assignedOn: Temporal.PlainDate | null
  readonly assignment: Assignment | null
  readonly hops: number
  readonly contacts: number
  readonly replyClass: ReplyClass | null
  readonly promisedOn: Temporal.PlainDate | null
  /** The day the deputy was dissatisfied: 再答复 runs from it. */
  readonly redoOn: Temporal.PlainDate | null
}

interface Payloads {
  /** Submission happens on the official system; here it is a fact told by somebody. */
  submit: { platformNo: string; on: Temporal.PlainDate }
  assign: Assignment & { on: Temporal.PlainDate }
  reassign: Assignment & { on: Temporal.PlainDate }
  returnAsNotOurs: { reason: string; on: Temporal.PlainDate; suggestedUnit?: string }
  contact: { how: string }
  partReply: { text: string; by: string; on: Temporal.PlainDate }
  partReturn: { reason: string; by: string; on: Temporal.PlainDate; suggestedUnit?: string }
  partReassign: { unit: string; before: string; on: Temporal.PlainDate }
  reply: {
    text: string
    by: string
    on: Temporal.PlainDate
    replyClass?: ReplyClass
    promisedOn?: Temporal.PlainDate
  }
  replyAgain: {
    text: string
    by: string
    on: Temporal.PlainDate
    replyClass?: ReplyClass
    promisedOn?: Temporal.PlainDate
  }
  rate: { satisfaction: Satisfaction }
  track: { promisedOn?: Temporal.PlainDate }
  withdraw: { reason?: string }
}

export type SuggestionEventOf<K extends SuggestionEventName> = { kind: K } & (K extends keyof Payloads
  ? Payloads[K]
  : unknown)
export type SuggestionEvent = { [K in SuggestionEventName]: SuggestionEventOf<K> }[SuggestionEventName]

export type SuggestionEffect =
  | 'askNamesAgain'
  | 'startClock'
  | 'stopClock'
  | 'startReplyAgainClock'
  | 'tellDeputies'
  | 'warnNoContact'
  | 'lateReply'
  | 'lateReturn'
  | 'escalate'
  | 'askOnPromisedDay'
  | 'publish'

export interface SuggestionStep {
  readonly facts: SuggestionFacts
  readonly stamp: SuggestionStamp
  readonly effects: readonly SuggestionEffect[]
}

export type SuggestionRefusal =
  | {
      code: 'illegal'
      state: SuggestionState
      event: SuggestionEventName
      allowed: readonly SuggestionEventName[]
    }
  | { code: 'notYours'; event: SuggestionEventName; who: readonly SuggestionActor[] }
  | { code: 'titleNeeded' | 'textNeeded' | 'reasonNeeded' | 'unitNeeded' | 'platformNoNeeded' }
  | { code: 'namesMissing'; missing: number }
  /** A motion is filed in session through its own procedure: the station only keeps material for one. */
  | { code: 'notFiledHere' }
  | { code: 'dateInFuture'; on: Temporal.PlainDate }
  | { code: 'dateTooEarly'; on: Temporal.PlainDate; notBefore: Temporal.PlainDate }
  | { code: 'sameUnit' | 'unitTwice'; unit: string }
  /** 分办 is of several. */
  | { code: 'severalNeeded' }
  | { code: 'returnTooLate'; dueOn: Temporal.PlainDate }
  | { code: 'promiseOpen'; promisedOn: Temporal.PlainDate | null }
  | { code: 'promiseNeeded' }
  | { code: 'nothingPromised'; replyClass: ReplyClass | null }
  | { code: 'promiseInPast'; promisedOn: Temporal.PlainDate }
  | { code: 'calendarUnpublished'; year: number }

import type { Role } from '../roles.js'
import type { SuggestionStamp, SuggestionState } from './states.js'

/** `lead`: the deputy whose suggestion it is (领衔). `unit`: the handling unit. `clock`: the program. */
export type SuggestionActor = Role | 'lead' | 'unit' | 'clock'

export const SUGGESTION_STAFF: readonly SuggestionActor[] = ['liaison', 'head', 'district']
const LEAD_OR_STAFF: readonly SuggestionActor[] = ['lead', ...SUGGESTION_STAFF]
const UNIT_OR_STAFF: readonly SuggestionActor[] = ['unit', ...SUGGESTION_STAFF]
const ANY_DEPUTY: readonly SuggestionActor[] = ['deputy', 'lead', 'convenor', 'onDuty', ...SUGGESTION_STAFF]

interface TransitionRow {
  readonly event: string
  readonly from: readonly SuggestionState[]
  /** The next state; a record where it depends on the present one. */
  readonly to: SuggestionState | Partial<Record<SuggestionState, SuggestionState>>
  readonly who: readonly SuggestionActor[]
  readonly stamp: SuggestionStamp
}

/**
 * Every legal step of a suggestion. What is not here is refused. Handing over (交办) is the standing committee's office's
 * act in law (代表法 51): here staff only record that it happened.
 */
const SUGGESTION_TRANSITIONS = [
  { event: 'draft', from: ['brewing', 'cosigning'], to: 'drafting', who: ANY_DEPUTY, stamp: 'draftedAt' },
  { event: 'openForNames', from: ['drafting'], to: 'cosigning', who: LEAD_OR_STAFF, stamp: 'draftedAt' },
  { event: 'submit', from: ['drafting', 'cosigning'], to: 'submitted', who: LEAD_OR_STAFF, stamp: 'submittedAt' },
  { event: 'register', from: ['submitted'], to: 'registered', who: SUGGESTION_STAFF, stamp: 'registeredAt' },
  { event: 'assign', from: ['registered'], to: 'assigned', who: SUGGESTION_STAFF, stamp: 'assignedAt' },
  {
    event: 'returnAsNotOurs',
    from: ['assigned', 'handling'],
    to: 'returned',
    who: UNIT_OR_STAFF,
    stamp: 'returnedAt',
  },
  { event: 'reassign', from: ['returned'], to: 'assigned', who: SUGGESTION_STAFF, stamp: 'assignedAt' },
  { event: 'receive', from: ['assigned', 'handling'], to: 'handling', who: UNIT_OR_STAFF, stamp: 'receivedAt' },
  // One of several units (主办、会办、分办): the matter stays in hand until every answer that is owed is there.
  {
    event: 'partReply',
    from: ['assigned', 'handling', 'redo'],
    to: { assigned: 'handling', handling: 'handling', redo: 'redo' },
    who: UNIT_OR_STAFF,
    stamp: 'partRepliedAt',
  },
  {
    event: 'partReturn',
    from: ['assigned', 'handling'],
    to: 'handling',
    who: UNIT_OR_STAFF,
    stamp: 'partReturnedAt',
  },
  { event: 'partReassign', from: ['assigned', 'handling'], to: 'handling', who: SUGGESTION_STAFF, stamp: 'assignedAt' },
  {
    event: 'contact',
    from: ['assigned', 'handling'],
    to: 'handling',
    who: ['lead', ...UNIT_OR_STAFF],
    stamp: 'contactedAt',
  },
  { event: 'reply', from: ['assigned', 'handling', 'tracking'], to: 'replied', who: UNIT_OR_STAFF, stamp: 'repliedAt' },
  { event: 'rate', from: ['replied', 'repliedAgain'], to: 'rated', who: LEAD_OR_STAFF, stamp: 'ratedAt' },
  { event: 'replyAgain', from: ['redo'], to: 'repliedAgain', who: UNIT_OR_STAFF, stamp: 'repliedAgainAt' },
  { event: 'track', from: ['rated'], to: 'tracking', who: ['clock', ...SUGGESTION_STAFF], stamp: 'trackedAt' },
  { event: 'promiseKept', from: ['tracking'], to: 'closed', who: LEAD_OR_STAFF, stamp: 'closedAt' },
  { event: 'promiseBroken', from: ['tracking'], to: 'redo', who: LEAD_OR_STAFF, stamp: 'redoAt' },
  { event: 'close', from: ['rated'], to: 'closed', who: SUGGESTION_STAFF, stamp: 'closedAt' },
  { event: 'archive', from: ['closed'], to: 'archived', who: ['clock', ...SUGGESTION_STAFF], stamp: 'archivedAt' },
  {
    event: 'withdraw',
    from: ['brewing', 'drafting', 'cosigning', 'submitted', 'registered'],
    to: 'withdrawn',
    who: LEAD_OR_STAFF,
    stamp: 'withdrawnAt',
  },
] as const satisfies readonly TransitionRow[]

export type SuggestionEventName = (typeof SUGGESTION_TRANSITIONS)[number]['event']
export const ALL_SUGGESTION_EVENTS: readonly SuggestionEventName[] = SUGGESTION_TRANSITIONS.map((row) => row.event)

const ROWS: readonly TransitionRow[] = SUGGESTION_TRANSITIONS

export const suggestionTransition = (event: SuggestionEventName): TransitionRow => {
  const row = ROWS.find((candidate) => candidate.event === event)
  if (!row) throw new RangeError(`no suggestion event ${event}`)
  return row
}

export const nextSuggestionState = (state: SuggestionState, event: SuggestionEventName): SuggestionState | null => {
  const { from, to } = suggestionTransition(event)
  if (!from.includes(state)) return null
  return typeof to === 'string' ? to : (to[state] ?? null)
}

export const suggestionEventsFrom = (state: SuggestionState): readonly SuggestionEventName[] =>
  ALL_SUGGESTION_EVENTS.filter((event) => nextSuggestionState(state, event) !== null)

import type { Role } from '../roles.js'
import type { OpinionStamp, OpinionState } from './states.js'

/**
 * Who may cause a step. `author`: who recorded the opinion. `unit`: the handling unit, through a liaison or a link.
 * `clock`: the program, from time or from the step before.
 */
export type OpinionActor = Role | 'author' | 'unit' | 'clock'

const STAFF: readonly OpinionActor[] = ['liaison', 'head', 'district']
const LEADING: readonly OpinionActor[] = [...STAFF, 'convenor', 'onDuty']
const DEPUTIES: readonly OpinionActor[] = ['deputy', 'author', ...LEADING]
const AUTHOR_OR_STAFF: readonly OpinionActor[] = ['author', ...STAFF]
const UNIT_OR_STAFF: readonly OpinionActor[] = ['unit', ...STAFF]

interface TransitionRow {
  readonly event: string
  readonly from: readonly OpinionState[]
  /** The next state; a record where it depends on the present one. */
  readonly to: OpinionState | Partial<Record<OpinionState, OpinionState>>
  readonly who: readonly OpinionActor[]
  /** The time this step writes. */
  readonly stamp: OpinionStamp
}

const UNANSWERED = ['registered', 'triage', 'needsMore', 'movedToHome', 'referred', 'returned', 'handling'] as const
const ANSWERED = ['answeredOnSpot', 'replied', 'toldDeputy', 'passedOn', 'rated'] as const

const STAYS = { referred: 'referred', handling: 'handling' } as const

/** Every legal step of an opinion. What is not here is refused. */
const OPINION_TRANSITIONS = [
  { event: 'register', from: ['draft'], to: 'registered', who: [...DEPUTIES, 'clock'], stamp: 'registeredAt' },
  { event: 'queue', from: ['registered'], to: 'triage', who: ['clock', ...LEADING], stamp: 'sortedAt' },
  { event: 'sendBack', from: ['registered', 'triage'], to: 'needsMore', who: LEADING, stamp: 'sentBackAt' },
  { event: 'supplement', from: ['needsMore'], to: 'triage', who: DEPUTIES, stamp: 'sortedAt' },
  { event: 'merge', from: UNANSWERED, to: 'merged', who: LEADING, stamp: 'mergedAt' },
  { event: 'separate', from: ['merged'], to: 'triage', who: LEADING, stamp: 'sortedAt' },
  { event: 'refuse', from: ['registered', 'triage'], to: 'notAccepted', who: STAFF, stamp: 'refusedAt' },
  { event: 'reconsider', from: ['notAccepted', 'material'], to: 'triage', who: STAFF, stamp: 'sortedAt' },
  {
    event: 'answerOnSpot',
    from: ['registered', 'triage'],
    to: 'answeredOnSpot',
    who: [...DEPUTIES],
    stamp: 'repliedAt',
  },
  { event: 'moveToHome', from: ['registered', 'triage'], to: 'movedToHome', who: LEADING, stamp: 'referredAt' },
  { event: 'refer', from: ['registered', 'triage', 'redo'], to: 'referred', who: STAFF, stamp: 'referredAt' },
  // No clock of the station's runs for a higher congress: it is asked after.
  {
    event: 'reportUp',
    from: ['registered', 'triage', 'redo', 'towardsSuggestion'],
    to: 'referred',
    who: LEADING,
    stamp: 'referredAt',
  },
  {
    event: 'adopt',
    from: ['registered', 'triage', 'redo', 'material'],
    to: 'towardsSuggestion',
    who: DEPUTIES,
    stamp: 'adoptedAt',
  },
  { event: 'keepAsMaterial', from: ['registered', 'triage'], to: 'material', who: LEADING, stamp: 'sortedAt' },
  {
    event: 'acknowledge',
    from: ['referred', 'movedToHome', 'towardsSuggestion', 'redo'],
    to: 'handling',
    who: UNIT_OR_STAFF,
    stamp: 'acknowledgedAt',
  },
  {
    event: 'returnAsNotOurs',
    from: ['referred', 'movedToHome', 'handling'],
    to: 'returned',
    who: UNIT_OR_STAFF,
    stamp: 'returnedAt',
  },
  { event: 'reassign', from: ['returned'], to: 'referred', who: STAFF, stamp: 'referredAt' },
  {
    event: 'reply',
    from: ['handling', 'referred', 'movedToHome', 'towardsSuggestion', 'redo', 'tracking'],
    to: 'replied',
    who: UNIT_OR_STAFF,
    stamp: 'repliedAt',
  },
  // One of several units (主办、会办、分办): the matter stays in hand until every answer that is owed is there.
  { event: 'partReply', from: ['handling'], to: 'handling', who: UNIT_OR_STAFF, stamp: 'partRepliedAt' },
  { event: 'partReturn', from: ['referred', 'handling'], to: STAYS, who: UNIT_OR_STAFF, stamp: 'partReturnedAt' },
  { event: 'partReassign', from: ['referred', 'handling'], to: STAYS, who: STAFF, stamp: 'referredAt' },
  { event: 'tellDeputy', from: ['replied'], to: 'toldDeputy', who: ['clock', ...STAFF], stamp: 'toldDeputyAt' },
  {
    event: 'passOn',
    from: ['answeredOnSpot', 'toldDeputy', 'notAccepted'],
    // A refusal that was passed on is still a refusal: it is counted apart and never as an answer.
    to: { answeredOnSpot: 'passedOn', toldDeputy: 'passedOn', notAccepted: 'notAccepted' },
    who: DEPUTIES,
    stamp: 'passedOnAt',
  },
  { event: 'rate', from: ['passedOn'], to: 'rated', who: DEPUTIES, stamp: 'ratedAt' },
  {
    event: 'track',
    from: ['replied', 'toldDeputy', 'passedOn', 'rated'],
    to: 'tracking',
    who: ['clock', ...LEADING],
    stamp: 'trackedAt',
  },
  { event: 'promiseKept', from: ['tracking'], to: 'closed', who: DEPUTIES, stamp: 'closedAt' },
  { event: 'promiseBroken', from: ['tracking'], to: 'redo', who: DEPUTIES, stamp: 'redoAt' },
  { event: 'close', from: ANSWERED, to: 'closed', who: STAFF, stamp: 'closedAt' },
  { event: 'confirmSolved', from: ['closed'], to: 'closed', who: DEPUTIES, stamp: 'solvedAt' },
  { event: 'reopen', from: ['closed'], to: 'redo', who: DEPUTIES, stamp: 'redoAt' },
  {
    event: 'archive',
    from: ['closed', 'notAccepted', 'material'],
    to: 'archived',
    who: ['clock', ...STAFF],
    stamp: 'archivedAt',
  },
  { event: 'withdraw', from: ['draft', ...UNANSWERED], to: 'withdrawn', who: AUTHOR_OR_STAFF, stamp: 'withdrawnAt' },
  { event: 'markMistaken', from: ['draft', ...UNANSWERED], to: 'mistaken', who: AUTHOR_OR_STAFF, stamp: 'withdrawnAt' },
] as const satisfies readonly TransitionRow[]

export type OpinionEventName = (typeof OPINION_TRANSITIONS)[number]['event']
export const ALL_OPINION_EVENTS: readonly OpinionEventName[] = OPINION_TRANSITIONS.map((row) => row.event)

const ROWS: readonly TransitionRow[] = OPINION_TRANSITIONS

export const transitionOf = (event: OpinionEventName): TransitionRow => {
  const row = ROWS.find((candidate) => candidate.event === event)
  if (!row) throw new RangeError(`no opinion event ${event}`)
  return row
}

/** The state after `event`, or null where the table has no such step. */
export const nextOpinionState = (state: OpinionState, event: OpinionEventName): OpinionState | null => {
  const { from, to } = transitionOf(event)
  if (!from.includes(state)) return null
  return typeof to === 'string' ? to : (to[state] ?? null)
}

export const opinionEventsFrom = (state: OpinionState): readonly OpinionEventName[] =>
  ALL_OPINION_EVENTS.filter((event) => nextOpinionState(state, event) !== null)

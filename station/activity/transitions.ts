import { LEADING, type Role } from '../roles.js'
import type { ActivityState } from './states.js'

/** Who may cause a step; `clock` for what the program does by itself from time or from the sign-ups. */
export type Actor = Role | 'clock'

const CONVENING: readonly Actor[] = LEADING
const ANYBODY_IN: readonly Actor[] = ['deputy', ...LEADING]

interface TransitionRow {
  readonly event: string
  readonly from: readonly ActivityState[]
  /** The next state; a record where it depends on the present one. */
  readonly to: ActivityState | Partial<Record<ActivityState, ActivityState>>
  readonly who: readonly Actor[]
}

/** Where an activity may begin: in the year's plan, as a draft, or recorded after the fact (走访 3家企业). */
export const ACTIVITY_BEGINNINGS = { plan: 'planned', draft: 'drafted', record: 'ended' } as const satisfies Record<
  string,
  ActivityState
>

/** Every legal step of an activity. What is not here is refused. */
const ACTIVITY_TRANSITIONS = [
  { event: 'draft', from: ['planned'], to: 'drafted', who: ANYBODY_IN },
  { event: 'submit', from: ['drafted'], to: 'inReview', who: ANYBODY_IN },
  { event: 'sendBack', from: ['inReview'], to: 'drafted', who: CONVENING },
  { event: 'notify', from: ['drafted', 'inReview'], to: 'notified', who: CONVENING },
  { event: 'openSignUp', from: ['notified'], to: 'open', who: ['clock', ...CONVENING] },
  { event: 'fill', from: ['open'], to: 'full', who: ['clock'] },
  { event: 'free', from: ['full'], to: 'open', who: ['clock'] },
  { event: 'close', from: ['open', 'full'], to: 'closed', who: ['clock', ...CONVENING] },
  { event: 'reopen', from: ['closed'], to: 'open', who: CONVENING },
  {
    event: 'startCheckIn',
    from: ['notified', 'open', 'full', 'closed'],
    to: 'checkingIn',
    who: ['clock', ...CONVENING],
  },
  { event: 'end', from: ['checkingIn'], to: 'ended', who: ['clock', ...CONVENING] },
  { event: 'draftSummary', from: ['ended', 'summaryDraft'], to: 'summaryDraft', who: ['clock', ...CONVENING] },
  { event: 'publishSummary', from: ['summaryDraft'], to: 'summaryPublished', who: CONVENING },
  { event: 'archive', from: ['summaryPublished'], to: 'archived', who: ['clock', ...CONVENING] },
  {
    event: 'reschedule',
    from: ['planned', 'drafted', 'inReview', 'notified', 'open', 'full', 'closed', 'checkingIn'],
    to: {
      planned: 'planned',
      drafted: 'drafted',
      inReview: 'inReview',
      notified: 'notified',
      // Everybody is asked again, so there is room until they answer.
      open: 'open',
      full: 'open',
      closed: 'open',
      checkingIn: 'open',
    },
    who: CONVENING,
  },
  {
    event: 'cancel',
    from: ['planned', 'drafted', 'inReview', 'notified', 'open', 'full', 'closed', 'checkingIn'],
    to: 'cancelled',
    who: CONVENING,
  },
] as const satisfies readonly TransitionRow[]

export type ActivityEvent = (typeof ACTIVITY_TRANSITIONS)[number]['event']
export const ALL_ACTIVITY_EVENTS: readonly ActivityEvent[] = ACTIVITY_TRANSITIONS.map((row) => row.event)

const rowFor = (event: ActivityEvent): TransitionRow => {
  const row = ACTIVITY_TRANSITIONS.find((candidate) => candidate.event === event)
  if (row === undefined) throw new RangeError(`no transition row for ${event}`)
  return row
}

/** The state an event leads to, null when the step does not exist. */
export const nextState = (state: ActivityState, event: ActivityEvent): ActivityState | null => {
  const { from, to } = rowFor(event)
  if (!from.includes(state)) return null
  return typeof to === 'string' ? to : (to[state] ?? null)
}

export const eventsFrom = (state: ActivityState): ActivityEvent[] =>
  ALL_ACTIVITY_EVENTS.filter((event) => nextState(state, event) !== null)

export const mayTrigger = (event: ActivityEvent, actor: Actor): boolean => rowFor(event).who.includes(actor)

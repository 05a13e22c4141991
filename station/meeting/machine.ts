import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { type Decision, isSettled } from './decision.js'
import { type Meeting, MIN_ORGANISATIONS } from './meeting.js'

/** The life of a joint meeting. It is concluded only when everything it decided has come to an end. */
export const MEETING_STATES = {
  preparing: { label: '筹备', final: false },
  invited: { label: '已邀请', final: false },
  held: { label: '已召开', final: false },
  minutesDraft: { label: '纪要草稿', final: false },
  minutesConfirmed: { label: '纪要已确认', final: false },
  concluded: { label: '办结', final: true },
  cancelled: { label: '取消', final: true },
} as const satisfies Record<string, { label: string; final: boolean }>

export type MeetingState = keyof typeof MEETING_STATES
export const ALL_MEETING_STATES = Object.keys(MEETING_STATES) as MeetingState[]

const MEETING_TRANSITIONS = {
  invite: { preparing: 'invited' },
  hold: { invited: 'held' },
  draftMinutes: { held: 'minutesDraft', minutesDraft: 'minutesDraft' },
  confirmMinutes: { minutesDraft: 'minutesConfirmed' },
  conclude: { minutesConfirmed: 'concluded' },
  postpone: { preparing: 'preparing', invited: 'invited' },
  cancel: { preparing: 'cancelled', invited: 'cancelled' },
} as const satisfies Record<string, Partial<Record<MeetingState, MeetingState>>>

export type MeetingEvent = keyof typeof MEETING_TRANSITIONS
export const ALL_MEETING_EVENTS = Object.keys(MEETING_TRANSITIONS) as MeetingEvent[]

const nextMeetingState = (state: MeetingState, event: MeetingEvent): MeetingState | null => {
  const row: Partial<Record<MeetingState, MeetingState>> = MEETING_TRANSITIONS[event]
  return row[state] ?? null
}

export const meetingEventsFrom = (state: MeetingState): MeetingEvent[] =>
  ALL_MEETING_EVENTS.filter((event) => nextMeetingState(state, event) !== null)

export type MeetingRefusal =
  | { code: 'illegal'; state: MeetingState; event: MeetingEvent; allowed: readonly MeetingEvent[] }
  | { code: 'missing'; fields: readonly ('startsAt' | 'place' | 'agenda')[] }
  | { code: 'tooFewOrganisations'; count: number; needed: number }
  | { code: 'inPast'; startsAt: Moment }
  | { code: 'tooEarly'; startsAt: Moment }
  | { code: 'openDecisions'; open: readonly Decision[] }
  | { code: 'reasonNeeded' }

export interface MeetingInput {
  readonly now: Moment
  readonly decisions?: readonly Decision[]
  readonly newStartsAt?: Moment
  readonly reason?: string
}

const reached = (at: Moment, now: Moment): boolean => Temporal.ZonedDateTime.compare(at, now) <= 0

const mayInvite = ({ startsAt, place, agenda, invited }: Meeting, now: Moment): MeetingRefusal | null => {
  const fields = [
    ...(startsAt === null ? (['startsAt'] as const) : []),
    ...(place === null ? (['place'] as const) : []),
    ...(agenda.length === 0 ? (['agenda'] as const) : []),
  ]
  if (fields.length > 0) return { code: 'missing', fields }
  if (invited.length < MIN_ORGANISATIONS)
    return { code: 'tooFewOrganisations', count: invited.length, needed: MIN_ORGANISATIONS }
  return startsAt !== null && reached(startsAt, now) ? { code: 'inPast', startsAt } : null
}

const guard = (
  state: MeetingState,
  event: MeetingEvent,
  meeting: Meeting,
  { now, decisions = [], newStartsAt, reason = '' }: MeetingInput,
): MeetingRefusal | null => {
  switch (event) {
    case 'invite':
      return mayInvite(meeting, now)
    case 'hold':
      return meeting.startsAt !== null && !reached(meeting.startsAt, now)
        ? { code: 'tooEarly', startsAt: meeting.startsAt }
        : null
    case 'conclude': {
      const open = decisions.filter((decision) => !isSettled(decision))
      return open.length > 0 ? { code: 'openDecisions', open } : null
    }
    case 'postpone':
      if (newStartsAt === undefined) return { code: 'missing', fields: ['startsAt'] }
      return reached(newStartsAt, now) ? { code: 'inPast', startsAt: newStartsAt } : null
    case 'cancel':
      return state === 'invited' && reason.trim() === '' ? { code: 'reasonNeeded' } : null
    default:
      return null
  }
}

export const stepMeeting = (
  state: MeetingState,
  event: MeetingEvent,
  meeting: Meeting,
  input: MeetingInput,
): Result<MeetingState, MeetingRefusal> => {
  const next = nextMeetingState(state, event)
  if (next === null) return err({ code: 'illegal', state, event, allowed: meetingEventsFrom(state) })
  const refused = guard(state, event, meeting, input)
  return refused === null ? ok(next) : err(refused)
}

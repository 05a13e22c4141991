import { err, ok, type Result } from '../result.js'

/** Where somebody stands with a station. Only an own word, or one the office has on paper, makes a member. */
export type MembershipState = 'invited' | 'agreed' | 'declined' | 'asked' | 'left'

export type MembershipEvent = 'invite' | 'agree' | 'decline' | 'ask' | 'leave'

/** Silence is no event: an invitation that nobody answers stays an invitation for ever. */
const STEPS: Readonly<Record<MembershipState | 'none', Partial<Record<MembershipEvent, MembershipState>>>> = {
  none: { invite: 'invited' },
  invited: { invite: 'invited', agree: 'agreed', decline: 'declined', ask: 'asked' },
  asked: { invite: 'invited', agree: 'agreed', decline: 'declined', ask: 'asked' },
  declined: { invite: 'invited', agree: 'agreed' },
  agreed: { leave: 'left' },
  left: { invite: 'invited' },
}

export const stepMembership = (
  state: MembershipState | undefined,
  event: MembershipEvent,
): Result<MembershipState, { code: 'not-now'; state: MembershipState | undefined }> => {
  const next = STEPS[state ?? 'none'][event]
  return next ? ok(next) : err({ code: 'not-now', state })
}

export interface InvitationProgress {
  readonly invited: number
  readonly agreed: number
  readonly declined: number
  readonly asked: number
  readonly left: number
  /** Persons who have not answered at all. */
  readonly silent: number
}

/** Of those who belong to the station or were ever asked to; staff are not asked. */
export function invitationProgress(states: readonly MembershipState[]): InvitationProgress {
  const of = (wanted: MembershipState) => states.filter((state) => state === wanted).length
  return {
    invited: states.length,
    agreed: of('agreed'),
    declined: of('declined'),
    asked: of('asked'),
    left: of('left'),
    silent: of('invited'),
  }
}

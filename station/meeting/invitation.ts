import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { Invited, Meeting } from './meeting.js'

export type InvitationRefusal =
  | { code: 'alreadyInvited'; organisation: string }
  | { code: 'notInvited'; organisation: string; invited: readonly string[] }
  | { code: 'nobodyNamed'; organisation: string }

const asked = (organisation: string): Invited => ({
  organisation,
  answer: 'silent',
  attendees: [],
  reason: null,
  answeredAt: null,
})

export const inviteOrganisation = (meeting: Meeting, organisation: string): Result<Meeting, InvitationRefusal> =>
  meeting.invited.some((row) => row.organisation === organisation)
    ? err({ code: 'alreadyInvited', organisation })
    : ok({ ...meeting, invited: [...meeting.invited, asked(organisation)] })

export type OrganisationAnswer =
  | { answer: 'coming'; attendees: readonly string[]; at: Moment }
  | { answer: 'declined'; reason: string | null; at: Moment }

/** An organisation that comes names who; a later answer replaces the earlier. */
export const answerInvitation = (
  meeting: Meeting,
  organisation: string,
  given: OrganisationAnswer,
): Result<Meeting, InvitationRefusal> => {
  if (!meeting.invited.some((row) => row.organisation === organisation))
    return err({ code: 'notInvited', organisation, invited: meeting.invited.map((row) => row.organisation) })
  if (given.answer === 'coming' && given.attendees.length === 0) return err({ code: 'nobodyNamed', organisation })
  const row: Invited =
    given.answer === 'coming'
      ? { organisation, answer: 'coming', attendees: given.attendees, reason: null, answeredAt: given.at }
      : { organisation, answer: 'declined', attendees: [], reason: given.reason, answeredAt: given.at }
  return ok({
    ...meeting,
    invited: meeting.invited.map((existing) => (existing.organisation === organisation ? row : existing)),
  })
}

/** A new date is a new question to everybody, those who declined the old one included. */
export const postponeMeeting = (meeting: Meeting, startsAt: Moment): Meeting => ({
  ...meeting,
  startsAt,
  invited: meeting.invited.map(({ organisation }) => asked(organisation)),
})

export interface InvitationTally {
  readonly coming: readonly Invited[]
  readonly declined: readonly Invited[]
  readonly silent: readonly Invited[]
  readonly attendees: number
}

export const invitationTally = (meeting: Meeting): InvitationTally => {
  const of = (answer: Invited['answer']): Invited[] => meeting.invited.filter((row) => row.answer === answer)
  const coming = of('coming')
  return {
    coming,
    declined: of('declined'),
    silent: of('silent'),
    attendees: coming.reduce((sum, row) => sum + row.attendees.length, 0),
  }
}

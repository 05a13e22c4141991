import type { BookRow } from '../../../station/ledger/book.js'
import { DECISION_STATES } from '../../../station/meeting/decision.js'
import { MEETING_STATES, type MeetingState } from '../../../station/meeting/machine.js'
import { decisionOf, meetingOf } from '../../meeting/load.js'
import { type BookLoader, instants, listed, minuteText } from './input.js'

/** One line per decision; a meeting that decided nothing has one line all the same. */
export const loadDecisions: BookLoader = async ({ db, station, span }) => {
  const meetings = await db.meeting.findMany({
    where: { stationId: station.id, startsAt: instants(span) },
    include: {
      attendees: { where: { state: 'coming' }, orderBy: { id: 'asc' } },
      decisions: { orderBy: { no: 'asc' } },
    },
    orderBy: { no: 'asc' },
  })
  return meetings.flatMap(({ attendees, decisions, ...meeting }): BookRow[] => {
    const { invited } = meetingOf(meeting)
    const head = {
      ref: `T${meeting.no}`,
      heldAt: minuteText(meeting.startsAt),
      place: meeting.place,
      attended: listed(invited.filter(({ answer }) => answer === 'coming').map(({ organisation }) => organisation)),
      deputies: listed(attendees.map(({ personName }) => personName)),
    }
    if (decisions.length === 0) return [{ ...head, state: MEETING_STATES[meeting.state as MeetingState].label }]
    return decisions.map(decisionOf).map((decision, line) => ({
      ...(line === 0 ? head : { ref: head.ref, heldAt: head.heldAt }),
      no: decision.no,
      task: decision.task,
      owner: decision.owner.kind === 'organisation' ? decision.owner.name : decision.owner.person.name,
      dueOn: decision.dueOn.toString(),
      state: DECISION_STATES[decision.state].label,
      progress: decision.history.at(-1)?.words ?? null,
    }))
  })
}

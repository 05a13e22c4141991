import type { MeetingDecision, Meeting as MeetingRow } from '../../prisma/generated/client.js'
import type { Decision, DecisionState, Owner } from '../../station/meeting/decision.js'
import type { Meeting } from '../../station/meeting/meeting.js'
import { momentOf, Temporal } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'

export const meetingOf = (row: MeetingRow): Meeting => ({
  startsAt: momentOf(row.startsAt),
  place: row.place,
  invited: (row.invited as unknown as { answeredAt: string | null }[]).map((invited) => ({
    ...invited,
    answeredAt: invited.answeredAt === null ? null : Temporal.ZonedDateTime.from(invited.answeredAt),
  })) as unknown as Meeting['invited'],
  agenda: row.agenda as unknown as Meeting['agenda'],
  materials: row.materials as unknown as Meeting['materials'],
})

export const decisionOf = ({ no, task, owner, dueOn, state, history }: MeetingDecision): Decision => ({
  no,
  task,
  owner: owner as unknown as Owner,
  dueOn: Temporal.PlainDate.from(dueOn),
  state: state as DecisionState,
  history: (history as unknown as { at: string; dueBefore: string | null }[]).map((entry) => ({
    ...entry,
    at: Temporal.ZonedDateTime.from(entry.at),
    dueBefore: entry.dueBefore === null ? null : Temporal.PlainDate.from(entry.dueBefore),
  })) as unknown as Decision['history'],
})

/** Moments and dates as text, for a column of JSON. */
export const plain = <T>(value: T): object[] => JSON.parse(JSON.stringify(value)) as object[]

/** One meeting by its number, locked; says so when there is none. */
export async function theMeeting(context: CommandContext, no: number): Promise<MeetingRow | null> {
  const { db, station } = context
  await db.$queryRaw`SELECT id FROM "Meeting" WHERE "stationId" = ${station.id} AND no = ${no} FOR UPDATE`
  const row = await db.meeting.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row) await context.say(copy.unknown(no))
  return row
}

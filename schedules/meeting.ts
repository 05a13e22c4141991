import type { StationFacts } from '../commands/context.js'
import { copy } from '../commands/meeting/copy.js'
import { meetingOf } from '../commands/meeting/load.js'
import { liaisonsOf } from '../commands/opinion/staff.js'
import { accountOf } from '../commands/station-context.js'
import type { Meeting } from '../prisma/generated/client.js'
import { remindersBefore } from '../station/activity/reminders.js'
import { momentOf } from '../station/time/civil.js'
import type { Job, Slot } from './job.js'

/** Organisations are asked after while there is still time to ask. */
const ASK_AFTER = '3d'

/** Whom a reminder concerns: deputies who come, and on the first one organisations that have not answered. */
async function concerned({ db }: Pick<StationFacts, 'db'>, { payload }: Slot) {
  const row = await db.meeting.findUniqueOrThrow({ where: { id: payload!.id as number } })
  const coming = await db.meetingAttendee.findMany({
    where: { meetingId: row.id, state: 'coming' },
    orderBy: { id: 'asc' },
  })
  return { row, coming, silent: payload!.offset === ASK_AFTER ? silentOf(row) : [] }
}

const silentOf = (row: Meeting): string[] =>
  meetingOf(row)
    .invited.filter(({ answer }) => answer === 'silent')
    .map(({ organisation }) => organisation)

/** Three days, one day, two hours before a joint meeting. */
export const meetingReminders: Job = {
  name: 'meeting-reminder',
  graceMinutes: 90,
  async slots(db, station, after, upTo) {
    const invited = await db.meeting.findMany({ where: { stationId: station.id, state: 'invited' } })
    return invited
      .flatMap(({ id, startsAt, createdAt }) =>
        remindersBefore(`T:${id}`, momentOf(startsAt), momentOf(createdAt)).map(({ key, at, offset }) => ({
          key,
          at,
          payload: { id, offset },
        })),
      )
      .filter(
        ({ at }) => at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds,
      )
  },
  async idle(facts, slot) {
    const { coming, silent } = await concerned(facts, slot)
    return coming.length + silent.length === 0
  },
  async run(context, slot) {
    const { db, now } = context
    const { row, coming, silent } = await concerned(context, slot)
    if (coming.length > 0) {
      const accounts = await Promise.all(coming.map(({ personId }) => accountOf(db, personId, now)))
      const mentionIds = accounts.filter((account) => account !== null)
      const names = coming.map(({ personName }) => personName)
      await context.announce(copy.startSoon(row, slot.payload!.offset as string, names), { mentionIds })
    }
    if (silent.length > 0)
      for (const personId of await liaisonsOf(context))
        await context.tell(personId, copy.silentOrganisations(row, silent))
  },
}

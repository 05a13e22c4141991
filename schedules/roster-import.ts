import type { StationContext } from '../commands/context.js'
import { copy as people } from '../commands/people/copy.js'
import { IMPORT_JOB, type ImportRequest } from '../commands/people/import-command.js'
import { copy } from '../commands/people/import-copy.js'
import {
  describePlan,
  type ReadFile,
  type ReadRoster,
  readRosterFile,
  writeRoster,
} from '../commands/people/import-roster.js'
import { inForce } from '../commands/people/standing.js'
import { askPerson, putQuestion } from '../commands/put-question.js'
import { dateOf } from '../station/time/civil.js'
import { preparedJob } from './job.js'

const CONFIRM_MINUTES = 24 * 60
const INVITED_DAYS = 60

/** A roster file: read outside the transaction, then previewed, or after the sender's word taken over as a whole. */
export const rosterImport = preparedJob<ReadFile>({
  name: IMPORT_JOB,
  graceMinutes: 24 * 60,
  slots: () => [],
  async prepare({ station, slot, now, services }) {
    const { path, declared } = slot.payload as unknown as ImportRequest
    return readRosterFile(services.press, await services.files.read(path), station, now, declared)
  },
  async run(context, slot, read) {
    const asked = slot.payload as unknown as ImportRequest
    const told = (text: string) => context.tell(asked.byId, text, { urgent: true })
    if (!read.ok) return told(copy.refused(read.lines))
    if (asked.onPaper === undefined) return preview(context, asked, read)
    const { added, changed, invitedIds } = await writeRoster(context, read.entries, {
      onPaper: asked.onPaper,
      byId: asked.byId,
      byName: asked.byName,
    })
    await askThoseReachable(context, invitedIds, asked.byName)
    await told(copy.done(read.entries, added, changed, invitedIds.length > 0))
  },
  slow: (context, slot) =>
    context.tell((slot.payload as unknown as ImportRequest).byId, copy.reading, { urgent: true }),
})

async function preview(context: StationContext, asked: ImportRequest, read: ReadRoster) {
  const planned = await describePlan(context, read)
  const { path, declared } = asked
  const place = { stationId: context.station.id, personId: asked.byId, roomId: null }
  const question = { kind: 'roster-confirm', payload: { path, declared }, openMinutes: CONFIRM_MINUTES }
  await putQuestion(context.db, context.now, place, question)
  await context.tell(asked.byId, copy.preview(planned), { urgent: true })
}

/** Who has an account already is asked for their own word; the others when they bind one. */
async function askThoseReachable(context: StationContext, personIds: readonly number[], byName: string) {
  const { db, station, now } = context
  const accounts = await db.account.findMany({
    where: { personId: { in: [...personIds] }, ...inForce(dateOf(now)) },
    distinct: ['personId'],
  })
  for (const { personId } of accounts) {
    const row = await db.membership.findUniqueOrThrow({
      where: { stationId_personId: { stationId: station.id, personId } },
    })
    await askPerson(context, personId, {
      kind: 'join-station',
      payload: { membershipId: row.id },
      text: people.invitation(station.name, row.kind, byName),
      openMinutes: INVITED_DAYS * 24 * 60,
    })
  }
}

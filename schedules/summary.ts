import { periodRecords } from '../commands/summary/load.js'
import { versionsOf } from '../commands/summary/versions.js'
import { SUMMARY_JOB, storeSummary } from '../commands/summary/write.js'
import { type CalendarKind, currentPeriod, previousPeriod } from '../station/summary/period.js'
import { preparedJob, weekly } from './job.js'

/**
 * Every Monday at 8:30 the week that ended; on request any period so far. Read and phrased before the transaction, stored
 * in it, posted from the stored text.
 */
export const summary = preparedJob({
  name: SUMMARY_JOB,
  graceMinutes: 12 * 60,
  slots: (_db, station, after, upTo) => weekly(1, '08:30', station, after, upTo),
  async prepare({ db, station, slot, now, services }) {
    const kind = slot.payload?.kind as CalendarKind | undefined
    const period = kind ? currentPeriod(kind, now) : previousPeriod('week', slot.at)
    const records = await periodRecords(db, station, period, now)
    const members = await db.person.findMany({ where: { memberships: { some: { stationId: station.id } } } })
    const roster = members.map(({ name }) => name)
    return { period, versions: versionsOf(records, await services.phrase(records, { id: station.id, roster })) }
  },
  async run(context, slot, { period, versions }) {
    const text = await storeSummary(context, versions, period)
    const asked = slot.payload
    if (asked && asked.roomId === null) await context.tell(asked.personId as number, text, { urgent: true })
    else await context.announce(text, { urgent: asked !== undefined })
  },
})

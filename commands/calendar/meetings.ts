import type { CalendarEvent } from '../../station/document/calendar.js'
import type { AgendaItem } from '../../station/meeting/meeting.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { copy } from './copy.js'
import { type CalendarSource, versionsOf } from './source.js'

/** A joint meeting lasts half a day, as nobody writes down when it ends. */
const USUAL_HOURS = 3

/** 联席会: a person's are those they said they attend. */
export const meetingSource: CalendarSource = {
  name: 'meeting',
  async events(db, whose, since) {
    const rows = await db.meeting.findMany({
      where: {
        startsAt: { gte: dateOf(since) },
        ...(whose.kind === 'station'
          ? { stationId: whose.id }
          : { attendees: { some: { personId: whose.id, state: 'coming' } } }),
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    })
    const stations = await db.station.findMany({ where: { id: { in: rows.map(({ stationId }) => stationId) } } })
    const versions = await versionsOf(
      db,
      'Meeting',
      rows.map(({ id }) => id),
    )
    return rows.map((row): CalendarEvent => {
      const { sequence = 1, changedAt = row.createdAt } = versions.get(row.id) ?? {}
      const start = momentOf(row.startsAt)
      const station = stations.find(({ id }) => id === row.stationId)
      return {
        uid: `meeting-${row.stationId}-T${row.no}`,
        sequence,
        start,
        end: start.add({ hours: USUAL_HOURS }),
        title: copy.meetingTitle(row.no),
        ...(row.place && { place: row.place }),
        description: copy.meetingDescription(
          station?.name ?? '',
          (row.agenda as unknown as AgendaItem[]).map(({ topic }) => topic),
        ),
        cancelled: row.state === 'cancelled',
        changedAt: momentOf(changedAt),
      }
    })
  },
}

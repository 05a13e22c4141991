import type { Tx } from '../../prisma/change.js'
import type { CalendarEvent } from '../../station/document/calendar.js'
import type { Moment } from '../../station/time/civil.js'

/** Whose calendar: what one person takes part in, at whatever station, or all that a station does. */
export type Whose = { kind: 'person'; id: number } | { kind: 'station'; id: number }

/** One kind of thing that stands in calendars: activities, meetings, duty. */
export interface CalendarSource {
  name: string
  /** What begins at or after `since`, what was called off included. */
  events(db: Tx, whose: Whose, since: Moment, now: Moment): Promise<CalendarEvent[]>
}

/** How often each row was changed and when last: a calendar takes the version with the higher number. */
export async function versionsOf(
  db: Tx,
  model: string,
  ids: readonly number[],
): Promise<Map<number, { sequence: number; changedAt: Date }>> {
  const rows = await db.auditEntry.groupBy({
    by: ['rowId'],
    where: { model, rowId: { in: [...ids] } },
    _count: true,
    _max: { at: true },
  })
  return new Map(rows.map(({ rowId, _count, _max }) => [rowId, { sequence: _count, changedAt: _max.at! }]))
}

import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Calendar, CalendarEvent } from '../../station/document/calendar.js'
import { printable } from '../../station/document/printable.js'
import { dateOf } from '../../station/time/civil.js'

/** iCalendar bytes. No time zone is named: the library then writes plain UTC, which every calendar reads right. */
export function writeCalendar({ name, events }: Calendar): Uint8Array {
  const calendar = ical({
    name: printable(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'liaison-bot', product: 'liaison-bot', language: 'ZH' },
  })
  for (const event of events) calendar.createEvent(entryOf(event))
  // RFC 5545: every line ends with CRLF, the last one too.
  return new TextEncoder().encode(`${calendar.toString()}\r\n`)
}

function entryOf(event: CalendarEvent) {
  const { uid, sequence, start, end, title, place, description, cancelled, changedAt, alarmMinutes } = event
  return {
    id: uid,
    sequence,
    start: dateOf(start),
    end: dateOf(end),
    stamp: dateOf(changedAt),
    lastModified: dateOf(changedAt),
    summary: printable(title),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(place && { location: printable(place) }),
    ...(description && { description: printable(description) }),
    ...(alarmMinutes !== undefined && {
      alarms: [{ type: ICalAlarmType.display, triggerBefore: alarmMinutes * 60, description: printable(title) }],
    }),
  }
}

import type { Tx } from '../../prisma/change.js'
import type { Calendar } from '../../station/document/calendar.js'
import type { Moment } from '../../station/time/civil.js'
import { activitySource } from './activities.js'
import { dutySource } from './duty.js'
import { meetingSource } from './meetings.js'
import type { CalendarSource, Whose } from './source.js'

/** Every kind of thing that stands in calendars. */
export const calendarSources: readonly CalendarSource[] = [activitySource, dutySource, meetingSource]

/** What is over stays in a subscribed calendar for so long. */
const KEPT_DAYS = 180

export async function calendarOf(db: Tx, whose: Whose, name: string, now: Moment): Promise<Calendar> {
  const since = now.subtract({ days: KEPT_DAYS })
  const events = []
  for (const source of calendarSources) events.push(...(await source.events(db, whose, since, now)))
  return { name, events }
}

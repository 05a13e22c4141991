import type { Moment } from '../time/civil.js'

/** A calendar file or feed: what other programs show beside a person's own appointments. */
export interface Calendar {
  name: string
  events: readonly CalendarEvent[]
}

export interface CalendarEvent {
  /** Never changes for the same thing, so that a new version replaces the old one: "activity-3-H12". */
  uid: string
  /** Grows with every change. */
  sequence: number
  start: Moment
  end: Moment
  title: string
  place?: string
  description?: string
  cancelled?: boolean
  /** When the row was last changed. */
  changedAt: Moment
  /** Minutes before the start at which the calendar reminds. */
  alarmMinutes?: number
}

import { err, ok, type Result } from '../result.js'
import type { Temporal } from '../time/civil.js'
import { dayKind } from './day-kind.js'
import type { CalendarUnpublished } from './workdays.js'

export type HolidayBreak = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }

const isOff = (date: Temporal.PlainDate): boolean => dayKind(date).kind === 'holiday'

const edge = (date: Temporal.PlainDate, days: 1 | -1): Temporal.PlainDate => {
  let last = date
  for (let next = date.add({ days }); isOff(next); next = next.add({ days })) last = next
  return last
}

/** The unbroken run of listed off days around `date`; `date` alone when it is no listed off day. */
export const holidayBreak = (date: Temporal.PlainDate): Result<HolidayBreak, CalendarUnpublished> => {
  const day = dayKind(date)
  if (day.kind === 'unpublished') return err({ code: 'calendarUnpublished', year: day.year })
  return ok(day.kind === 'holiday' ? { first: edge(date, -1), last: edge(date, 1) } : { first: date, last: date })
}

import { err, ok, type Result } from '../result.js'
import type { Temporal } from '../time/civil.js'
import { dayKind } from './day-kind.js'

/** `year` is the one whose notice is missing. */
export type CalendarUnpublished = { readonly code: 'calendarUnpublished'; readonly year: number }

type Counted<T> = Result<T, CalendarUnpublished>

export const isWorkday = (date: Temporal.PlainDate): Counted<boolean> => {
  const day = dayKind(date)
  if (day.kind === 'unpublished') return err({ code: 'calendarUnpublished', year: day.year })
  return ok(day.kind === 'workday' || day.kind === 'makeUpWorkday')
}

/**
 * The n-th workday counted from the day after `date` (before it, when n is negative): 期间开始的当日不计入.
 * `addWorkdays(date, 0)` is `date` itself, whatever day it is.
 */
export const addWorkdays = (date: Temporal.PlainDate, count: number): Counted<Temporal.PlainDate> => {
  if (!Number.isInteger(count)) throw new RangeError(`workdays are counted in whole days, not ${count}`)
  const step = { days: Math.sign(count) }
  let day = date
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add(step)
    const works = isWorkday(day)
    if (!works.ok) return works
    if (works.value) left -= 1
  }
  return ok(day)
}

/** The first workday after `date`; `date` itself is never the answer. */
export const nextWorkday = (date: Temporal.PlainDate): Counted<Temporal.PlainDate> => addWorkdays(date, 1)

/** The last workday before `date`. */
export const previousWorkday = (date: Temporal.PlainDate): Counted<Temporal.PlainDate> => addWorkdays(date, -1)

/** `date` when it is a workday, else the first one after it: what 顺延 asks for. */
export const workdayOnOrAfter = (date: Temporal.PlainDate): Counted<Temporal.PlainDate> => {
  const works = isWorkday(date)
  if (!works.ok) return works
  return works.value ? ok(date) : nextWorkday(date)
}

/**
 * Workdays on the way from `from` to `to`, without the first and with the last; negative when `to` is the earlier.
 * The inverse of `addWorkdays`.
 */
export const workdaysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): Counted<number> => {
  const forward = from.until(to).sign
  let count = 0
  for (let day = from; !day.equals(to); ) {
    day = day.add({ days: forward })
    const works = isWorkday(day)
    if (!works.ok) return works
    if (works.value) count += forward
  }
  return ok(count)
}

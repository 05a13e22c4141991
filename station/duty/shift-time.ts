import { type Moment, Temporal, ZONE } from '../time/civil.js'
import type { DutyShift } from './shift.js'

export const momentAt = (date: string, time: string): Moment =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE, plainTime: time })

export const startOf = (shift: Pick<DutyShift, 'date' | 'startsAt'>): Moment => momentAt(shift.date, shift.startsAt)
export const endOf = (shift: Pick<DutyShift, 'date' | 'endsAt'>): Moment => momentAt(shift.date, shift.endsAt)

export const isBefore = (a: Moment, b: Moment): boolean => a.epochMilliseconds < b.epochMilliseconds

/** Whole civil days from today to the date: 提前3天 for the 10th means by the 7th. */
export const daysUntil = (date: string, now: Moment): number =>
  now.toPlainDate().until(Temporal.PlainDate.from(date)).days

/**
 * Is the reception over? Compares civil clock readings as text: the ledger asks this of every shift of every year, and
 * building two moments for each would cost more than the drafting. Chinese civil time has no summer time to trip over.
 */
export const overAt = (now: Moment): ((shift: Pick<DutyShift, 'date' | 'endsAt'>) => boolean) => {
  const reading = now.withTimeZone(ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return ({ date, endsAt }) => `${date}T${endsAt}` <= reading
}

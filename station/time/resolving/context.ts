import type { Moment } from '../civil.js'
import { type CivilDay, dateOfDay } from '../civil-day.js'
import type { MonthRef, YearRef } from '../reading/phrase.js'
import type { AmbiguityReason, Lean } from '../scan.js'
import { SECONDS_PER_DAY, wallSecondsOf } from '../wall-clock.js'

/** What a phrase is resolved against. Seconds are of the wall clock, counted from 1970-01-01T00:00 local. */
export type Context = {
  readonly nowSeconds: number
  readonly today: CivilDay
  readonly year: number
  readonly month: number
  readonly lean: Lean
  /** The day from which dates without a year or a week come next: today, or the day a range began on. */
  readonly base: CivilDay
}

export const contextOf = (now: Moment, lean: Lean): Context => {
  const nowSeconds = wallSecondsOf(now)
  const today = Math.floor(nowSeconds / SECONDS_PER_DAY)
  const { year, month } = dateOfDay(today)
  return { nowSeconds, today, year, month, lean, base: today }
}

/** For the end of a range: dates come next after the day it began on. */
export const startingOn = (context: Context, base: CivilDay): Context => ({ ...context, base, lean: 'future' })

/** One or several days a phrase may mean; `reason` is there unless exactly one is meant without doubt. */
export type Days = {
  readonly days: readonly CivilDay[]
  readonly reason?: AmbiguityReason
  /** Of 下周六: the Saturday of this week, if it is still ahead. */
  readonly thisWeek?: CivilDay
}

export const one = (day: CivilDay): Days => ({ days: [day] })
export const unclear = (reason: AmbiguityReason, days: readonly CivilDay[] = []): Days => ({ days, reason })

export const yearOf = (context: Context, year: YearRef): number =>
  'year' in year ? year.year : context.year + year.yearsAhead

/** The candidate that lies nearest in the direction dates lean. Candidates are in order of time. */
export const leaning = (context: Context, candidates: readonly CivilDay[]): CivilDay | undefined =>
  context.lean === 'future'
    ? candidates.find((day) => day >= context.base)
    : candidates.findLast((day) => day <= context.base)

/** Year and month a reference stands for; a month without a year is left to `leaning`. */
export const monthsOf = (context: Context, ref: MonthRef): readonly { year: number; month: number }[] => {
  if ('monthsAhead' in ref) {
    const index = context.year * 12 + context.month - 1 + ref.monthsAhead
    return [{ year: Math.floor(index / 12), month: (index % 12) + 1 }]
  }
  if (ref.year) return [{ year: yearOf(context, ref.year), month: ref.month }]
  const { year } = dateOfDay(context.base)
  return [year - 1, year, year + 1].map((y) => ({ year: y, month: ref.month }))
}

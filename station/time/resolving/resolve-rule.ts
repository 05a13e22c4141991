import { mondayOf, plainDate } from '../civil-day.js'
import type { Phrase } from '../reading/phrase.js'
import type { ClockTime, Recurrence } from '../recurrence.js'
import type { AmbiguityReason } from '../scan.js'
import { SECONDS_PER_DAY } from '../wall-clock.js'
import type { Context } from './context.js'
import { endAfter, resolveClock } from './resolve-clock.js'

export type Rules = { readonly rules: readonly Recurrence[]; readonly reason?: AmbiguityReason }

const clockTime = (seconds: number): ClockTime => {
  const ofDay = seconds % SECONDS_PER_DAY
  return { hour: Math.floor(ofDay / 3600), minute: Math.floor((ofDay % 3600) / 60) }
}

type RecurrencePhrase = Extract<Phrase, { is: 'recurrence' }>

const daysOf = (context: Context, { days }: RecurrencePhrase): RecurrencePhrase['days'] =>
  // Every other week needs a week to count from: the one in which it was said.
  days.every === 'week' && days.intervalWeeks > 1
    ? { ...days, anchor: plainDate(mondayOf(context.today)).toString() }
    : days

const endOf = (start: number, { clock, part, end }: RecurrencePhrase): { end?: ClockTime } => {
  if (!end?.clock) return {}
  const seconds = endAfter(start, end.clock, end.part, clock?.style === 'twelve' || part !== undefined)
  return Number.isFinite(seconds) ? { end: clockTime(seconds) } : {}
}

/** One rule for each reading of its time of day. */
export const resolveRule = (context: Context, phrase: RecurrencePhrase): Rules => {
  const { clock, part, shift } = phrase
  const base = { ...daysOf(context, phrase), ...(part && { part }), ...(shift && { shift }) }
  if (!clock) return { rules: [base] }
  const times = resolveClock(clock, part)
  // The part has done its work once the hour is known.
  const { part: _said, ...timed } = base
  const rules = times.seconds.map((start) => ({ ...timed, start: clockTime(start), ...endOf(start, phrase) }))
  return times.reason ? { rules, reason: times.reason } : { rules }
}

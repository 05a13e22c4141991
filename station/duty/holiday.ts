import type { DayKind } from '../calendar/day-kind.js'
import { err, ok, type Result } from '../result.js'
import { Temporal } from '../time/civil.js'
import type { DayClass } from './shift.js'

/** What the State Council's notices make of a day; station/calendar's `dayKind`, or a test's. */
export type WorkdayCalendar = (date: Temporal.PlainDate) => DayKind

/** The date a reception takes place on, and how it came to be that one. */
export type SettledDay =
  | { readonly code: 'kept'; readonly date: string; readonly dayClass: DayClass }
  | {
      readonly code: 'postponed'
      readonly from: string
      readonly holiday: string
      readonly date: string
      readonly dayClass: DayClass
    }
  | { readonly code: 'answered'; readonly from: string; readonly date: string; readonly dayClass: DayClass }

/** What only a person can decide: shown and asked about, never guessed. */
export type DayQuestion =
  /** A weekend day that is worked: deputies are at their jobs. */
  | { readonly code: 'makeUpWorkday'; readonly date: string; readonly holiday: string }
  /** The notice of that year is not out, so nobody knows whether the day is off. */
  | { readonly code: 'unpublished'; readonly date: string; readonly year: number }
  /** It is a holiday, and the next working day lies in a year whose notice is not out. */
  | { readonly code: 'postponedBeyondNotice'; readonly date: string; readonly holiday: string; readonly year: number }

/** A person's answer to a question: keep the date, or take this one. */
export type DayAnswer = 'keep' | { readonly date: string }

/**
 * 遇节假日顺延: a holiday goes to the next working day; a plain weekend stays, for many stations receive on Sundays on
 * purpose. A make-up workday or a year without its notice is a question until somebody has answered it.
 */
export const settleDay = (
  date: Temporal.PlainDate,
  calendar: WorkdayCalendar,
  answer?: DayAnswer,
): Result<SettledDay, DayQuestion> => {
  const from = date.toString()
  if (answer !== undefined) {
    const chosen = answer === 'keep' ? date : Temporal.PlainDate.from(answer.date)
    return ok({ code: 'answered', from, date: chosen.toString(), dayClass: dayClassOf(chosen, calendar) })
  }
  const day = calendar(date)
  if (day.kind === 'unpublished') return err({ code: 'unpublished', date: from, year: day.year })
  if (day.kind === 'makeUpWorkday') return err({ code: 'makeUpWorkday', date: from, holiday: day.name })
  if (day.kind !== 'holiday') return ok({ code: 'kept', date: from, dayClass: day.kind })
  const next = nextWorkday(date, calendar)
  if (!next.ok) return err({ code: 'postponedBeyondNotice', date: from, holiday: day.name, year: next.error.year })
  return ok({ code: 'postponed', from, holiday: day.name, date: next.value.toString(), dayClass: 'workday' })
}

/** What a day weighs in the ledger. Where the notice is not out the day of the week decides: that is a weight, not a claim. */
export const dayClassOf = (date: Temporal.PlainDate, calendar: WorkdayCalendar): DayClass => {
  const { kind } = calendar(date)
  if (kind === 'unpublished') return date.dayOfWeek >= 6 ? 'weekend' : 'workday'
  return kind === 'makeUpWorkday' ? 'workday' : kind
}

const nextWorkday = (
  date: Temporal.PlainDate,
  calendar: WorkdayCalendar,
): Result<Temporal.PlainDate, { code: 'unpublished'; year: number }> => {
  for (let next = date.add({ days: 1 }); ; next = next.add({ days: 1 })) {
    const day = calendar(next)
    if (day.kind === 'unpublished') return err({ code: 'unpublished', year: day.year })
    if (day.kind === 'workday' || day.kind === 'makeUpWorkday') return ok(next)
  }
}

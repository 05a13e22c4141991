import type { Moment } from '../time/civil.js'
import type { SummaryPeriod } from './records.js'

export type CalendarKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

const LENGTH = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
} as const satisfies Record<CalendarKind, object>

const startOf = (kind: CalendarKind, now: Moment): Moment => {
  const day = now.startOfDay()
  switch (kind) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) })
    case 'year':
      return day.with({ day: 1, month: 1 })
  }
}

/** The calendar period that holds `now`, from its start to its end; weeks begin on Monday. */
export const currentPeriod = (kind: CalendarKind, now: Moment): SummaryPeriod => {
  const from = startOf(kind, now)
  return { kind, from, until: from.add(LENGTH[kind]) }
}

/** The whole period before the one that holds `now`: what a clock summarises on the first morning of the next. */
export const previousPeriod = (kind: CalendarKind, now: Moment): SummaryPeriod => {
  const until = startOf(kind, now)
  return { kind, from: until.subtract(LENGTH[kind]), until }
}

import { holidayBreak } from '../../calendar/holiday-break.js'
import { type CivilDay, civilDayOf, firstOfMonth, lastOfMonth, mondayOf, plainDate, weekdayOf } from '../civil-day.js'
import type { PeriodPhrase } from '../reading/phrase.js'
import type { AmbiguityReason, Precision } from '../scan.js'
import { type Context, monthsOf, yearOf } from './context.js'
import { resolveDay } from './resolve-day.js'

type Period = { readonly from: CivilDay; readonly to: CivilDay; readonly precision: Precision }
type Resolved = Period | { readonly reason: AmbiguityReason }

// 月初 and 月底 are no more exact than this.
const EDGE_DAYS = 5

/** 初, 上旬, 中旬, 下旬 or 底 of months `first` to `last` of a year; the thirds are those of the last one. */
const edgeOf = (year: number, first: number, last: number, edge: number): Period => {
  const begins = firstOfMonth(year, first)
  const ends = lastOfMonth(year, last)
  const third = firstOfMonth(year, last) + (edge - 1) * 10
  if (edge === 0) return { from: begins, to: begins + EDGE_DAYS - 1, precision: 'week' }
  if (edge === 4) return { from: ends - EDGE_DAYS + 1, to: ends, precision: 'week' }
  return { from: third, to: edge === 3 ? ends : third + 9, precision: 'week' }
}

const months = (year: number, first: number, last: number, edge: number | undefined, precision: Precision): Period =>
  edge === undefined
    ? { from: firstOfMonth(year, first), to: lastOfMonth(year, last), precision }
    : edgeOf(year, first, last, edge)

const month = (context: Context, phrase: Extract<PeriodPhrase, { is: 'month' }>): Resolved => {
  const candidates = monthsOf(context, phrase.month).map((at) =>
    months(at.year, at.month, at.month, phrase.edge, 'month'),
  )
  const found =
    candidates.length === 1
      ? candidates[0]
      : context.lean === 'future'
        ? candidates.find((period) => period.to >= context.base)
        : candidates.findLast((period) => period.from <= context.base)
  return found ?? { reason: 'noSuchDate' }
}

const quarter = (context: Context, phrase: Extract<PeriodPhrase, { is: 'quarter' }>): Period => {
  const current = context.year * 4 + Math.floor((context.month - 1) / 3)
  const year = phrase.year ? yearOf(context, phrase.year) : context.year
  const index = typeof phrase.quarter === 'number' ? year * 4 + phrase.quarter - 1 : current + phrase.quarter.ahead
  const first = (index % 4) * 3 + 1
  return months(Math.floor(index / 4), first, first + 2, phrase.edge, 'quarter')
}

const weekend = (context: Context, weeksAhead: number | undefined): Period => {
  const sunday = mondayOf(context.base) + 6 + (weeksAhead ?? 0) * 7
  const past = weeksAhead === undefined && context.lean === 'past' && weekdayOf(context.base) < 6
  const end = past ? sunday - 7 : sunday
  return { from: end - 1, to: end, precision: 'day' }
}

const breakAround = (context: Context, phrase: Extract<PeriodPhrase, { is: 'break' }>): Resolved => {
  const { days, reason } = resolveDay(context, phrase.day)
  const [day] = days
  if (day === undefined || reason) return { reason: reason ?? 'noSuchDate' }
  const off = holidayBreak(plainDate(day))
  if (!off.ok) return { reason: 'calendarUnpublished' }
  return { from: civilDayOf(off.value.first), to: civilDayOf(off.value.last), precision: 'day' }
}

export const resolvePeriod = (context: Context, phrase: PeriodPhrase): Resolved => {
  switch (phrase.is) {
    case 'week': {
      const monday = mondayOf(context.today) + phrase.weeksAhead * 7
      return { from: monday, to: monday + 6, precision: 'week' }
    }
    case 'weekend':
      return weekend(context, phrase.weeksAhead)
    case 'month':
      return month(context, phrase)
    case 'quarter':
      return quarter(context, phrase)
    case 'halfYear': {
      const year = phrase.year ? yearOf(context, phrase.year) : context.year
      const first = phrase.half === 1 ? 1 : 7
      return months(year, first, first + 5, undefined, 'halfYear')
    }
    case 'year': {
      const year = yearOf(context, phrase.year)
      return months(year, 1, 12, phrase.edge, 'year')
    }
    case 'break':
      return breakAround(context, phrase)
  }
}

import { type DayKind, dayKind } from '../calendar/day-kind.js'
import { nextWorkday, previousWorkday } from '../calendar/workdays.js'
import { type Moment, type Temporal, ZONE } from './civil.js'
import { type CivilDay, civilDayOf, plainDate } from './civil-day.js'
import { DAY_PARTS } from './day-part.js'
import { plannedDays } from './planned-days.js'
import type { Recurrence } from './recurrence.js'

/**
 * One day of a rule. `planned` is the day the rule names, `date` the one it is kept on. `unpublished`: whether it has
 * to move cannot be said yet, and `date` is the planned one; to be asked about, never taken for granted.
 * `day` is the kind of `date`, so that a make-up workday or a holiday is shown.
 */
type Occurrence = {
  readonly planned: Temporal.PlainDate
  readonly date: Temporal.PlainDate
  readonly status: 'asPlanned' | 'shifted' | 'unpublished'
  readonly day: DayKind
  /** The beginning, at 0:00 when the rule names no time. */
  readonly at: Moment
  readonly until: Moment | null
}

export type Occurrences = {
  readonly occurrences: readonly Occurrence[]
  /** Years whose holiday notice the answer would need. */
  readonly unpublishedYears: readonly number[]
}

// The longest run of off days so far is nine (2025 and 2026), with weekends worked around it.
const SHIFT_REACH_DAYS = 20

const SATURDAY = 6

/**
 * Whether 遇节假日 holds. A rule that names a day of the month or the year means workdays, so that a plain weekend
 * moves it too; one that names Sunday means Sundays, and only a statutory holiday moves it.
 */
const isOff = (rule: Recurrence, date: Temporal.PlainDate, kind: DayKind['kind']): boolean => {
  if (kind === 'holiday') return true
  const namesWeekend =
    rule.every === 'day' ||
    (rule.every === 'week' && rule.weekdays.some((weekday) => weekday >= SATURDAY)) ||
    (rule.every === 'month' && rule.days.some((day) => 'weekday' in day && day.weekday === date.dayOfWeek)) ||
    ((rule.every === 'quarter' || (rule.every === 'year' && 'day' in rule)) && 'weekday' in rule.day)
  return kind === 'weekend' && !namesWeekend
}

type Kept = Pick<Occurrence, 'date' | 'status' | 'day'> & { readonly missing?: number }

const keep = (rule: Recurrence, planned: Temporal.PlainDate): Kept | undefined => {
  const day = dayKind(planned)
  const asPlanned: Kept = { date: planned, status: 'asPlanned', day }
  const unpublished = (missing: number): Kept => ({ ...asPlanned, status: 'unpublished', missing })
  const needsCalendar = rule.shift !== undefined || rule.every === 'workday'
  if (day.kind === 'unpublished') return needsCalendar ? unpublished(day.year) : asPlanned
  if (!rule.shift || !isOff(rule, planned, day.kind)) return asPlanned
  if (rule.shift === 'skip') return undefined
  const moved = rule.shift === 'nextWorkday' ? nextWorkday(planned) : previousWorkday(planned)
  if (!moved.ok) return unpublished(moved.error.year)
  return { date: moved.value, status: 'shifted', day: dayKind(moved.value) }
}

const times = (rule: Recurrence, date: Temporal.PlainDate): Pick<Occurrence, 'at' | 'until'> => {
  const partHours = rule.part && !rule.start ? DAY_PARTS[rule.part] : undefined
  const start = rule.start ?? { hour: partHours?.startHour ?? 0, minute: 0 }
  const at = date.toPlainDateTime(start).toZonedDateTime(ZONE)
  if (!rule.end) return { at, until: null }
  const until = date.toPlainDateTime(rule.end).toZonedDateTime(ZONE)
  return { at, until: until.epochMilliseconds > at.epochMilliseconds ? until : until.add({ days: 1 }) }
}

/**
 * The days on which a rule is kept, from `from` to `to`, both included, in order; a day on which two fall together
 * (a run of daily ones moved past a holiday) comes once.
 */
export const occurrences = (rule: Recurrence, from: Temporal.PlainDate, to: Temporal.PlainDate): Occurrences => {
  const reach = rule.shift ? SHIFT_REACH_DAYS : 0
  const [first, last] = [civilDayOf(from), civilDayOf(to)]
  const planned = plannedDays(rule, first - reach, last + reach)
  const missing = new Set(planned.unpublished)
  const byDay = new Map<CivilDay, Occurrence>()
  for (const civil of planned.days) {
    const day = plainDate(civil)
    const kept = keep(rule, day)
    if (!kept) continue
    const on = civilDayOf(kept.date)
    if (on < first || on > last) continue
    const { missing: year, ...rest } = kept
    if (year !== undefined) missing.add(year)
    if (!byDay.has(on)) byDay.set(on, { planned: day, ...rest, ...times(rule, rest.date) })
  }
  const inOrder = [...byDay].sort(([a], [b]) => a - b).map(([, occurrence]) => occurrence)
  return { occurrences: inOrder, unpublishedYears: [...missing].sort((a, b) => a - b) }
}

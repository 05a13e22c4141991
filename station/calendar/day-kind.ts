import type { Temporal } from '../time/civil.js'
import { YEAR_FILES } from './year-files.js'

/** `name` is the holiday's as the notice prints it; `year` is that of the notice which is not out yet. */
export type DayKind =
  | { readonly kind: 'workday' | 'weekend' }
  | { readonly kind: 'holiday' | 'makeUpWorkday'; readonly name: string }
  | { readonly kind: 'unpublished'; readonly year: number }

const LISTED = new Map<string, DayKind>(
  YEAR_FILES.flatMap((file) =>
    file.days.map((day) => [day.date, { kind: day.isOffDay ? 'holiday' : 'makeUpWorkday', name: day.name }] as const),
  ),
)

// A file without days is a notice that has not been written yet.
const PUBLISHED = new Set(YEAR_FILES.filter((file) => file.days.length > 0).map((file) => file.year))

// New Year's Day is arranged by the next year's notice, which has reached back as far as 29 December
// (2018-12-29 was a make-up Saturday). A whole week is kept open until that notice is out.
const NEW_YEAR_REACH_FROM_DAY = 25

const SATURDAY = 6

/** What the State Council's notices make of one day. Never a guess: without the notice the answer is `unpublished`. */
export const dayKind = (date: Temporal.PlainDate): DayKind => {
  const listed = LISTED.get(date.toString())
  if (listed) return listed
  if (!PUBLISHED.has(date.year)) return { kind: 'unpublished', year: date.year }
  const reached = date.month === 12 && date.day >= NEW_YEAR_REACH_FROM_DAY
  if (reached && !PUBLISHED.has(date.year + 1)) return { kind: 'unpublished', year: date.year + 1 }
  return { kind: date.dayOfWeek >= SATURDAY ? 'weekend' : 'workday' }
}

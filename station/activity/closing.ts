import { type Moment, Temporal } from '../time/civil.js'
import type { ActivityType } from './activity-type.js'
import type { Person } from './person.js'

/** A station's own rhythm, no statute: a report is expected within fifteen days. */
const REPORT_DUE_DAYS = 15

export interface ClosingFacts {
  readonly endedAt: Moment
  readonly present: readonly Person[]
  readonly headcountPersons: number | null
  readonly photos: number
  readonly takeawaysFrom: readonly number[]
  readonly hoursFrom: readonly number[]
  readonly reportAt: Moment | null
}

/** What an ended activity still lacks. Nothing here blocks its summary; it is asked for, and the report is chased. */
export type Lacking =
  | { code: 'nobodyCheckedIn' }
  | { code: 'headcount'; label: string }
  | { code: 'photos' }
  | { code: 'takeaways'; from: readonly Person[] }
  | { code: 'hours'; from: readonly Person[] }
  | { code: 'report'; dueAt: Moment; overdue: boolean }

/** By when the report must be there, and whether that is over; null: none is expected, or it is there. */
export const reportOwed = (
  type: ActivityType,
  { endedAt, reportAt }: Pick<ClosingFacts, 'endedAt' | 'reportAt'>,
  now: Moment,
): { dueAt: Moment; overdue: boolean } | null => {
  if (type.afterwards !== 'report' || reportAt !== null) return null
  const dueAt = endedAt.add({ days: REPORT_DUE_DAYS })
  return { dueAt, overdue: Temporal.ZonedDateTime.compare(now, dueAt) > 0 }
}

export const lackingToClose = (type: ActivityType, facts: ClosingFacts, now: Moment): Lacking[] => {
  const without = (done: readonly number[]): Person[] => facts.present.filter((person) => !done.includes(person.id))
  const lacking: Lacking[] = []
  if (facts.present.length === 0) lacking.push({ code: 'nobodyCheckedIn' })
  if (type.headcountLabel !== null && facts.headcountPersons === null)
    lacking.push({ code: 'headcount', label: type.headcountLabel })
  if (type.photosWanted && facts.photos === 0) lacking.push({ code: 'photos' })
  const noTakeaway = type.takeaways ? without(facts.takeawaysFrom) : []
  if (noTakeaway.length > 0) lacking.push({ code: 'takeaways', from: noTakeaway })
  const noHours = type.recordsHours ? without(facts.hoursFrom) : []
  if (noHours.length > 0) lacking.push({ code: 'hours', from: noHours })
  const report = reportOwed(type, facts, now)
  if (report) lacking.push({ code: 'report', ...report })
  return lacking
}

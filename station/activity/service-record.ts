import { err, ok, type Result } from '../result.js'

const MAX_HOURS = 24
const MAX_HEADCOUNT_PERSONS = 1_000_000

/** Hours one person served at one activity. A later entry replaces an earlier one: corrections are entries, not edits. */
export interface HoursEntry {
  readonly personId: number
  readonly activityId: number
  readonly hours: number
  readonly seq: number
}

/** 人次: how many the activity reached (听众, 服务, 受益). The latest entry counts. */
export interface HeadcountEntry {
  readonly activityId: number
  readonly persons: number
  readonly seq: number
}

/** Quarters of an hour, more than none and at most a day. */
export const checkHours = (hours: number): Result<number, { code: 'hoursInvalid'; hours: number }> =>
  Number.isInteger(hours * 4) && hours > 0 && hours <= MAX_HOURS ? ok(hours) : err({ code: 'hoursInvalid', hours })

export const checkHeadcount = (persons: number): Result<number, { code: 'headcountInvalid'; persons: number }> =>
  Number.isInteger(persons) && persons >= 0 && persons <= MAX_HEADCOUNT_PERSONS
    ? ok(persons)
    : err({ code: 'headcountInvalid', persons })

const latest = <T extends { seq: number }>(entries: readonly T[], keyOf: (entry: T) => string): T[] => {
  const kept = new Map<string, T>()
  for (const entry of entries) {
    const earlier = kept.get(keyOf(entry))
    if (earlier === undefined || entry.seq > earlier.seq) kept.set(keyOf(entry), entry)
  }
  return [...kept.values()]
}

export const totalHours = (entries: readonly HoursEntry[], personId: number): number =>
  latest(
    entries.filter((entry) => entry.personId === personId),
    (entry) => `${entry.activityId}`,
  ).reduce((sum, entry) => sum + entry.hours, 0)

export const totalHeadcountPersons = (entries: readonly HeadcountEntry[]): number =>
  latest(entries, (entry) => `${entry.activityId}`).reduce((sum, entry) => sum + entry.persons, 0)

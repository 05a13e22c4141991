import { type Moment, Temporal, ZONE } from '../time/civil.js'
import type { RuleDate, RuleDates } from './rule-dates.js'

/** What each instance of a series is made from. `startTime` is wall-clock time, "14:30". */
export interface SeriesTemplate {
  readonly title: string
  readonly place: string | null
  readonly startTime: string
  readonly durationMin: number
  readonly capacityPersons: number | null
}

/** From `effectiveFrom` on (by the rule's own day) this rule and template hold. Earlier versions stay as they were. */
export interface SeriesVersion<Rule> {
  readonly effectiveFrom: Temporal.PlainDate
  readonly rule: Rule
  readonly template: SeriesTemplate
}

/** One instance that differs from its series, known by the day the rule gave it. */
export interface SeriesException {
  readonly ruleDate: Temporal.PlainDate
  readonly change: 'cancelled' | (Partial<SeriesTemplate> & { readonly date?: Temporal.PlainDate })
}

export interface Series<Rule> {
  readonly id: number
  /** At least one, the earliest first. */
  readonly versions: readonly SeriesVersion<Rule>[]
  readonly exceptions: readonly SeriesException[]
  /** Last rule day of the series; null: goes on. */
  readonly until: Temporal.PlainDate | null
  /** Number of the first instance: 第4讲 of lectures begun elsewhere starts at 4. */
  readonly firstEpisode: number
}

export interface SeriesInstance extends SeriesTemplate {
  /** Stable whatever happens to the date: made once per series and rule day. */
  readonly key: string
  readonly ruleDate: Temporal.PlainDate
  /** Null when it does not take place. */
  readonly startsAt: Moment | null
  readonly fate: RuleDate['fate'] | 'changed' | 'cancelled'
  readonly holiday: string | null
  /** 第N讲, counted over instances that take place; null for one that does not. */
  readonly episode: number | null
}

const compare = Temporal.PlainDate.compare
const dayBefore = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: 1 })
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (compare(a, b) <= 0 ? a : b)

export const newSeries = <Rule>(
  id: number,
  from: Temporal.PlainDate,
  rule: Rule,
  template: SeriesTemplate,
  more: Partial<Pick<Series<Rule>, 'until' | 'firstEpisode'>> = {},
): Series<Rule> => ({
  id,
  versions: [{ effectiveFrom: from, rule, template }],
  exceptions: [],
  until: null,
  firstEpisode: 1,
  ...more,
})

const exceptionOn = <Rule>(series: Series<Rule>, ruleDate: Temporal.PlainDate): SeriesException | undefined =>
  series.exceptions.find((exception) => exception.ruleDate.equals(ruleDate))

const startOf = (date: Temporal.PlainDate, startTime: string): Moment =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(startTime) })

const instanceOn = <Rule>(
  series: Series<Rule>,
  { template }: SeriesVersion<Rule>,
  { ruleDate, date, fate, holiday }: RuleDate,
): Omit<SeriesInstance, 'episode'> => {
  const exception = exceptionOn(series, ruleDate)
  const known = { ...template, key: `S:${series.id}:${ruleDate.toString()}`, ruleDate, holiday }
  if (exception?.change === 'cancelled') return { ...known, startsAt: null, fate: 'cancelled' }
  if (exception === undefined)
    return { ...known, startsAt: date === null ? null : startOf(date, template.startTime), fate }
  const { date: newDate, ...changed } = exception.change
  const held = { ...known, ...changed }
  const on = newDate ?? date
  return { ...held, startsAt: on === null ? null : startOf(on, held.startTime), fate: 'changed' }
}

/** Every instance whose rule day lies up to `until`, from the very first: episodes are counted, never stored. */
const allUntil = <Rule>(
  series: Series<Rule>,
  until: Temporal.PlainDate,
  datesOf: RuleDates<Rule>,
): Omit<SeriesInstance, 'episode'>[] =>
  series.versions.flatMap((version, index) => {
    const next = series.versions[index + 1]
    const ends = [until, ...(series.until === null ? [] : [series.until])]
    const last = [...ends, ...(next === undefined ? [] : [dayBefore(next.effectiveFrom)])].reduce(earlier)
    if (compare(version.effectiveFrom, last) > 0) return []
    return datesOf(version.rule, version.effectiveFrom, last).map((date) => instanceOn(series, version, date))
  })

/** The instances whose rule day lies from `from` to `until`, both included, in the order of their rule days. */
export const instancesOf = <Rule>(
  series: Series<Rule>,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  datesOf: RuleDates<Rule>,
): SeriesInstance[] => {
  let episode = series.firstEpisode - 1
  return allUntil(series, until, datesOf)
    .map((instance): SeriesInstance => {
      if (instance.startsAt !== null) episode += 1
      return { ...instance, episode: instance.startsAt === null ? null : episode }
    })
    .filter((instance) => compare(instance.ruleDate, from) >= 0)
}

import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import type { RuleDates } from './rule-dates.js'
import { instancesOf, type Series, type SeriesException, type SeriesInstance, type SeriesVersion } from './series.js'

export type SeriesRefusal =
  | { code: 'noInstance'; ruleDate: Temporal.PlainDate }
  | { code: 'past'; instance: SeriesInstance }
  | { code: 'newDatePast'; startsAt: Moment }
  | { code: 'ended'; until: Temporal.PlainDate }

const compare = Temporal.PlainDate.compare
const begun = (startsAt: Moment | null, now: Moment): boolean =>
  startsAt !== null && Temporal.ZonedDateTime.compare(startsAt, now) <= 0

/** An instance is past once it has begun, or, where it was given up, once its rule day is over. */
const isPast = (instance: SeriesInstance, now: Moment): boolean =>
  instance.startsAt === null ? compare(instance.ruleDate, now.toPlainDate()) < 0 : begun(instance.startsAt, now)

const withException = <Rule>(series: Series<Rule>, exception: SeriesException): Series<Rule> => ({
  ...series,
  exceptions: [...series.exceptions.filter(({ ruleDate }) => !ruleDate.equals(exception.ruleDate)), exception].sort(
    (a, b) => compare(a.ruleDate, b.ruleDate),
  ),
})

const instanceOn = <Rule>(
  series: Series<Rule>,
  ruleDate: Temporal.PlainDate,
  datesOf: RuleDates<Rule>,
): SeriesInstance | undefined => instancesOf(series, ruleDate, ruleDate, datesOf)[0]

/** 只改这一次: one instance gets its own date, place or time, or is cancelled; the series goes on as before. */
export const changeOne = <Rule>(
  series: Series<Rule>,
  ruleDate: Temporal.PlainDate,
  change: SeriesException['change'],
  now: Moment,
  datesOf: RuleDates<Rule>,
): Result<{ series: Series<Rule>; instance: SeriesInstance }, SeriesRefusal> => {
  const old = instanceOn(series, ruleDate, datesOf)
  if (old === undefined) return err({ code: 'noInstance', ruleDate })
  if (isPast(old, now)) return err({ code: 'past', instance: old })
  const changed = withException(series, { ruleDate, change })
  const instance = instanceOn(changed, ruleDate, datesOf)
  if (instance === undefined) throw new Error(`the instance of ${ruleDate.toString()} vanished while being changed`)
  if (instance.startsAt !== null && begun(instance.startsAt, now))
    return err({ code: 'newDatePast', startsAt: instance.startsAt })
  return ok({ series: changed, instance })
}

/** How far from its rule day a holiday may carry an instance; generous, the longest break on record has nine days. */
const HOLIDAY_REACH_DAYS = 31

/**
 * The first rule day that is not history: today, or the day after the last instance that has begun
 * (one brought forward from tomorrow is history already).
 */
const firstOpenDay = <Rule>(series: Series<Rule>, now: Moment, datesOf: RuleDates<Rule>): Temporal.PlainDate => {
  const today = now.toPlainDate()
  const reach = [today.add({ days: HOLIDAY_REACH_DAYS }), ...series.exceptions.map(({ ruleDate }) => ruleDate)]
  const horizon = reach.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
  return instancesOf(series, today, horizon, datesOf)
    .filter((instance) => begun(instance.startsAt, now))
    .reduce((first, { ruleDate }) => (compare(ruleDate, first) >= 0 ? ruleDate.add({ days: 1 }) : first), today)
}

const withVersion = <Rule>(series: Series<Rule>, next: SeriesVersion<Rule>): Series<Rule> => ({
  ...series,
  versions: [...series.versions.filter(({ effectiveFrom }) => compare(effectiveFrom, next.effectiveFrom) < 0), next],
})

/**
 * 整个系列改: from now on another rule or another template. Instances already held keep the version they were held under.
 * A single change made before survives where its day still exists in the new rule; the others are handed back to be told.
 */
export const changeAll = <Rule>(
  series: Series<Rule>,
  change: Partial<Pick<SeriesVersion<Rule>, 'rule'>> & { readonly template?: Partial<SeriesVersion<Rule>['template']> },
  now: Moment,
  datesOf: RuleDates<Rule>,
): Result<{ series: Series<Rule>; dropped: readonly SeriesException[] }, SeriesRefusal> => {
  const effectiveFrom = firstOpenDay(series, now, datesOf)
  if (series.until !== null && compare(effectiveFrom, series.until) > 0)
    return err({ code: 'ended', until: series.until })
  const last = series.versions.at(-1)
  if (last === undefined) throw new RangeError('a series has at least one version')
  const next = { rule: change.rule ?? last.rule, template: { ...last.template, ...change.template } }
  // A series that begins next month and is changed today still begins next month.
  const earliest = compare(effectiveFrom, last.effectiveFrom) > 0 ? effectiveFrom : last.effectiveFrom
  // Changed at noon to nine in the morning: today keeps its old hour, for nothing may be held in the past after the fact.
  const from = firstOpenDay(withVersion(series, { ...next, effectiveFrom: earliest }), now, datesOf)
  const start = compare(from, earliest) > 0 ? from : earliest
  const changed = withVersion(series, { ...next, effectiveFrom: start })
  const stillThere = ({ ruleDate }: SeriesException): boolean =>
    compare(ruleDate, start) < 0 || instanceOn(changed, ruleDate, datesOf) !== undefined
  const dropped = series.exceptions.filter((exception) => !stillThere(exception))
  return ok({ series: { ...changed, exceptions: series.exceptions.filter(stillThere) }, dropped })
}

/** 停办: no instance after what has been held, or after a later day. What has ended is not revived: that would be a new series. */
export const endSeries = <Rule>(
  series: Series<Rule>,
  until: Temporal.PlainDate,
  now: Moment,
  datesOf: RuleDates<Rule>,
): Result<Series<Rule>, SeriesRefusal> => {
  const open = firstOpenDay(series, now, datesOf)
  if (series.until !== null && compare(open, series.until) > 0) return err({ code: 'ended', until: series.until })
  const lastHeld = open.subtract({ days: 1 })
  return ok({ ...series, until: compare(until, lastHeld) > 0 ? until : lastHeld })
}

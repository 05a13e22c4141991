import { Temporal } from '../time/civil.js'
import { type ActivityRecord, isHeld } from './activity-record.js'
import { comparePeriods, isWithin, spanOf, windowOf } from './period.js'
import type { PlanItem } from './plan-item.js'

/**
 * How one line stands. `underway`: an activity for it exists; `due`: its time has come and none exists;
 * `overdue`: its time is over; `notDue`: its time has not come.
 */
export type ItemStanding = 'done' | 'underway' | 'due' | 'overdue' | 'notDue' | 'dropped'

export interface ItemProgress {
  readonly item: PlanItem
  readonly standing: ItemStanding
  readonly heldCount: number
  readonly activities: readonly ActivityRecord[]
}

const standingOf = (item: PlanItem, activities: readonly ActivityRecord[], today: Temporal.PlainDate): ItemStanding => {
  if (item.dropped !== null) return 'dropped'
  if (activities.filter(isHeld).length >= item.targetCount) return 'done'
  const { first, last } = spanOf(item.period)
  if (Temporal.PlainDate.compare(today, last) > 0) return 'overdue'
  if (activities.some((activity) => !isHeld(activity))) return 'underway'
  return Temporal.PlainDate.compare(today, first) >= 0 ? 'due' : 'notDue'
}

export const itemProgress = (
  items: readonly PlanItem[],
  records: readonly ActivityRecord[],
  today: Temporal.PlainDate,
): ItemProgress[] =>
  [...items]
    .sort((a, b) => comparePeriods(a.period, b.period) || a.no - b.no)
    .map((item) => {
      const activities = records.filter((record) => record.planNo === item.no && record.state !== 'cancelled')
      return {
        item,
        activities,
        heldCount: activities.filter(isHeld).length,
        standing: standingOf(item, activities, today),
      }
    })

export interface PlanProgress {
  readonly year: number
  /** Lines not dropped. */
  readonly total: number
  readonly count: Readonly<Record<ItemStanding, number>>
  readonly donePercent: number
  /** How much of the year is over, this day included. */
  readonly timePercent: number
  /** `slow`: up to ten points behind the calendar; `behind`: more. */
  readonly pace: 'onPace' | 'slow' | 'behind'
  /** What to arrange next: overdue lines first, then the soonest; none when all are done. */
  readonly next: readonly ItemProgress[]
  /** Every line of the year. */
  readonly rows: readonly ItemProgress[]
}

const SLOW_MARGIN_POINTS = 10

const yearTimePercent = (year: number, today: Temporal.PlainDate): number => {
  if (today.year !== year) return today.year > year ? 100 : 0
  return Math.round((today.dayOfYear / today.daysInYear) * 100)
}

export const planProgress = (
  items: readonly PlanItem[],
  records: readonly ActivityRecord[],
  year: number,
  today: Temporal.PlainDate,
): PlanProgress => {
  const rows = itemProgress(
    items.filter((item) => item.period.year === year),
    records,
    today,
  )
  const of = (standing: ItemStanding): number => rows.filter((row) => row.standing === standing).length
  const count = {
    done: of('done'),
    underway: of('underway'),
    due: of('due'),
    overdue: of('overdue'),
    notDue: of('notDue'),
    dropped: of('dropped'),
  }
  const total = rows.length - count.dropped
  const donePercent = total === 0 ? 0 : Math.round((count.done / total) * 100)
  const timePercent = yearTimePercent(year, today)
  const lag = total === 0 ? 0 : timePercent - donePercent
  const open = rows.filter(({ standing }) => standing === 'overdue' || standing === 'due' || standing === 'notDue')
  return {
    year,
    total,
    count,
    donePercent,
    timePercent,
    pace: lag <= 0 ? 'onPace' : lag <= SLOW_MARGIN_POINTS ? 'slow' : 'behind',
    next: open,
    rows,
  }
}

export interface PlanReminder {
  /** Unique per line and period: a line moved to another month is reminded of there again. */
  readonly key: string
  readonly item: PlanItem
}

/** Lines whose time has come and for which nobody has made an activity: 3月1日起提醒建活动. */
export const planRemindersDue = (
  items: readonly PlanItem[],
  records: readonly ActivityRecord[],
  today: Temporal.PlainDate,
  doneKeys: ReadonlySet<string>,
): PlanReminder[] =>
  itemProgress(items, records, today)
    .filter(({ standing }) => standing === 'due')
    .map(({ item }) => ({ key: `plan:${item.no}:${spanOf(item.period).first.toString()}`, item }))
    .filter(({ key }) => !doneKeys.has(key))

/** The line a new activity probably carries out: same period, one title within the other, not done yet. Proposed, never assumed. */
export const likelyPlanItem = (
  items: readonly PlanItem[],
  records: readonly ActivityRecord[],
  title: string,
  on: Temporal.PlainDate,
): PlanItem | null =>
  itemProgress(items, records, on).find(
    ({ item, standing }) =>
      standing !== 'done' &&
      standing !== 'dropped' &&
      isWithin(on, windowOf(item.period)) &&
      (title.includes(item.title) || item.title.includes(title)),
  )?.item ?? null

import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { type PlanPeriod, samePeriod, spanOf } from './period.js'

/** One line of the year's plan (年度计划). The law has the plan made known to deputies and the public (代表法43). */
export interface PlanItem {
  readonly no: number
  readonly title: string
  readonly period: PlanPeriod
  /** How many activities carry it out. */
  readonly targetCount: number
  readonly dropped: { readonly reason: string; readonly at: Moment } | null
  /** Where it stood before, the earliest first: a plan may change, not its history. */
  readonly movedFrom: readonly { readonly period: PlanPeriod; readonly reason: string; readonly at: Moment }[]
}

export type PlanRefusal =
  | { code: 'emptyTitle' }
  | { code: 'targetInvalid'; targetCount: number }
  | { code: 'sameItem'; no: number }
  | { code: 'noItem'; no: number }
  | { code: 'periodOver'; period: PlanPeriod }
  | { code: 'reasonNeeded' }
  | { code: 'alreadyDropped'; no: number }

const MAX_TARGET_COUNT = 60

type NewItem = Pick<PlanItem, 'title' | 'period'> & { readonly targetCount?: number }

/** Adds a line. The same title in the same period is the same line; a period already over is no plan. */
export const addPlanItem = (
  items: readonly PlanItem[],
  { title, period, targetCount = 1 }: NewItem,
  now: Moment,
): Result<PlanItem, PlanRefusal> => {
  const words = title.trim()
  if (words === '') return err({ code: 'emptyTitle' })
  if (!Number.isInteger(targetCount) || targetCount < 1 || targetCount > MAX_TARGET_COUNT)
    return err({ code: 'targetInvalid', targetCount })
  if (isOver(period, now)) return err({ code: 'periodOver', period })
  const same = items.find((item) => item.dropped === null && item.title === words && samePeriod(item.period, period))
  if (same !== undefined) return err({ code: 'sameItem', no: same.no })
  const no = Math.max(0, ...items.map((item) => item.no)) + 1
  return ok({ no, title: words, period, targetCount, dropped: null, movedFrom: [] })
}

const isOver = (period: PlanPeriod, now: Moment): boolean =>
  Temporal.PlainDate.compare(spanOf(period).last, now.toPlainDate()) < 0

const changeable = (items: readonly PlanItem[], no: number, reason: string): Result<PlanItem, PlanRefusal> => {
  const item = items.find((candidate) => candidate.no === no)
  if (item === undefined) return err({ code: 'noItem', no })
  if (item.dropped !== null) return err({ code: 'alreadyDropped', no })
  return reason.trim() === '' ? err({ code: 'reasonNeeded' }) : ok(item)
}

export const movePlanItem = (
  items: readonly PlanItem[],
  no: number,
  period: PlanPeriod,
  reason: string,
  now: Moment,
): Result<PlanItem, PlanRefusal> => {
  const found = changeable(items, no, reason)
  if (!found.ok) return found
  if (isOver(period, now)) return err({ code: 'periodOver', period })
  const item = found.value
  const before = { period: item.period, reason: reason.trim(), at: now }
  return ok({ ...item, period, movedFrom: [...item.movedFrom, before] })
}

export const dropPlanItem = (
  items: readonly PlanItem[],
  no: number,
  reason: string,
  now: Moment,
): Result<PlanItem, PlanRefusal> => {
  const found = changeable(items, no, reason)
  return found.ok ? ok({ ...found.value, dropped: { reason: reason.trim(), at: now } }) : found
}

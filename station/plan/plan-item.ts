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
  /** Who sees to it, as the plan names them; null: nobody by name. */
  readonly owner: string | null
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
  | { code: 'nothingNew'; no: number }
  | { code: 'alreadyDropped'; no: number }

const MAX_TARGET_COUNT = 60

type NewItem = Pick<PlanItem, 'title' | 'period'> & { readonly targetCount?: number; readonly owner?: string | null }

/** Adds a line. The same title in the same period is the same line; a period already over is no plan. */
export const addPlanItem = (
  items: readonly PlanItem[],
  { title, period, targetCount = 1, owner = null }: NewItem,
  now: Moment,
): Result<PlanItem, PlanRefusal> => {
  if (isOver(period, now)) return err({ code: 'periodOver', period })
  const no = Math.max(0, ...items.map((item) => item.no)) + 1
  const item: PlanItem = { no, title: title.trim(), period, targetCount, owner, dropped: null, movedFrom: [] }
  const fault = faultOf(items, item)
  return fault ? err(fault) : ok(item)
}

/** What a line of the plan may not be, whether it is new or was changed. */
const faultOf = (items: readonly PlanItem[], item: PlanItem): PlanRefusal | null => {
  if (item.title === '') return { code: 'emptyTitle' }
  if (!Number.isInteger(item.targetCount) || item.targetCount < 1 || item.targetCount > MAX_TARGET_COUNT)
    return { code: 'targetInvalid', targetCount: item.targetCount }
  const same = items.find(
    (other) =>
      other.no !== item.no &&
      other.dropped === null &&
      other.title === item.title &&
      samePeriod(other.period, item.period),
  )
  return same === undefined ? null : { code: 'sameItem', no: same.no }
}

const isOver = (period: PlanPeriod, now: Moment): boolean =>
  Temporal.PlainDate.compare(spanOf(period).last, now.toPlainDate()) < 0

const changeable = (items: readonly PlanItem[], no: number, reason: string): Result<PlanItem, PlanRefusal> => {
  const item = items.find((candidate) => candidate.no === no)
  if (item === undefined) return err({ code: 'noItem', no })
  if (item.dropped !== null) return err({ code: 'alreadyDropped', no })
  return reason.trim() === '' ? err({ code: 'reasonNeeded' }) : ok(item)
}

export interface PlanChange {
  readonly period?: PlanPeriod
  readonly title?: string
  readonly targetCount?: number
  readonly owner?: string
  /** Needed for another period: whoever was told of the old one may ask. */
  readonly reason?: string
}

/** Another month, title, number of times or owner for a line that stands. */
export const changePlanItem = (
  items: readonly PlanItem[],
  no: number,
  { period, title, targetCount, owner, reason = '' }: PlanChange,
  now: Moment,
): Result<PlanItem, PlanRefusal> => {
  const moves = period !== undefined
  const found = changeable(items, no, moves ? reason : 'none needed')
  if (!found.ok) return found
  const item = found.value
  if (moves && samePeriod(item.period, period)) return err({ code: 'nothingNew', no })
  if (moves && isOver(period, now)) return err({ code: 'periodOver', period })
  const changed: PlanItem = {
    ...item,
    title: title?.trim() ?? item.title,
    targetCount: targetCount ?? item.targetCount,
    owner: owner ?? item.owner,
    ...(moves && {
      period,
      movedFrom: [...item.movedFrom, { period: item.period, reason: reason.trim(), at: now }],
    }),
  }
  const isNew =
    moves || changed.title !== item.title || changed.targetCount !== item.targetCount || changed.owner !== item.owner
  if (!isNew) return err({ code: 'nothingNew', no })
  const fault = faultOf(items, changed)
  return fault ? err(fault) : ok(changed)
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

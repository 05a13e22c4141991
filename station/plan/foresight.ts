import { noticeDays } from '../activity/notice.js'
import type { ActivityRecord } from './activity-record.js'

/** An activity made at least this many days before it begins was planned, not improvised. */
const AHEAD_DAYS = 7

export interface Foresight {
  readonly total: number
  readonly aheadCount: number
  readonly fromPlanCount: number
  /** Share made ahead, whole per cent; null when there was none. */
  readonly aheadPercent: number | null
}

/** 计划性: 今年15次中，提前7天以上11次，来自年度计划9次 (against 临时性、突击性). */
export const foresight = (held: readonly ActivityRecord[]): Foresight => {
  const aheadCount = held.filter((record) => noticeDays(record.createdAt, record.startsAt) >= AHEAD_DAYS).length
  return {
    total: held.length,
    aheadCount,
    fromPlanCount: held.filter((record) => record.planNo !== null).length,
    aheadPercent: held.length === 0 ? null : Math.round((aheadCount / held.length) * 100),
  }
}

import { Temporal } from '../time/civil.js'
import { type ActivityRecord, heldIn, isComing } from './activity-record.js'
import { quarterOf, spanOf } from './period.js'

/** 一年开展活动不少于4次: local practice, set per station. */
const DEFAULT_YEARLY_COUNT = 4

export interface YearlyPace {
  readonly requiredCount: number
  readonly heldCount: number
  /** Announced and to come by the end of this quarter. */
  readonly comingCount: number
  /** The requirement spread evenly over the quarters: this many by `dueBy`. */
  readonly milestoneCount: number
  /** Last day of this quarter. */
  readonly dueBy: Temporal.PlainDate
  /** Still to be arranged by then; 0 when on pace. */
  readonly missingCount: number
  readonly met: boolean
}

/** 今年已2次，按不少于4次要求，9月底前至少再安排1次. */
export const yearlyPace = (
  records: readonly ActivityRecord[],
  today: Temporal.PlainDate,
  requiredCount: number = DEFAULT_YEARLY_COUNT,
): YearlyPace => {
  const quarter = quarterOf(today)
  const dueBy = spanOf({ year: today.year, quarter }).last
  const milestoneCount = Math.ceil((requiredCount * quarter) / 4)
  const heldCount = heldIn(records, today.year).length
  const comingCount = records.filter(
    (record) =>
      isComing(record) &&
      record.startsAt.year === today.year &&
      Temporal.PlainDate.compare(record.startsAt.toPlainDate(), dueBy) <= 0,
  ).length
  return {
    requiredCount,
    heldCount,
    comingCount,
    milestoneCount,
    dueBy,
    missingCount: Math.max(0, milestoneCount - heldCount - comingCount),
    met: heldCount >= requiredCount,
  }
}

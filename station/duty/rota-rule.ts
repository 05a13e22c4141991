import type { DayClass } from './shift.js'

/** Rests a deputy is owed. Each gives way only when a place would otherwise stay empty. */
export type RestCode = 'consecutiveMonth' | 'minimumGap' | 'sameMonth'

/** How a station shares its receptions. Points are whole numbers, so that equal loads are equal. */
export interface RotaRule {
  readonly points: Readonly<Record<DayClass, number>>
  /** Months to rest after a month with a duty: 1 means no two months running. */
  readonly restMonths: number
  readonly minimumGapDays: number
  /** The order in which rests give way. One that is not named never does. */
  readonly givesWay: readonly RestCode[]
}

/** A weekend reception counts one and a half working days, one on a holiday two. */
export const ROTA_RULE: RotaRule = {
  points: { workday: 2, weekend: 3, holiday: 4 },
  restMonths: 1,
  minimumGapDays: 20,
  givesWay: ['minimumGap', 'consecutiveMonth', 'sameMonth'],
}

/** The yardstick of "one duty": the heaviest a single shift can weigh. */
export const heaviestDuty = ({ points }: RotaRule): number => Math.max(...Object.values(points))

import type { Moment } from '../time/civil.js'
import type { DutyBook, ShiftState } from './book.js'

/** 每月安排代表进站接待: from this day on a month without a reception is spoken of. */
export const GAP_ALARM_DAY = 20

export interface MonthGap {
  /** Stable: one alarm for each kind and month. */
  readonly key: string
  readonly month: string
  /** `thisMonth`: nothing held or planned in the month that is ending. `nextMonth`: nothing planned yet. */
  readonly code: 'thisMonth' | 'nextMonth'
}

/** Months without a reception, by the dates on which receptions really take place. Empty before the alarm day. */
export const monthGaps = (book: DutyBook, now: Moment, alarmDay: number = GAP_ALARM_DAY): MonthGap[] => {
  const today = now.toPlainDate()
  if (today.day < alarmDay) return []
  const months = new Set(
    [...book.shifts.values()].flatMap((state) => (isReception(state) ? [state.shift.date.slice(0, 7)] : [])),
  )
  const wanted = [
    { code: 'thisMonth', month: today.toPlainYearMonth().toString() },
    { code: 'nextMonth', month: today.toPlainYearMonth().add({ months: 1 }).toString() },
  ] as const
  return wanted
    .filter(({ month }) => !months.has(month))
    .map(({ code, month }) => ({ key: `${code}|${month}`, month, code }))
}

/** Where nobody turned up residents were not received. */
const isReception = ({ stage, signIns, absentIds }: ShiftState): boolean =>
  stage !== 'dropped' && stage !== 'nobodyCame' && (signIns.length > 0 || absentIds.length === 0)

import type { Moment } from '../time/civil.js'
import { type DutyBook, inOrder, type SeatStep } from './book.js'
import type { DutyStage } from './machine.js'
import type { SeatRef } from './shift.js'
import { daysUntil, endOf, isBefore } from './shift-time.js'

/** How many days before a reception an empty place goes to the convenor on duty. */
export const ESCALATE_DAYS_BEFORE = 2

export interface Vacancy extends SeatRef {
  /** Stable, so that the convenor is asked once for each place and date. */
  readonly key: string
  readonly date: string
  readonly daysLeft: number
  /** How it came to be empty: the leave, the departure; null if it was never given out. */
  readonly since: SeatStep | null
  /** Time for the convenor on duty to step in. */
  readonly isEscalated: boolean
}

const OVER: readonly DutyStage[] = ['summarised', 'archived', 'dropped']

/** Every empty place of receptions not yet over, soonest first. */
export const vacancies = (book: DutyBook, now: Moment, escalateDaysBefore: number = ESCALATE_DAYS_BEFORE): Vacancy[] =>
  inOrder(book)
    .filter(({ stage, shift }) => !OVER.includes(stage) && isBefore(now, endOf(shift)))
    .flatMap(({ shift, seats }) =>
      seats.flatMap(({ holderId, history }, seat): Vacancy[] => {
        if (holderId !== null) return []
        const daysLeft = daysUntil(shift.date, now)
        return [
          {
            key: `D${shift.no}|${seat}|${shift.date}`,
            shiftNo: shift.no,
            seat,
            date: shift.date,
            daysLeft,
            since: history.at(-1) ?? null,
            isEscalated: daysLeft <= escalateDaysBefore,
          },
        ]
      }),
    )

import type { Moment } from '../time/civil.js'
import type { DutyBook, ShiftState } from './book.js'
import type { DutyEntry } from './ledger.js'
import type { RotaRule } from './rota-rule.js'
import { overAt } from './shift-time.js'

/**
 * The duties that count: every place given out, and of receptions that are over those whose deputy came. Who was marked
 * absent, or was on a desk where nobody turned up, has not done a duty; where a station keeps no sign-in sheet, having been
 * on duty counts.
 */
export const entriesOf = (book: DutyBook, rule: RotaRule, now: Moment): DutyEntry[] => {
  const isOver = overAt(now)
  return [...book.shifts.values()].flatMap((state) => entriesOfShift(state, rule, isOver(state.shift)))
}

const entriesOfShift = (state: ShiftState, { points }: RotaRule, isOver: boolean): DutyEntry[] => {
  const { shift, stage, seats, absentIds, signIns } = state
  if (stage === 'dropped') return []
  const nobody = signIns.length === 0 && (stage === 'nobodyCame' || absentIds.length > 0)
  if (isOver && nobody) return []
  return seats.flatMap(({ holderId }) =>
    holderId === null || (isOver && absentIds.includes(holderId))
      ? []
      : [
          {
            personId: holderId,
            shiftNo: shift.no,
            rosterMonth: shift.rosterMonth,
            date: shift.date,
            points: points[shift.dayClass],
          },
        ],
  )
}

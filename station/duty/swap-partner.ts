import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, inOrder, seatOf } from './book.js'
import type { SwapLeg } from './events.js'
import { isBefore, startOf } from './shift-time.js'

export type PartnerRefusal =
  | { readonly code: 'notOnDuty'; readonly shiftNo: number; readonly personId: number; readonly holderId: null }
  /** The partner has several duties ahead: which one is offered in exchange is theirs to say. */
  | { readonly code: 'whichDuty'; readonly personId: number; readonly shiftNos: readonly number[] }

/**
 * What 换班 D7 周宁 means: an exchange, if 周宁 has one duty ahead in another shift; giving D7 away, if none. With
 * `partnerShiftNo` the duty is named.
 */
export const legsWith = (
  book: DutyBook,
  askerId: number,
  shiftNo: number,
  partnerId: number,
  now: Moment,
  partnerShiftNo?: number,
): Result<readonly [SwapLeg, ...SwapLeg[]], PartnerRefusal> => {
  const state = book.shifts.get(shiftNo)
  const own = state && seatOf(state, askerId)
  if (!own) return err({ code: 'notOnDuty', shiftNo, personId: askerId, holderId: null })
  const give: SwapLeg = { ...own, fromId: askerId, toId: partnerId }
  const ahead = inOrder(book)
    .filter(({ shift, stage }) => stage !== 'dropped' && shift.no !== shiftNo && isBefore(now, startOf(shift)))
    .filter((other) => partnerShiftNo === undefined || other.shift.no === partnerShiftNo)
    .flatMap((other) => seatOf(other, partnerId) ?? [])
  const [back, ...more] = ahead
  if (partnerShiftNo !== undefined && back === undefined)
    return err({ code: 'notOnDuty', shiftNo: partnerShiftNo, personId: partnerId, holderId: null })
  if (more.length > 0) return err({ code: 'whichDuty', personId: partnerId, shiftNos: ahead.map((ref) => ref.shiftNo) })
  return ok(back === undefined ? [give] : [give, { ...back, fromId: partnerId, toId: askerId }])
}

import { type DutyBook, openSwaps } from './book.js'
import type { Affected, DutyDecision, DutyNote } from './decision.js'
import type { DutyFact, SeatCause, SeatChange } from './events.js'
import { isSameSeat } from './shift.js'

/**
 * The one way by which places change hands. Swaps still being asked about one of the places are off, because what was
 * agreed to no longer exists; everybody concerned is named; a notice already given is marked outdated.
 */
export const changeSeats = (book: DutyBook, changes: readonly SeatChange[], cause: SeatCause): DutyDecision => {
  const real = changes.filter(({ fromId, toId }) => fromId !== toId)
  const facts: DutyFact[] = real.length === 0 ? [] : [{ type: 'seatsChanged', changes: real, cause }]
  const affected: Affected[] = real.flatMap(({ shiftNo, fromId, toId }) => [
    ...(fromId === null ? [] : [{ personId: fromId, shiftNo, code: 'relieved' as const }]),
    ...(toId === null ? [] : [{ personId: toId, shiftNo, code: 'onDuty' as const }]),
  ])
  for (const { id, legs, asking } of openSwaps(book)) {
    if (cause.kind === 'swap' && cause.swapId === id) continue
    const hit = legs.find((leg) => real.some((change) => isSameSeat(leg, change)))
    if (hit === undefined) continue
    facts.push({ type: 'swapAnswered', swapId: id, word: 'void', personId: null })
    const parties = new Set([asking.askedById, ...asking.needed])
    affected.push(...[...parties].map((personId) => ({ personId, shiftNo: hit.shiftNo, code: 'swapOff' as const })))
  }
  const touched = new Set(real.map(({ shiftNo }) => shiftNo))
  const notes: DutyNote[] = [...touched]
    .filter((shiftNo) => book.shifts.get(shiftNo)?.notice)
    .map((shiftNo) => ({ code: 'noticeOutdated', shiftNo }))
  return { facts, affected, notes }
}

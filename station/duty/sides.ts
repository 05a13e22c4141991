import { type DutyBook, openSwaps, type ShiftState } from './book.js'
import type { DutySide } from './machine.js'

/** What goes on beside the stage of a reception, read from the facts. */
export const sidesOf = (book: DutyBook, state: ShiftState): DutySide[] => {
  const { shift, seats, moves, notice } = state
  const isAsked = openSwaps(book).some(({ legs }) => legs.some(({ shiftNo }) => shiftNo === shift.no))
  const isWaiting = seats.some(
    ({ holderId, history, seeksCover }) => seeksCover || (holderId === null && history.length > 0),
  )
  const isMoved = moves.length > 0 && notice?.date !== shift.date
  return [
    ...(isAsked ? (['swapPending'] as const) : []),
    ...(isWaiting ? (['awaitingCover'] as const) : []),
    ...(isMoved ? (['postponed'] as const) : []),
  ]
}

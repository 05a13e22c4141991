import { archive } from '../../station/duty/attendance.js'
import { type DutyBook, inOrder, type ShiftState } from '../../station/duty/book.js'
import { endOf, isBefore } from '../../station/duty/shift-time.js'
import type { Moment } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { lockDuty, saveDuty } from './book.js'

/** After its summary a reception can still be corrected for a week; then it is archived. */
const ARCHIVED_AFTER_DAYS = 7

const isDue = ({ shift, stage }: ShiftState, now: Moment): boolean =>
  stage === 'summarised' && !isBefore(now, endOf(shift).add({ days: ARCHIVED_AFTER_DAYS }))

export const toArchive = (book: DutyBook, now: Moment): boolean => inOrder(book).some((state) => isDue(state, now))

export async function archiveReceptions(context: StationContext): Promise<void> {
  const { db, station, now } = context
  let book = await lockDuty(db, station)
  for (const state of inOrder(book)) {
    if (!isDue(state, now)) continue
    const decided = archive(book, state.shift.no, now)
    if (decided.ok) book = await saveDuty(context, book, decided.value, null)
  }
}

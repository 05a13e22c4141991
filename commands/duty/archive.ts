import { archive } from '../../station/duty/attendance.js'
import { inOrder } from '../../station/duty/book.js'
import { endOf, isBefore } from '../../station/duty/shift-time.js'
import type { StationContext } from '../context.js'
import { lockDuty, saveDuty } from './book.js'

/** After its summary a reception can still be corrected for a week; then it is archived. */
const ARCHIVED_AFTER_DAYS = 7

export async function archiveReceptions(context: StationContext): Promise<void> {
  const { db, station, now } = context
  let book = await lockDuty(db, station)
  for (const { shift, stage } of inOrder(book)) {
    if (stage !== 'summarised' || isBefore(now, endOf(shift).add({ days: ARCHIVED_AFTER_DAYS }))) continue
    const decided = archive(book, shift.no, now)
    if (decided.ok) book = await saveDuty(context, book, decided.value, null)
  }
}

import type { Tx } from '../../prisma/change.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { afterQuietHours, type QuietHours } from '../../station/time/quiet-hours.js'

/** The first moment that is in neither the station's quiet hours nor the person's own. */
export async function afterQuietOf(db: Tx, personId: number, now: Moment, station: QuietHours): Promise<Date> {
  const own = await db.personQuiet.findUnique({ where: { personId } })
  const spans = own?.on ? [station, { quietFrom: own.from, quietUntil: own.until }] : [station]
  let moment = now
  // Two spans may lead into one another; where together they leave nothing of the day, the message goes out after one.
  for (let turn = 0; turn < 3; turn++) moment = spans.reduce(afterQuietHours, moment)
  return dateOf(moment)
}

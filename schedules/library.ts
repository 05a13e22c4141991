import { copy } from '../commands/library/copy.js'
import type { Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import type { Moment } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

const dueToday = (db: Tx, station: Station, now: Moment) =>
  db.assetLoan.findMany({
    where: { stationId: station.id, state: 'out', dueOn: now.toPlainDate().toString() },
    orderBy: { id: 'asc' },
  })

/** Every morning: what was lent and falls due today is asked for. */
export const assetReturns: Job = {
  name: 'asset-return',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo),
  idle: async (db, station, now) => (await dueToday(db, station, now)).length === 0,
  async run(context) {
    const { db, station, now } = context
    for (const loan of await dueToday(db, station, now)) await context.tell(loan.borrowerId, copy.returnReminder(loan))
  },
}

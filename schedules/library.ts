import { copy } from '../commands/library/copy.js'
import { daily, type Job } from './job.js'

/** Every morning: what was lent and falls due today is asked for. */
export const assetReturns: Job = {
  name: 'asset-return',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo),
  async run(context) {
    const { db, station, now } = context
    const due = await db.assetLoan.findMany({
      where: { stationId: station.id, state: 'out', dueOn: now.toPlainDate().toString() },
      orderBy: { id: 'asc' },
    })
    for (const loan of due) await context.tell(loan.borrowerId, copy.returnReminder(loan))
  },
}

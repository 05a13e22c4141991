import type { StationFacts } from '../commands/context.js'
import { copy } from '../commands/library/copy.js'
import type { AssetLoan } from '../prisma/generated/client.js'
import { daily, type Job } from './job.js'

async function dueToday({ db, station, now }: StationFacts): Promise<AssetLoan[]> {
  const out = await db.assetLoan.findMany({ where: { stationId: station.id, state: 'out' }, orderBy: { id: 'asc' } })
  return out.filter(({ dueOn }) => dueOn === now.toPlainDate().toString())
}

/** Every morning: what was lent and falls due today is asked for. */
export const assetReturns: Job = {
  name: 'asset-return',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo),
  idle: async (facts) => (await dueToday(facts)).length === 0,
  async run(context) {
    for (const loan of await dueToday(context)) await context.tell(loan.borrowerId, copy.returnReminder(loan))
  },
}

import { welcome } from '../commands/onboarding/explain.js'
import type { Tx } from '../prisma/change.js'
import type { Membership, Station } from '../prisma/generated/client.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

async function newcomers(db: Tx, station: Station, now: Moment): Promise<Membership[]> {
  const room = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  if (!room) return []
  return db.membership.findMany({
    where: {
      stationId: station.id,
      state: 'agreed',
      kind: { not: '工作人员' },
      since: { gt: room.boundAt },
      OR: [{ until: null }, { until: { gt: dateOf(now) } }],
    },
    orderBy: { id: 'asc' },
  })
}

/**
 * Twice a day, who has joined since the station's group was bound and was not told yet gets the three screens. Who was
 * there before the bot is no newcomer: 宣讲 is for them.
 */
export const welcomeNewcomers: Job = {
  name: 'welcome-newcomers',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) => [
    ...daily('10:00', station, after, upTo),
    ...daily('18:00', station, after, upTo),
  ],
  idle: async (db, station, now) => (await newcomers(db, station, now)).length === 0,
  async run(context) {
    const { db, station, now } = context
    for (const { personId } of await newcomers(db, station, now)) await welcome(context, personId)
  },
}

import type { StationFacts } from '../commands/context.js'
import { welcome } from '../commands/onboarding/explain.js'
import type { Membership } from '../prisma/generated/client.js'
import { dateOf } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

async function newcomers({ db, station, now }: StationFacts): Promise<Membership[]> {
  const room = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  if (!room) return []
  const members = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', kind: { not: '工作人员' } },
    orderBy: { id: 'asc' },
  })
  return members.filter(({ since, until }) => since > room.boundAt && (until === null || until > dateOf(now)))
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
  idle: async (facts) => (await newcomers(facts)).length === 0,
  async run(context) {
    for (const { personId } of await newcomers(context)) await welcome(context, personId)
  },
}

import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/duty/copy.js'
import { shiftsBetween } from '../commands/duty/load.js'
import { accountOf } from '../commands/station-context.js'
import { daily, type Job } from './job.js'

const EVE = '18:00'
const MORNING = '07:30'

/** The day before at 18:00 and on the morning at 7:30, to whoever is on duty at that moment. */
export const dutyReminders: readonly Job[] = [
  {
    name: 'duty-eve',
    graceMinutes: 5 * 60,
    slots: (_db, station, after, upTo) => daily(EVE, station, after, upTo),
    run: (context) => remind(context, 1),
  },
  {
    name: 'duty-morning',
    graceMinutes: 90,
    slots: (_db, station, after, upTo) => daily(MORNING, station, after, upTo),
    run: (context) => remind(context, 0),
  },
]

async function remind(context: StationContext, daysAhead: 0 | 1): Promise<void> {
  const { db, station, now } = context
  const day = now.startOfDay().add({ days: daysAhead })
  for (const row of await shiftsBetween(db, station.id, day, day.add({ days: 1 }))) {
    if (row.people.length === 0) {
      await context.announce(copy.nobody(row.shift, daysAhead === 1 ? '明天' : '今天'))
      continue
    }
    const accounts = await Promise.all(row.people.map(({ id }) => accountOf(db, id, now)))
    const mentionIds = accounts.filter((account) => account !== null)
    await context.announce(daysAhead === 1 ? copy.tomorrow(row) : copy.today(row), { mentionIds, urgent: true })
  }
}

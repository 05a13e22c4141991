import { dutyFiles } from '../commands/duty-file/load.js'
import { copy } from '../commands/targets/copy.js'
import { countsOf, targetsOf } from '../commands/targets/load.js'
import { yearSpan } from '../station/ledger/span.js'
import { progressOf } from '../station/targets/target.js'
import { daily, type Job } from './job.js'

const FROM_MONTH = 10
const DAY = 8

/** From October on, once a month and privately: what a deputy still owes to the targets the station has set itself. */
export const targetNudges: Job = {
  name: 'target-nudges',
  graceMinutes: 24 * 60,
  slots: (_db, station, after, upTo) =>
    daily('09:20', station, after, upTo).filter(({ at }) => at.day === DAY && at.month >= FROM_MONTH),
  async run(context, slot) {
    const { db, station, now } = context
    const today = slot.at.toPlainDate()
    const targets = await targetsOf(db, station.id)
    const set = new Set(targets.map(({ kind }) => kind))
    if (set.size === 0) return
    for (const file of await dutyFiles({ db, station, now, span: yearSpan(today.year) })) {
      const rows = progressOf(countsOf(file), targets, today.year, today)
      const open = rows.filter(({ kind, met }) => !met && set.has(kind))
      if (open.length > 0) await context.tell(file.personId, copy.nudge(today.year, open))
    }
  },
}

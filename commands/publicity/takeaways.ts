import { mask } from '../../station/privacy/mask.js'
import { mergeTakeaways } from '../../station/publicity/merge-takeaways.js'
import type { Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { oneOf } from '../arguments.js'
import { command } from '../command.js'
import { mark } from '../keyed.js'
import { copy } from './copy.js'

const READERS: readonly Role[] = ['district', 'leader']

/** 观摩 收获 汇总: what everybody of the district took home this year, said once. */
export const takeawaySummaryCommand = command({
  name: '观摩',
  summary: '汇总各站观摩收获',
  args: { what: oneOf('收获', { 收获: true }), all: mark('汇总', /汇总/u) },
  who: READERS,
  changes: true,
  examples: ['观摩 收获 汇总'],
  async run(context) {
    const { db, station, change, speaker, now } = context
    const year = dateOf(now.with({ month: 1, day: 1 }).startOfDay())
    const rows = await db.activityTakeaway.findMany({
      where: {
        activity: {
          type: '观摩学习',
          station: { districtId: station.districtId },
          startsAt: { gte: year, lte: dateOf(now) },
        },
      },
      include: { activity: { include: { station: true } } },
      orderBy: { id: 'asc' },
    })
    const merged = mergeTakeaways(
      rows.map(({ activity, personName, text }) => ({
        ref: `${activity.station.name}H${activity.no}`,
        personName,
        text: mask(text).text,
      })),
    )
    const stations = new Set(rows.map(({ activity }) => activity.stationId)).size
    if (rows.length > 0) {
      const text = copy.takeawayDraft(now.year, merged)
      const about = String(now.year)
      await change.create('PublicText', {
        stationId: station.id,
        kind: 'takeaways',
        about,
        text,
        createdAt: dateOf(now),
      })
      await context.tell(speaker.personId, text, { urgent: true })
    }
    await context.say(copy.takeaways(stations, rows.length, merged.length))
  },
})

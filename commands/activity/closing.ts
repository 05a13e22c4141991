import type { Tx } from '../../prisma/change.js'
import type { Activity } from '../../prisma/generated/client.js'
import { type ClosingFacts, lackingToClose } from '../../station/activity/closing.js'
import { turnoutOf } from '../../station/activity/turnout.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { reference } from '../arguments.js'
import { command } from '../command.js'
import type { StationFacts } from '../context.js'
import { sheetOf } from './attendance.js'
import { readBook } from './book.js'
import { copy } from './copy.js'
import { endsAtOf, typeOf } from './facts.js'
import { theActivity } from './find.js'

/** What an ended activity came to, and what it still lacks: computed from the books each time it is told. */
export async function closingFacts(db: Tx, activity: Activity) {
  const { book } = await readBook(db, activity.id)
  const turnout = turnoutOf(book, await sheetOf(db, activity))
  const takeaways = await db.activityTakeaway.findMany({ where: { activityId: activity.id }, orderBy: { id: 'asc' } })
  const photos = await db.keptFile.count({ where: { stationId: activity.stationId, about: `H${activity.no}` } })
  return { turnout, takeaways, photos }
}

/** The same, with what it still lacks. */
export async function closingOf({ db, now }: Pick<StationFacts, 'db' | 'now'>, activity: Activity) {
  const { turnout, takeaways, photos } = await closingFacts(db, activity)
  const hours = await db.serviceHours.findMany({ where: { activityId: activity.id } })
  const facts: ClosingFacts = {
    endedAt: endsAtOf(activity),
    present: turnout.present,
    headcountPersons: activity.headcountPersons,
    photos,
    takeawaysFrom: takeaways.map(({ personId }) => personId),
    hoursFrom: hours.map(({ personId }) => personId),
    reportAt: activity.reportAt && momentOf(activity.reportAt),
  }
  return { turnout, lacking: lackingToClose(typeOf(activity), facts, now) }
}

export const reportCommand = command({
  name: '报告',
  aliases: ['已交报告'],
  summary: '记下视察调研报告已提交',
  args: { number: reference('H', '活动编号') },
  who: MEMBERS,
  changes: true,
  examples: ['报告 H17'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '交报告', 'follow')
    if (!open) return
    if (typeOf(open.activity).afterwards !== 'report') return context.say(copy.noReportNeeded(open.activity))
    if (open.activity.startsAt > dateOf(context.now)) return context.say(copy.notYetHeld(open.activity))
    await context.change.update('Activity', open.activity.id, { reportAt: dateOf(context.now) })
    await context.say(copy.reported(open.activity, context.speaker.name))
  },
})

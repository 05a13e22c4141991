import type { Activity } from '../../prisma/generated/client.js'
import { type ClosingFacts, lackingToClose } from '../../station/activity/closing.js'
import { step } from '../../station/activity/machine.js'
import type { ActivityState } from '../../station/activity/states.js'
import { turnoutOf } from '../../station/activity/turnout.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { about } from '../keyed.js'
import { sheetOf } from './attendance.js'
import { readBook } from './book.js'
import { copy } from './copy.js'
import { endsAtOf, factsOf, typeOf } from './facts.js'
import { theActivity } from './find.js'

/** What an ended activity came to, and what it still lacks: computed from the books each time it is told. */
export async function closingOf({ db, now }: StationContext, activity: Activity) {
  const { book } = await readBook(db, activity.id)
  const turnout = turnoutOf(book, await sheetOf(db, activity))
  const takeaways = await db.activityTakeaway.findMany({ where: { activityId: activity.id }, orderBy: { id: 'asc' } })
  const hours = await db.serviceHours.findMany({ where: { activityId: activity.id } })
  const photos = await db.activityPhoto.count({ where: { activityId: activity.id } })
  const facts: ClosingFacts = {
    endedAt: endsAtOf(activity),
    present: turnout.present,
    headcountPersons: activity.headcountPersons,
    photos,
    takeawaysFrom: takeaways.map(({ personId }) => personId),
    hoursFrom: hours.map(({ personId }) => personId),
    reportAt: activity.reportAt && momentOf(activity.reportAt),
  }
  return { turnout, takeaways, photos, lacking: lackingToClose(typeOf(activity), facts, now) }
}

/** The draft is written from the facts each time, unless the convenor has put it into words. */
export async function summaryDraft(context: StationContext, activity: Activity): Promise<string> {
  return activity.summaryText ?? copy.summaryDraft(activity, await closingOf(context, activity))
}

export const summaryCommand = command({
  name: '小结',
  summary: '看或改一次活动的小结草稿',
  args: { number: reference('H', '活动编号'), words: optional(about('H', text('小结', '……'))) },
  who: LEADING,
  changes: true,
  examples: ['小结 H12', '小结 H12 12月5日在来凤街义诊，服务86人次。'],
  async run(context, { number, words }) {
    const open = await theActivity(context, number, '小结')
    if (!open) return
    const { activity } = open
    if (!/^(ended|summaryDraft)$/.test(activity.state)) return context.say(copy.noSummaryNow(activity))
    const kept = words ? await context.change.update('Activity', activity.id, { summaryText: words }) : activity
    const { lacking } = await closingOf(context, kept)
    await context.say(copy.summaryToPublish(kept, await summaryDraft(context, kept), lacking))
  },
})

export const publishCommand = command({
  name: '发布小结',
  aliases: ['发布'],
  summary: '把活动小结发到群里',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['发布小结 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '发布小结')
    if (open) await publish(context, open.activity)
  },
})

async function publish(context: CommandContext, activity: Activity): Promise<void> {
  const stepped = step(activity.state as ActivityState, 'publishSummary', factsOf(activity), context.now)
  if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
  const summaryText = await summaryDraft(context, activity)
  await context.change.update('Activity', activity.id, {
    summaryText,
    state: stepped.value.state,
    summaryPublishedAt: dateOf(context.now),
  })
  await context.say(summaryText)
  if (context.roomId === null) await context.announce(summaryText)
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
    const open = await theActivity(context, number, '报告')
    if (!open) return
    if (typeOf(open.activity).afterwards !== 'report') return context.say(copy.noReportNeeded(open.activity))
    if (open.activity.startsAt > dateOf(context.now)) return context.say(copy.notYetHeld(open.activity))
    await context.change.update('Activity', open.activity.id, { reportAt: dateOf(context.now) })
    await context.say(copy.reported(open.activity, context.speaker.name))
  },
})

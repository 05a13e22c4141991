import { LEADING } from '../../station/roles.js'
import { theActivity } from '../activity/find.js'
import { optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import { about } from '../keyed.js'
import { activityDraft } from './activity-summary.js'
import { copy } from './copy.js'
import { changeText, openReview, release } from './review.js'
import { requestSummary } from './write.js'

/** 小结 H12: the three versions of an ended activity for review; with words behind it these are the draft. */
export const activitySummaryCommand = command({
  name: '小结',
  aliases: ['改小结', '活动小结'],
  summary: '看或改一次活动的小结草稿',
  args: { number: reference('H', '活动编号'), words: optional(about('H', text('小结', '……'))) },
  who: LEADING,
  changes: true,
  examples: ['小结 H12', '小结 H12 12月5日在来凤街义诊，服务86人次。'],
  async run(context, { number, words }) {
    const open = await theActivity(context, number, '小结')
    if (!open) return
    const { activity } = open
    if (activity.summaryPublishedAt) return context.say(copy.alreadyOut(activity))
    if (!/^(ended|summaryDraft)$/.test(activity.state)) return context.say(copy.notYetOver(activity))
    if (!words) return requestSummary(context, { kind: null, subject: `H${number}`, draft: true })
    const { id } = await activityDraft(context, activity)
    await changeText(context, id, words)
    const { db, station, speaker, roomId, now } = context
    await openReview(db, { stationId: station.id, personId: speaker.personId, roomId, summaryId: id }, now)
  },
})

export const publishActivityCommand = command({
  name: '发布小结',
  aliases: ['发布'],
  summary: '把活动小结发到群里',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['发布小结 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '发布小结')
    if (!open) return
    const { id } = await activityDraft(context, open.activity)
    await release(context, id, '群内')
  },
})

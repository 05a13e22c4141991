import { LEADING, MEMBERS } from '../../station/roles.js'
import { optional, reference } from '../arguments.js'
import { command } from '../command.js'
import { keyed } from '../keyed.js'
import { detailsArgument } from './details-argument.js'
import { theActivity } from './find.js'
import { copy } from './history-copy.js'

/** 更正 H12 地点 夫子庙广场: what was written wrongly is put right; the old words stay in the history (经过 H12). */
export const correctActivityCommand = command({
  name: '更正活动',
  aliases: ['更正', '改活动'],
  summary: '更正活动的名称、地点等，留痕',
  args: {
    number: reference('H', '活动编号'),
    title: optional(keyed(['名称', '标题'], '名称', '名称 健康义诊')),
    place: optional(keyed(['地点', '地址'], '地点', '地点 夫子庙广场')),
    details: detailsArgument(),
  },
  who: LEADING,
  changes: true,
  examples: ['更正 H12 地点 夫子庙广场', '更正 H12 名称 健康义诊', '更正 H12 学校 夫子庙小学'],
  async run(context, { number, title, place, details }) {
    const open = await theActivity(context, number, '更正')
    if (!open) return
    const { activity } = open
    const isOfDetails = Object.keys(details).length > 0
    if (title === undefined && place === undefined && !isOfDetails) return context.say(copy.correctWhat(activity))
    const after = await context.change.update('Activity', activity.id, {
      ...(title !== undefined && { title }),
      ...(place !== undefined && { place }),
      ...(isOfDetails && { details: { ...(activity.details as object), ...details } }),
    })
    await context.say(copy.corrected(activity, after))
  },
})

/** With the head a help-sized answer. */
const MOST_STEPS = 5

/** Who did what with an activity and when, from the audit. */
export const activityHistoryCommand = command({
  name: '活动经过',
  aliases: ['经过'],
  summary: '看活动改过什么',
  args: { number: reference('H', '活动编号') },
  who: MEMBERS,
  changes: false,
  examples: ['经过 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '经过')
    if (!open) return
    const entries = await context.db.auditEntry.findMany({
      where: { model: 'Activity', rowId: open.activity.id },
      orderBy: { id: 'desc' },
      take: MOST_STEPS,
    })
    await context.say(copy.history(open.activity, entries.reverse()))
  },
})

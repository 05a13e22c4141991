import { step } from '../../station/activity/machine.js'
import type { ActivityState } from '../../station/activity/states.js'
import type { ActivityEvent } from '../../station/activity/transitions.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, reference, whenAfter } from '../arguments.js'
import { command } from '../command.js'
import { about } from '../keyed.js'
import { copy } from './copy.js'
import { factsOf, orNull } from './facts.js'
import { theActivity } from './find.js'
import { lastMoment } from './moment-of.js'

export const closeCommand = command({
  name: '截止报名',
  aliases: ['停止报名'],
  summary: '提前截止一个活动的报名',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['截止报名 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '截止报名')
    if (!open) return
    const { activity } = open
    const stepped = step(activity.state as ActivityState, 'close', factsOf(activity), context.now)
    if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
    await context.change.update('Activity', activity.id, {
      state: stepped.value.state,
      deadlineAt: dateOf(context.now),
    })
    await context.say(copy.closed(activity))
  },
})

/** Opens what is to open later, or again what was closed; without a new deadline until check-in begins. */
export const reopenCommand = command({
  name: '开放报名',
  aliases: ['重新开放报名'],
  summary: '提前或重新开放报名',
  args: { number: reference('H', '活动编号'), deadline: optional(about('H', whenAfter('截止', '截止时间'))) },
  who: LEADING,
  changes: true,
  examples: ['开放报名 H12', '开放报名 H12 截止12月16日18:00'],
  async run(context, { number, deadline }) {
    const open = await theActivity(context, number, '开放报名')
    if (!open) return
    const { activity } = open
    const { now, change } = context
    const deadlineAt = deadline ? lastMoment(deadline) : null
    if (deadline && !deadlineAt) return context.say(copy.unclearTime(context.message.raw))
    const state = activity.state as ActivityState
    const event: ActivityEvent = state === 'notified' ? 'openSignUp' : 'reopen'
    const stepped = step(state, event, factsOf(activity), now)
    if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
    if (deadlineAt && dateOf(deadlineAt) > activity.startsAt) return context.say(copy.deadlineAfterStart)
    if (deadlineAt && dateOf(deadlineAt) <= dateOf(now)) return context.say(copy.noPast(dateOf(deadlineAt)))
    const opened = await change.update('Activity', activity.id, {
      state: stepped.value.state,
      deadlineAt: orNull(deadlineAt),
      ...(event === 'openSignUp' && { opensAt: dateOf(now) }),
    })
    await context.say(copy.opened(opened))
  },
})

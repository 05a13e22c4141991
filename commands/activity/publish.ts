import type { Activity } from '../../prisma/generated/client.js'
import { step } from '../../station/activity/machine.js'
import { isShortNotice } from '../../station/activity/notice.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { requestDocument } from '../documents/request.js'
import { NOTICE_DOCUMENT } from './card-document.js'
import { copy } from './copy.js'
import { factsOf } from './facts.js'
import { notice } from './notice-copy.js'

/** The notice of an activity goes to the station's groups once: the picture with the essentials, then the list to join. */
export const publishNotice = (context: CommandContext, { id }: Activity): Promise<void> =>
  requestDocument(context, { kind: NOTICE_DOCUMENT, args: { id }, to: 'groups' })

/** Why nobody is to be told of this activity now; null: it may be told of. */
export function notToTell(activity: Activity, { now }: CommandContext): string | null {
  const state = activity.state as ActivityState
  if (state === 'notified') return notice.opensLater(activity)
  if (ACTIVITY_STATES[state].accepting === 'open')
    return activity.startsAt > dateOf(now) ? null : notice.begun(activity)
  const stepped = step(state, 'notify', factsOf(activity), now)
  return stepped.ok ? null : copy.stepRefused(activity, stepped.error)
}

/** 发, 通知: asked for by somebody, and so the convenor's task of telling the group is done. */
export async function sendNotice(context: CommandContext, activity: Activity): Promise<void> {
  const refused = notToTell(activity, context)
  if (refused) return context.say(refused)
  const { db, station, change, speaker, now } = context
  const key = { stationId: station.id, key: `notice:H${activity.no}` }
  const task = await db.convenorTask.findUnique({ where: { stationId_key: key } })
  if (!task?.doneAt) {
    const byConvenor = speaker.roles.has('convenor') || speaker.roles.has('head')
    const done = { doneAt: dateOf(now), doneBy: byConvenor ? 'convenor' : 'staff' }
    if (task) await change.update('ConvenorTask', task.id, done)
    else await change.create('ConvenorTask', { ...key, line: `发 H${activity.no}`, askedAt: dateOf(now), ...done })
    // An instance of a series was made months ago: the group is told of it only now.
    if (activity.seriesId !== null)
      await change.update('Activity', activity.id, {
        notifiedAt: dateOf(now),
        shortNotice: isShortNotice(now, momentOf(activity.startsAt)),
      })
  }
  await publishNotice(context, activity)
  if (context.roomId === null) await context.say(notice.sent(activity))
}

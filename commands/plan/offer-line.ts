import type { Activity } from '../../prisma/generated/client.js'
import { likelyPlanItem } from '../../station/plan/plan-against-actual.js'
import { momentOf } from '../../station/time/civil.js'
import type { AnswerHandler, CommandContext } from '../context.js'
import { copy } from './copy.js'
import { activityRecords, planItems } from './load.js'

/** Asks whether a new activity carries out a line of the plan. Proposed, never assumed. */
export async function offerPlanLine(context: CommandContext, activity: Activity): Promise<void> {
  if (activity.planNo !== null) return
  const { db, station } = context
  const items = await planItems(db, station.id)
  const records = await activityRecords(db, station.id)
  const others = records.filter(({ no }) => no !== activity.no)
  const item = likelyPlanItem(items, others, activity.title, momentOf(activity.startsAt).toPlainDate())
  if (item)
    await context.ask({
      kind: 'plan-line',
      payload: { activityId: activity.id, planNo: item.no },
      text: copy.offerLine(activity.no, item),
    })
}

export const planLineAnswer: AnswerHandler<boolean> = {
  accepts: (folded) => (/^(是|对|是的)[。!！]?$/.test(folded) ? true : undefined),
  async run(context, { activityId, planNo }) {
    const activity = await context.change.update('Activity', activityId as number, { planNo: planNo as number })
    await context.say(copy.lineLinked(activity.no, planNo as number))
  },
}

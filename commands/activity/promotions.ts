import type { Activity } from '../../prisma/generated/client.js'
import type { Promoted } from '../../station/activity/promotion.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'
import { hostContext } from './guest-book.js'

/** Those who moved up are told privately, and the group reads it once. */
export async function tellPromoted(context: StationContext, activity: Activity, promoted: readonly Promoted[]) {
  for (const { row, to } of promoted) {
    if (to === 'offered') await context.tell(row.person.id, copy.offered(activity, row.answerBy))
    if (to === 'pendingApproval') await context.tell(row.person.id, copy.pendingName(activity, row.person.name))
  }
  const up = promoted.filter(({ to }) => to === 'confirmed')
  if (up.length === 0) return
  await (await hostContext(context, activity)).announce(
    copy.promoted(
      activity,
      up.map(({ row }) => row.person.name),
    ),
  )
  for (const { row } of up) await context.tell(row.person.id, copy.promotedPrivately(activity))
}

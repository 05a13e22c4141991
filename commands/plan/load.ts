import type { Tx } from '../../prisma/change.js'
import type { Activity, PlanItem as PlanRow } from '../../prisma/generated/client.js'
import type { ActivityState } from '../../station/activity/states.js'
import type { ActivityRecord } from '../../station/plan/activity-record.js'
import type { PlanPeriod } from '../../station/plan/period.js'
import type { PlanItem } from '../../station/plan/plan-item.js'
import { momentOf, Temporal } from '../../station/time/civil.js'

export const recordOf = (activity: Activity): ActivityRecord => ({
  no: activity.no,
  title: activity.title,
  state: activity.state as ActivityState,
  startsAt: momentOf(activity.startsAt),
  createdAt: momentOf(activity.createdAt),
  planNo: activity.planNo,
  fromSeries: activity.seriesId !== null,
  direction: activity.direction as ActivityRecord['direction'],
  orientation: activity.orientation as ActivityRecord['orientation'],
  missions: activity.missions,
  mode: activity.mode as ActivityRecord['mode'],
  venue: activity.venue as ActivityRecord['venue'],
})

/** Every activity of the station, as the year's figures count them. */
export async function activityRecords(db: Tx, stationId: number): Promise<ActivityRecord[]> {
  return (await db.activity.findMany({ where: { stationId }, orderBy: { no: 'asc' } })).map(recordOf)
}

const itemOf = ({ no, title, period, targetCount, ownerName, dropped, movedFrom }: PlanRow): PlanItem => ({
  no,
  title,
  period: period as PlanPeriod,
  targetCount,
  owner: ownerName,
  dropped: dropped === null ? null : timed(dropped as { reason: string; at: string }),
  movedFrom: (movedFrom as unknown as { period: PlanPeriod; reason: string; at: string }[]).map(timed),
})

const timed = <T extends { at: string }>(row: T) => ({ ...row, at: Temporal.ZonedDateTime.from(row.at) })

export async function planItems(db: Tx, stationId: number): Promise<PlanItem[]> {
  return (await db.planItem.findMany({ where: { stationId }, orderBy: { no: 'asc' } })).map(itemOf)
}

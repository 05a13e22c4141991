import type { Activity } from '../../prisma/generated/client.js'
import type { ActivityType } from '../../station/activity/activity-type.js'
import type { ActivityFacts } from '../../station/activity/machine.js'
import { ACTIVITY_TYPES, OTHER_ACTIVITY } from '../../station/activity/types.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'

/** The row of the table of types an activity was made from; rows written before a type existed are plain activities. */
export const typeOf = ({ type }: Pick<Activity, 'type'>): ActivityType =>
  ACTIVITY_TYPES.find(({ name }) => name === type) ?? OTHER_ACTIVITY

export const endsAtOf = (activity: Pick<Activity, 'type' | 'startsAt' | 'endsAt'>): Moment =>
  activity.endsAt
    ? momentOf(activity.endsAt)
    : momentOf(activity.startsAt).add({ minutes: typeOf(activity).durationMin })

export const factsOf = (activity: Activity): ActivityFacts => ({
  startsAt: momentOf(activity.startsAt),
  endsAt: endsAtOf(activity),
  place: activity.place,
  deadlineAt: activity.deadlineAt && momentOf(activity.deadlineAt),
  opensAt: activity.opensAt && momentOf(activity.opensAt),
  summaryPublishedAt: activity.summaryPublishedAt && momentOf(activity.summaryPublishedAt),
})

export const orNull = (moment: Moment | null | undefined): Date | null => (moment ? dateOf(moment) : null)

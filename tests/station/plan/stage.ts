import type { ActivityRecord } from '../../../station/plan/activity-record.js'
import type { PlanPeriod } from '../../../station/plan/period.js'
import type { PlanItem } from '../../../station/plan/plan-item.js'
import { parseMoment, Temporal } from '../../../station/time/civil.js'

export const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** An activity on a day at nine, made `aheadDays` before, held unless said otherwise. */
export const activity = (
  no: number,
  on: string,
  more: Partial<ActivityRecord> & { aheadDays?: number } = {},
): ActivityRecord => {
  const { aheadDays = 10, ...rest } = more
  const startsAt = parseMoment(`${on} 09:00`)
  return {
    no,
    title: `活动${no}`,
    state: 'archived',
    startsAt,
    createdAt: startsAt.subtract({ days: aheadDays }),
    planNo: null,
    fromSeries: false,
    direction: null,
    orientation: null,
    missions: [],
    mode: 'onsite',
    venue: 'fixed',
    ...rest,
  }
}

export const planned = (no: number, title: string, period: PlanPeriod, targetCount = 1): PlanItem => ({
  no,
  title,
  period,
  targetCount,
  owner: null,
  dropped: null,
  movedFrom: [],
})

/** Twelve lines, one a month: the plan of 2023 of the examples. */
export const PLAN_2023: readonly PlanItem[] = [
  '新春走访',
  '人大会前视察',
  '义诊进社区',
  '中医药进校园',
  '反诈宣讲',
  '法律讲座',
  '执法检查',
  '高温慰问',
  '金融宣讲',
  '立法座谈',
  '研讨会',
  '年度述职',
].map((title, index) => planned(index + 1, title, { year: 2023, month: index + 1 }))

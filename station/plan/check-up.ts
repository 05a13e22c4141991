import type { Temporal } from '../time/civil.js'
import { type ActivityRecord, heldIn } from './activity-record.js'
import { weigh } from './balance.js'
import { missionCoverage } from './coverage.js'
import { foresight } from './foresight.js'
import { planProgress } from './plan-against-actual.js'
import type { PlanItem } from './plan-item.js'
import { silence } from './silence.js'
import { yearlyPace } from './yearly-pace.js'

/** `good`: met or on pace; `watch`: look at it; `bad`: act; `unknown`: nothing to judge by. */
export type Health = 'good' | 'watch' | 'bad' | 'unknown'

export interface CheckUpInput {
  readonly records: readonly ActivityRecord[]
  readonly items: readonly PlanItem[]
  readonly missions: readonly string[]
  readonly establishedOn: Temporal.PlainDate
  readonly requiredCount: number
  readonly today: Temporal.PlainDate
}

/** Share of activities made ahead below which foresight is watched, and below which it is bad; a station's own measure. */
const AHEAD_GOOD_PERCENT = 70
const AHEAD_BAD_PERCENT = 40

/** 体检: the activities' part of the station's check-up, one judged line per question, each with the figures it rests on. */
export const activityCheckUp = ({ records, items, missions, establishedOn, requiredCount, today }: CheckUpInput) => {
  const held = heldIn(records, today.year)
  const pace = yearlyPace(records, today, requiredCount)
  const gap = silence(records, establishedOn, today)
  const ahead = foresight(held)
  const plan = planProgress(items, records, today.year, today)
  const coverage = missionCoverage(held, missions)
  const balances = weigh(held)
  const oneSided = balances.filter((balance) => balance.empty.length > 0)
  return {
    yearlyCount: { health: judgePace(pace.met, pace.missingCount), facts: pace },
    silence: { health: judge(gap.alarmKey === null, gap.nextOn !== null), facts: gap },
    foresight: { health: judgeShare(ahead.aheadPercent), facts: ahead },
    plan: { health: plan.total === 0 ? 'unknown' : PLAN_HEALTH[plan.pace], facts: plan },
    missions: {
      health: missions.length === 0 || held.length === 0 ? 'unknown' : judge(coverage.uncovered.length === 0, true),
      facts: coverage,
    },
    balances: {
      health: held.length === 0 ? 'unknown' : judge(oneSided.length === 0, true),
      facts: balances,
    },
  } as const satisfies Record<string, { health: Health; facts: unknown }>
}

const PLAN_HEALTH = { onPace: 'good', slow: 'watch', behind: 'bad' } as const

const judge = (good: boolean, excusable: boolean): Health => (good ? 'good' : excusable ? 'watch' : 'bad')

const judgePace = (met: boolean, missingCount: number): Health =>
  met || missingCount === 0 ? 'good' : missingCount === 1 ? 'watch' : 'bad'

const judgeShare = (percent: number | null): Health => {
  if (percent === null) return 'unknown'
  return percent >= AHEAD_GOOD_PERCENT ? 'good' : percent >= AHEAD_BAD_PERCENT ? 'watch' : 'bad'
}

import { closingOf } from '../commands/activity/closing.js'
import { copy as activityCopy } from '../commands/activity/copy.js'
import type { StationContext } from '../commands/context.js'
import { copy as meetingCopy } from '../commands/meeting/copy.js'
import { decisionOf } from '../commands/meeting/load.js'
import { once } from '../commands/once.js'
import { memberNamed } from '../commands/people/member-named.js'
import { copy } from '../commands/plan/copy.js'
import { paceFrom, silenceFrom } from '../commands/plan/figures.js'
import { activityRecords, planItems } from '../commands/plan/load.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { ACTIVITY_TYPES } from '../station/activity/types.js'
import { decisionRemindersDue } from '../station/meeting/decision-progress.js'
import type { ActivityRecord } from '../station/plan/activity-record.js'
import { planRemindersDue } from '../station/plan/plan-against-actual.js'
import { dateOf } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

const HOUR = '09:00'
/** A month and a half before a quarter ends there is still time to arrange something. */
const PACE_DAYS_BEFORE = 45
const KNOWN_DAYS = 30
const REPORTING = ACTIVITY_TYPES.filter(({ afterwards }) => afterwards === 'report').map(({ name }) => name)

/** Tells the convenor on duty and the liaison officers; answers with whom it told. */
async function tellLeaders(context: StationContext, text: string): Promise<ReadonlySet<number>> {
  const { db, station, now } = context
  const convenor = await convenorOnDuty(db, station, now)
  const liaison = await db.roleGrant.findMany({
    where: { stationId: station.id, role: 'liaison', OR: [{ until: null }, { until: { gt: dateOf(now) } }] },
  })
  const leaders = new Set([...(convenor === null ? [] : [convenor]), ...liaison.map(({ personId }) => personId)])
  for (const id of leaders) await context.tell(id, text)
  return leaders
}

/** Every morning: what the plan, the pace, the gaps, the pairings, the reports and the decisions of meetings ask for. */
const morning: Job = {
  name: 'activity-morning',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily(HOUR, station, after, upTo),
  async run(context) {
    const records = await activityRecords(context.db, context.station.id)
    await remindOfPlan(context, records)
    if (await knownLongEnough(context)) {
      await warnOfPace(context, records)
      await warnOfSilence(context, records)
    }
    await remindOfDecisions(context)
    await remindOfPairings(context)
    await chaseReports(context)
  },
}

/** What happened before the station's group was bound is not in the books: no alarm about it. */
async function knownLongEnough({ db, station, now }: StationContext): Promise<boolean> {
  const first = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  return first !== null && first.boundAt <= dateOf(now.subtract({ days: KNOWN_DAYS }))
}

async function remindOfPlan(context: StationContext, records: readonly ActivityRecord[]): Promise<void> {
  const { db, station, now } = context
  const items = await planItems(db, station.id)
  if (items.length === 0) return
  for (const { key, item } of planRemindersDue(items, records, now.toPlainDate(), new Set()))
    if (await once(context, 'plan-line', key)) {
      const told = await tellLeaders(context, copy.remind(item))
      // An office may be named too; a member by name hears of it.
      const owner = item.owner === null ? null : await memberNamed(context, item.owner)
      if (owner && !told.has(owner.id)) await context.tell(owner.id, copy.remind(item))
    }
}

async function warnOfPace(context: StationContext, records: readonly ActivityRecord[]): Promise<void> {
  const pace = paceFrom(context, records)
  const today = context.now.toPlainDate()
  const daysLeft = today.until(pace.dueBy, { largestUnit: 'day' }).days
  if (pace.missingCount === 0 || daysLeft > PACE_DAYS_BEFORE) return
  if (await once(context, 'yearly-pace', pace.dueBy.toString())) await tellLeaders(context, copy.pace(pace))
}

async function warnOfSilence(context: StationContext, records: readonly ActivityRecord[]): Promise<void> {
  const gap = await silenceFrom(context, records)
  if (gap.alarmKey !== null && (await once(context, 'silence', gap.alarmKey)))
    await tellLeaders(context, copy.silence(gap))
}

async function remindOfDecisions(context: StationContext): Promise<void> {
  const { db, station, now } = context
  const meetings = await db.meeting.findMany({
    where: { stationId: station.id, state: { in: ['held', 'minutesDraft', 'minutesConfirmed'] } },
    include: { decisions: { orderBy: { no: 'asc' } } },
    orderBy: { no: 'asc' },
  })
  for (const meeting of meetings)
    for (const due of decisionRemindersDue(
      meeting.id,
      meeting.decisions.map(decisionOf),
      now.toPlainDate(),
      new Set(),
    )) {
      if (!(await once(context, 'meeting-decision', due.key))) continue
      const text = meetingCopy.reminder(meeting.no, due.decision, due.offsetDays)
      const { owner } = due.decision
      if (owner.kind === 'person') await context.tell(owner.person.id, text)
      if (owner.kind === 'organisation' || due.convenorToo) await tellLeaders(context, text)
    }
}

async function remindOfPairings(context: StationContext): Promise<void> {
  const { db, station, now, services, change } = context
  const today = now.toPlainDate()
  const due = await db.pairing.findMany({ where: { stationId: station.id, nextOn: { lte: today.toString() } } })
  for (const { id, personId, beneficiary, everyMonths } of due) {
    const name = services.unseal(beneficiary, `Pairing:${station.name}:${personId}`)
    await context.tell(personId, activityCopy.visitDue(name))
    await change.update('Pairing', id, { nextOn: today.add({ months: everyMonths }).toString() })
  }
}

/** A report that must follow is asked for once when it falls due, from whoever made the activity. */
async function chaseReports(context: StationContext): Promise<void> {
  const { db, station, now } = context
  const waiting = await db.activity.findMany({
    where: {
      stationId: station.id,
      reportAt: null,
      state: { in: ['summaryDraft', 'summaryPublished', 'archived'] },
      type: { in: REPORTING },
      startsAt: { gt: dateOf(now.subtract({ years: 1 })) },
    },
  })
  for (const activity of waiting) {
    const report = (await closingOf(context, activity)).lacking.find(({ code }) => code === 'report')
    if (report?.code !== 'report' || !report.overdue) continue
    if (await once(context, 'report-due', String(activity.id)))
      await context.tell(activity.createdById, activityCopy.reportOverdue(activity, report.dueAt))
  }
}

export const planJobs: readonly Job[] = [morning]

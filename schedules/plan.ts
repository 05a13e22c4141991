import { copy as activityCopy } from '../commands/activity/copy.js'
import { endsAtOf, typeOf } from '../commands/activity/facts.js'
import type { StationContext, StationFacts } from '../commands/context.js'
import { copy as meetingCopy } from '../commands/meeting/copy.js'
import { decisionOf } from '../commands/meeting/load.js'
import { type Once, once, unsaid } from '../commands/once.js'
import { memberNamed } from '../commands/people/member-named.js'
import { copy } from '../commands/plan/copy.js'
import { paceFrom, silenceFrom } from '../commands/plan/figures.js'
import { activityRecords, planItems } from '../commands/plan/load.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import type { Pairing } from '../prisma/generated/client.js'
import { reportOwed } from '../station/activity/closing.js'
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

/** Something the morning finds that is said once. */
interface Concern extends Once {
  say(context: StationContext): Promise<unknown>
}

/** What the plan, the pace, the gaps, the decisions of meetings and the reports ask for, said or not. */
async function concerns(facts: StationFacts): Promise<Concern[]> {
  const records = await activityRecords(facts.db, facts.station.id)
  return [
    ...(await ofThePlan(facts, records)),
    ...((await knownLongEnough(facts)) ? [...ofThePace(facts, records), ...(await ofSilence(facts, records))] : []),
    ...(await ofDecisions(facts)),
    ...(await ofReports(facts)),
  ]
}

/** Every morning, all that and the visits agreed with those one is paired with. */
const morning: Job = {
  name: 'activity-morning',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily(HOUR, station, after, upTo),
  idle: async (facts) =>
    (await pairingsDue(facts)).length === 0 && (await unsaid(facts, await concerns(facts))).length === 0,
  async run(context) {
    for (const { name, key, say } of await concerns(context)) if (await once(context, name, key)) await say(context)
    await remindOfPairings(context)
  },
}

/** What happened before the station's group was bound is not in the books: no alarm about it. */
async function knownLongEnough({ db, station, now }: StationFacts): Promise<boolean> {
  const first = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  return first !== null && first.boundAt <= dateOf(now.subtract({ days: KNOWN_DAYS }))
}

async function ofThePlan({ db, station, now }: StationFacts, records: readonly ActivityRecord[]): Promise<Concern[]> {
  const items = await planItems(db, station.id)
  return planRemindersDue(items, records, now.toPlainDate(), new Set()).map(({ key, item }) => ({
    name: 'plan-line',
    key,
    async say(context) {
      const told = await tellLeaders(context, copy.remind(item))
      // An office may be named too; a member by name hears of it.
      const owner = item.owner === null ? null : await memberNamed(context, item.owner)
      if (owner && !told.has(owner.id)) await context.tell(owner.id, copy.remind(item))
    },
  }))
}

function ofThePace(facts: StationFacts, records: readonly ActivityRecord[]): Concern[] {
  const pace = paceFrom(facts, records)
  const today = facts.now.toPlainDate()
  const daysLeft = today.until(pace.dueBy, { largestUnit: 'day' }).days
  if (pace.missingCount === 0 || daysLeft > PACE_DAYS_BEFORE) return []
  const key = pace.dueBy.toString()
  return [{ name: 'yearly-pace', key, say: (context) => tellLeaders(context, copy.pace(pace)) }]
}

async function ofSilence(facts: StationFacts, records: readonly ActivityRecord[]): Promise<Concern[]> {
  const gap = await silenceFrom(facts, records)
  if (gap.alarmKey === null) return []
  return [{ name: 'silence', key: gap.alarmKey, say: (context) => tellLeaders(context, copy.silence(gap)) }]
}

async function ofDecisions({ db, station, now }: StationFacts): Promise<Concern[]> {
  const meetings = await db.meeting.findMany({
    where: { stationId: station.id, state: { in: ['held', 'minutesDraft', 'minutesConfirmed'] } },
    orderBy: { no: 'asc' },
  })
  const decisions = await db.meetingDecision.findMany({
    where: { meetingId: { in: meetings.map(({ id }) => id) } },
    orderBy: { no: 'asc' },
  })
  return meetings.flatMap(({ id, no }) =>
    decisionRemindersDue(
      id,
      decisions.filter(({ meetingId }) => meetingId === id).map(decisionOf),
      now.toPlainDate(),
      new Set(),
    ).map(
      ({ key, decision, offsetDays, convenorToo }): Concern => ({
        name: 'meeting-decision',
        key,
        async say(context) {
          const text = meetingCopy.reminder(no, decision, offsetDays)
          const { owner } = decision
          if (owner.kind === 'person') await context.tell(owner.person.id, text)
          if (owner.kind === 'organisation' || convenorToo) await tellLeaders(context, text)
        },
      }),
    ),
  )
}

/** A report that must follow is asked for when it falls due, from whoever made the activity. */
async function ofReports({ db, station, now }: StationFacts): Promise<Concern[]> {
  const waiting = await db.activity.findMany({
    where: {
      stationId: station.id,
      reportAt: null,
      state: { in: ['summaryDraft', 'summaryPublished', 'archived'] },
      type: { in: REPORTING },
      startsAt: { gte: dateOf(now.with({ day: 1 }).startOfDay().subtract({ years: 1 })) },
    },
  })
  return waiting.flatMap((activity): Concern[] => {
    const report = reportOwed(typeOf(activity), { endedAt: endsAtOf(activity), reportAt: null }, now)
    if (!report?.overdue) return []
    const text = activityCopy.reportOverdue(activity, report.dueAt)
    const key = String(activity.id)
    return [{ name: 'report-due', key, say: (context) => context.tell(activity.createdById, text) }]
  })
}

async function pairingsDue({ db, station, now }: StationFacts): Promise<Pairing[]> {
  const all = await db.pairing.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
  return all.filter(({ nextOn }) => nextOn <= now.toPlainDate().toString())
}

async function remindOfPairings(context: StationContext): Promise<void> {
  const { station, now, services, change } = context
  for (const { id, personId, beneficiary, everyMonths } of await pairingsDue(context)) {
    const name = services.unseal(beneficiary, `Pairing:${station.name}:${personId}`)
    await context.tell(personId, activityCopy.visitDue(name))
    await change.update('Pairing', id, { nextOn: now.toPlainDate().add({ months: everyMonths }).toString() })
  }
}

export const planJobs: readonly Job[] = [morning]

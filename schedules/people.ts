import { liaisonsOf } from '../commands/opinion/staff.js'
import { copy } from '../commands/people/copy.js'
import { reportOverdue } from '../commands/people/leading-group.js'
import { rollCallReport } from '../commands/people/roll-call.js'
import { dateOf, momentOf } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

const NOTICE_DAYS = 30

/** Thirty days before a membership with an end date ends: the member and the liaison officers hear of it once. */
const membershipEnds: Job = {
  name: 'membership-end',
  graceMinutes: NOTICE_DAYS * 24 * 60,
  async slots(db, station, after, upTo) {
    const rows = await db.membership.findMany({
      where: { stationId: station.id, state: 'agreed', until: { not: null } },
      orderBy: { id: 'asc' },
    })
    return rows
      .map(({ id, until }) => {
        const lastDay = momentOf(until!).subtract({ seconds: 1 }).startOfDay()
        const at = lastDay.subtract({ days: NOTICE_DAYS }).withPlainTime({ hour: 9 })
        return { key: `${id}:${lastDay.toPlainDate()}`, at, payload: { membershipId: id } }
      })
      .filter(
        ({ at }) => at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds,
      )
  },
  async run(context, { payload }) {
    const row = await context.db.membership.findUniqueOrThrow({
      where: { id: payload!.membershipId as number },
      include: { person: true },
    })
    if (row.state !== 'agreed' || !row.until) return
    for (const personId of await liaisonsOf(context))
      await context.tell(personId, copy.endsSoon(row.person.name, row.kind, row.until))
    await context.tell(row.personId, copy.yourEnd(context.station.name, row.kind, row.until))
  },
}

/** On the 25th, in time for the month's own meeting: what was not answered in time goes to the leader in charge. */
const leaderReport: Job = {
  name: 'leader-report',
  graceMinutes: 3 * 24 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo).filter(({ at }) => at.day === 25),
  async run(context) {
    await reportOverdue(context)
  },
}

/** When a roll call is over: whoever called it hears who was not heard. */
const rollCallEnds: Job = {
  name: 'roll-call-end',
  graceMinutes: 12 * 60,
  async slots(db, station, after, upTo) {
    const calls = await db.rollCall.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
    const [from, until] = [dateOf(after), dateOf(upTo)]
    const ending = calls.filter(({ endsAt }) => endsAt > from && endsAt <= until)
    return ending.map(({ id, endsAt }) => ({ key: String(id), at: momentOf(endsAt), payload: { rollCallId: id } }))
  },
  async run(context, { payload }) {
    const call = await context.db.rollCall.findUniqueOrThrow({ where: { id: payload!.rollCallId as number } })
    await context.tell(call.calledById, await rollCallReport(context, call))
  },
}

export const peopleJobs: readonly Job[] = [membershipEnds, leaderReport, rollCallEnds]

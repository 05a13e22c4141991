import { readBook } from '../commands/activity/book.js'
import type { StationContext } from '../commands/context.js'
import { namesOf, readDuty } from '../commands/duty/book.js'
import { clockOf } from '../commands/opinion/refer.js'
import { copy } from '../commands/rotation/copy.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { goingPersons } from '../station/activity/sign-up-book.js'
import { inOrder } from '../station/duty/book.js'
import { monthGaps } from '../station/duty/month-gap.js'
import { startOf } from '../station/duty/shift-time.js'
import { dateOf, momentOf } from '../station/time/civil.js'
import { type Job, weekly } from './job.js'

/** A matter whose clock runs out within this many working days is at risk. */
const AT_RISK_WORKDAYS = 5

/** Monday 8:30, privately to whoever leads the station: what is due, what is at risk, what to do about it. */
export const mondayPage: Job = {
  name: 'monday-page',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => weekly(1, '08:30', station, after, upTo),
  async run(context) {
    const { db, station, now, tell } = context
    const convenorId = await convenorOnDuty(db, station, now)
    if (convenorId === null) return
    const [name] = await namesOf(db, [convenorId])
    const due = [...(await activitiesDue(context)), ...(await receptionsDue(context))]
    await tell(convenorId, copy.monday(name!, due, await mattersAtRisk(context), await suggestions(context)))
  },
}

async function activitiesDue({ db, station, now }: StationContext): Promise<string[]> {
  const week = { gte: dateOf(now), lt: dateOf(now.add({ days: 7 })) }
  const activities = await db.activity.findMany({
    where: { stationId: station.id, startsAt: week, state: { not: 'cancelled' } },
    orderBy: { startsAt: 'asc' },
  })
  return Promise.all(
    activities.map(async ({ id, no, title, startsAt }) => {
      const { book } = await readBook(db, id)
      return copy.activityDue(no, title, momentOf(startsAt), goingPersons(book), book.pools[0]?.capacityPersons ?? null)
    }),
  )
}

async function receptionsDue({ db, station, now }: StationContext): Promise<string[]> {
  const ends = now.add({ days: 7 }).epochMilliseconds
  return inOrder(await readDuty(db, station.id))
    .filter(({ stage }) => stage !== 'dropped')
    .map(({ shift, seats }) => ({ shift, at: startOf(shift), empty: seats.filter((seat) => seat.holderId === null) }))
    .filter(({ at }) => at.epochMilliseconds >= now.epochMilliseconds && at.epochMilliseconds < ends)
    .map(({ shift, at, empty }) => copy.receptionDue(shift.no, at, empty.length))
}

async function mattersAtRisk({ db, station, now }: StationContext): Promise<string[]> {
  const running = await db.opinion.findMany({
    where: { stationId: station.id, startedOn: { not: null }, state: { in: ['转办', '办理中', '移交家室'] } },
    orderBy: { no: 'asc' },
  })
  const risky = running.flatMap((row) => {
    const clock = clockOf(row, now.toPlainDate())
    if (!clock?.ok || clock.value.colour === 'paused' || clock.value.leftWorkdays > AT_RISK_WORKDAYS) return []
    return [{ no: row.no, left: clock.value.leftWorkdays }]
  })
  const unsorted = await db.opinion.count({
    where: { stationId: station.id, state: { in: ['已登记', '待分类'] } },
  })
  // Given back or to be done again: nobody has it until somebody hands it on.
  const returned = await db.opinion.findMany({
    where: { stationId: station.id, state: { in: ['退办待改派', '重办'] } },
    select: { no: true },
    orderBy: { no: 'asc' },
  })
  return [
    ...risky.sort((a, b) => a.left - b.left).map(({ no, left }) => copy.matterDue(no, left)),
    ...(unsorted > 0 ? [copy.unsorted(unsorted)] : []),
    ...(returned.length > 0 ? [copy.toHandOn(returned.map(({ no }) => no))] : []),
  ]
}

/** What the convenor could do about it now. */
async function suggestions({ db, station, now }: StationContext): Promise<string[]> {
  const gaps = monthGaps(await readDuty(db, station.id), now, 1).map(({ month }) => copy.gapLine(month))
  const drafts = await db.activityDraft.findMany({ where: { stationId: station.id, state: 'inReview' } })
  return [...gaps, ...drafts.map(({ no, title }) => copy.draftLine(no, title))]
}

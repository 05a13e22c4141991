import type { Tx } from '../../prisma/change.js'
import type { Opinion, Station } from '../../prisma/generated/client.js'
import { goingPersons, waitingRows } from '../../station/activity/sign-up-book.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { OPINION_STATES, STRUCK_OPINIONS } from '../../station/opinion/states.js'
import type {
  ActivityRecord,
  DueRecord,
  DutyRecord,
  OpinionRecord,
  PeriodRecords,
  SummaryPeriod,
} from '../../station/summary/records.js'
import { dateOf, type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { bookOf, WITH_SIGN_UPS } from '../activity/book.js'
import { type ShiftWithPeople, shiftsBetween } from '../duty/load.js'
import { rotationOf } from '../rotation/turns.js'

/** How far ahead a summary looks for what falls due. */
const AHEAD_DAYS = 14

/** All that a summary of that period may know, read once: every version is told from these records. */
export async function periodRecords(
  db: Tx,
  station: Station,
  period: SummaryPeriod,
  now: Moment,
): Promise<PeriodRecords> {
  const inPeriod = { gte: dateOf(period.from), lt: dateOf(period.until) }
  const open = await openRecords(db, station.id)
  const activities = await activityRecords(db, { stationId: station.id, startsAt: inPeriod }, now, open)
  const opinions = await db.opinion.findMany({
    where: { stationId: station.id, recordedAt: inPeriod, state: { notIn: STRUCK_OPINIONS } },
    orderBy: { no: 'asc' },
  })
  const duties = await shiftsBetween(db, station.id, period.from, period.until)
  return {
    station: station.name,
    period,
    activities,
    opinions: opinions.map((row) => opinionRecord(row, open)),
    duties: duties.map((row) => dutyRecord(row, now)),
    turn: await turnRecord(db, station, lastMoment(period, now)),
    due: await dueRecords(db, station, Temporal.ZonedDateTime.compare(period.until, now) > 0 ? period.until : now),
  }
}

/** What the station has agreed to show outside, by number. */
export async function openRecords(db: Tx, stationId: number): Promise<ReadonlySet<string>> {
  const rows = await db.publicLeave.findMany({ where: { stationId, state: 'given' } })
  return new Set(rows.map(({ about }) => about))
}

export async function activityRecords(
  db: Tx,
  where: object,
  now: Moment,
  open: ReadonlySet<string>,
): Promise<ActivityRecord[]> {
  const rows = await db.activity.findMany({ where, orderBy: { startsAt: 'asc' }, include: WITH_SIGN_UPS })
  const attendances = await db.attendance.findMany({
    where: { activityId: { in: rows.map(({ id }) => id) }, struck: false },
    select: { activityId: true, personId: true },
  })
  const hereAt = new Map<number, Set<number>>()
  for (const { activityId, personId } of attendances)
    hereAt.set(activityId, (hereAt.get(activityId) ?? new Set()).add(personId))
  return rows.map(bookOf).map(({ activity, book }): ActivityRecord => {
    const here = hereAt.get(activity.id)
    const limits = book.pools.map((pool) => pool.capacityPersons)
    return {
      no: activity.no,
      title: activity.title,
      type: activity.type,
      state: ACTIVITY_STATES[activity.state as ActivityState].label,
      phase: activity.state === 'cancelled' ? 'cancelled' : activity.startsAt <= dateOf(now) ? 'held' : 'upcoming',
      on: momentOf(activity.startsAt),
      place: activity.place,
      capacityPersons: limits.includes(null) ? null : limits.reduce<number>((sum, limit) => sum + (limit ?? 0), 0),
      signedUpPersons: goingPersons(book),
      waitingPersons: waitingRows(book).length,
      leavePersons: book.rows.filter((row) => row.status === 'leave' && !here?.has(row.person.id)).length,
      attendedPersons: here?.size ?? null,
      audiencePersons: activity.headcountPersons,
      publishable: open.has(`H${activity.no}`),
    }
  })
}

export function opinionRecord(opinion: Opinion, open: ReadonlySet<string>): OpinionRecord {
  const { no, category, state, text, place, urgent, recordedAt } = opinion
  return {
    no,
    category,
    state,
    text,
    place,
    urgent,
    phase: opinionPhase(state),
    recordedOn: momentOf(recordedAt),
    publishable: open.has(`Y${no}`),
  }
}

function opinionPhase(state: string): OpinionRecord['phase'] {
  const row = Object.values(OPINION_STATES).find(({ label }) => label === state)
  if (row?.answered) return row.live ? 'answered' : 'closed'
  return row && !row.live ? 'closed' : 'open'
}

export function dutyRecord({ shift, names }: ShiftWithPeople, now: Moment): DutyRecord {
  const missed = shift.stage === 'nobodyCame'
  const held = shift.startsAt <= dateOf(now) && !missed
  const { no, place, theme, visitorPersons } = shift
  const state = missed ? '无人到站' : held ? '已接待' : '已排'
  return {
    no,
    place,
    theme,
    state,
    phase: missed ? 'missed' : held ? 'held' : 'upcoming',
    on: momentOf(shift.startsAt),
    deputies: names,
    visitorPersons,
    publishable: false,
  }
}

/** The period's own last moment: its end is already the next one's first. */
const lastMoment = ({ until }: SummaryPeriod, now: Moment): Moment =>
  Temporal.ZonedDateTime.compare(until, now) <= 0 ? until.subtract({ nanoseconds: 1 }) : now

async function turnRecord(db: Tx, station: Station, at: Moment) {
  const { table } = await rotationOf(db, station, at, 1)
  const turn = table.turns.at(-1)
  if (!turn) return null
  const { name } = await db.person.findUniqueOrThrow({ where: { id: turn.personId } })
  return { period: turn.period.key, convenor: name }
}

async function dueRecords(db: Tx, station: Station, from: Moment): Promise<DueRecord[]> {
  const until = from.add({ days: AHEAD_DAYS })
  const soon = { gte: dateOf(from), lt: dateOf(until) }
  const activities = await db.activity.findMany({
    where: { stationId: station.id, state: { not: 'cancelled' }, OR: [{ startsAt: soon }, { deadlineAt: soon }] },
  })
  const duties = await shiftsBetween(db, station.id, from, until)
  const due: DueRecord[] = [
    ...activities.flatMap(({ no, title, startsAt, deadlineAt }): DueRecord[] => [
      ...(startsAt >= soon.gte && startsAt < soon.lt
        ? [{ ref: `H${no}`, kind: 'activity' as const, on: momentOf(startsAt), title, people: [] }]
        : []),
      ...(deadlineAt && deadlineAt >= soon.gte && deadlineAt < soon.lt
        ? [{ ref: `H${no}`, kind: 'signUpCloses' as const, on: momentOf(deadlineAt), title, people: [] }]
        : []),
    ]),
    ...duties.map(({ shift, names }) => ({
      ref: `D${shift.no}`,
      kind: 'duty' as const,
      on: momentOf(shift.startsAt),
      title: shift.theme,
      people: names,
    })),
  ]
  return due.sort((a, b) => a.on.epochMilliseconds - b.on.epochMilliseconds)
}

import type { Change, Tx } from '../../prisma/change.js'
import type { Prisma, Station } from '../../prisma/generated/client.js'
import { dayKind } from '../../station/calendar/day-kind.js'
import { assignmentsAt, withEvents } from '../../station/duty/assignments-at.js'
import { type DutyBook, holdersOf, type ShiftState } from '../../station/duty/book.js'
import type { Affected, DutyDecision } from '../../station/duty/decision.js'
import type { Deputy } from '../../station/duty/deputy.js'
import type { DutyEvent, DutyFact } from '../../station/duty/events.js'
import type { Roster } from '../../station/duty/roster.js'
import { ROTA_RULE } from '../../station/duty/rota-rule.js'
import { endOf, startOf } from '../../station/duty/shift-time.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { CommandContext, StationContext } from '../context.js'
import { copy } from './copy.js'

export const calendar = dayKind

/** Whoever typed it: the speaker, or the liaison officer for them. */
export const actorOf = ({ actorId, speaker }: Pick<CommandContext, 'actorId' | 'speaker'>): number =>
  actorId ?? speaker.personId

/** The station's receptions, with a lock on the station so that two decisions about places follow one another. */
export async function lockDuty(db: Tx, station: Station): Promise<DutyBook> {
  await db.$queryRaw`SELECT id FROM "Station" WHERE id = ${station.id} FOR UPDATE`
  return readDuty(db, station.id)
}

export async function readDuty(db: Tx, stationId: number): Promise<DutyBook> {
  return assignmentsAt(await dutyEvents(db, stationId))
}

export async function dutyEvents(db: Tx, stationId: number): Promise<DutyEvent[]> {
  const rows = await db.dutyEvent.findMany({ where: { stationId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, at, byId, fact }) => ({ id, at: momentOf(at), byId, fact: fact as unknown as DutyFact }))
}

/** Everything the roster knows of who may serve. */
export async function dutyRoster(db: Tx, station: Station): Promise<Roster> {
  const memberships = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', kind: { in: ['驻站', '特邀'] } },
    include: { person: true },
    orderBy: { personId: 'asc' },
  })
  const leaves = await db.deputyLeave.findMany({ where: { stationId: station.id } })
  return {
    deputies: memberships.map(
      ({ person, since, until }): Deputy => ({
        personId: person.id,
        level: person.level,
        professions: person.professions,
        since: civilDate(since),
        ...(until && { until: civilDate(until) }),
      }),
    ),
    leaves: leaves.map(({ personId, fromOn, untilOn, reason }) => ({ personId, from: fromOn, until: untilOn, reason })),
    rule: ROTA_RULE,
    seed: station.name,
  }
}

/**
 * Appends the facts of a decision and tells everybody it concerns. `byId` is whoever decided; null is the assistant by the
 * clock. Answers with the book as it stands then.
 */
export async function saveDuty(
  context: Pick<StationContext, 'change' | 'db' | 'station' | 'now' | 'tell'>,
  before: DutyBook,
  { facts, affected }: DutyDecision,
  byId: number | null,
  untold: readonly number[] = byId === null ? [] : [byId],
): Promise<DutyBook> {
  const { change, station, now } = context
  const events: DutyEvent[] = []
  for (const fact of facts) {
    const row = await change.create('DutyEvent', {
      stationId: station.id,
      at: dateOf(now),
      byId,
      fact: fact as unknown as Prisma.InputJsonObject,
    })
    events.push({ id: row.id, at: now, byId, fact })
  }
  const after = withEvents(before, events)
  await projectShifts(change, station.id, before, after)
  await tellAffected(
    context,
    after,
    affected.filter(({ personId }) => !untold.includes(personId)),
  )
  return after
}

async function projectShifts(change: Change, stationId: number, before: DutyBook, after: DutyBook): Promise<void> {
  for (const [no, state] of after.shifts) {
    if (before.shifts.get(no) === state) continue
    const existing = await change.tx.dutyShift.findUnique({ where: { stationId_no: { stationId, no } } })
    if (existing) await change.update('DutyShift', existing.id, columns(state))
    else await change.create('DutyShift', { stationId, no, ...columns(state) })
  }
}

function columns(state: ShiftState) {
  const { shift, stage, seats } = state
  return {
    rosterMonth: shift.rosterMonth,
    startsAt: dateOf(startOf(shift)),
    endsAt: dateOf(endOf(shift)),
    place: shift.place ?? null,
    theme: shift.theme ?? null,
    stage,
    holderIds: holdersOf(state),
    seatCount: seats.length,
  }
}

async function tellAffected(
  { db, tell }: Pick<StationContext, 'db' | 'tell'>,
  book: DutyBook,
  affected: readonly Affected[],
): Promise<void> {
  for (const { personId, shiftNo, code } of affected) {
    const state = book.shifts.get(shiftNo)
    if (!state) continue
    const names = await namesOf(db, holdersOf(state))
    await tell(personId, copy.affected[code](state, names))
  }
}

export async function namesOf(db: Tx, personIds: readonly number[]): Promise<string[]> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } } })
  return personIds.map((id) => people.find((person) => person.id === id)?.name ?? '')
}

const civilDate = (date: Date): string => momentOf(date).toPlainDate().toString()

import type { Change, Tx } from '../../prisma/change.js'
import type { DutyShift as ShiftRow, Station } from '../../prisma/generated/client.js'
import type { Deputy } from '../../station/duty/deputy.js'
import { draftMonth, type MonthDraft } from '../../station/duty/draft.js'
import type { RotaFacts } from '../../station/duty/grid.js'
import type { Credit, DutyEntry } from '../../station/duty/ledger.js'
import { ROTA_RULE } from '../../station/duty/rota-rule.js'
import type { DayClass, DutyShift, SeatNeed } from '../../station/duty/shift.js'
import { dateOf, momentOf, parseMoment } from '../../station/time/civil.js'

export const shiftOf = (row: ShiftRow): DutyShift => {
  const starts = momentOf(row.startsAt)
  return {
    no: row.no,
    rosterMonth: row.rosterMonth,
    date: starts.toPlainDate().toString(),
    startsAt: starts.toPlainTime().toString({ smallestUnit: 'minute' }),
    endsAt: momentOf(row.endsAt).toPlainTime().toString({ smallestUnit: 'minute' }),
    dayClass: row.dayClass as DayClass,
    seats: row.seats as unknown as SeatNeed[],
    ...(row.place && { place: row.place }),
    ...(row.theme && { theme: row.theme }),
  }
}

/** Everything the roster and the ledger know; the month to be drafted is left out of the ledger. */
export async function rotaFacts(db: Tx, station: Station, month: string): Promise<RotaFacts> {
  const memberships = await db.membership.findMany({
    where: { stationId: station.id, state: 'agreed', kind: { in: ['驻站', '特邀'] } },
    include: { person: true },
    orderBy: { personId: 'asc' },
  })
  const served = await db.dutyAssignment.findMany({
    where: { shift: { stationId: station.id, rosterMonth: { not: month } } },
    include: { shift: true },
  })
  const credits = await db.dutyCredit.findMany({ where: { stationId: station.id, month: { not: month } } })
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
    leaves: [],
    entries: served.map(
      ({ personId, points, shift }): DutyEntry => ({
        personId,
        points,
        shiftNo: shift.no,
        rosterMonth: shift.rosterMonth,
        date: civilDate(shift.startsAt),
      }),
    ),
    credits: credits.map(({ kind, ...credit }): Credit => ({ ...credit, kind: kind as Credit['kind'] })),
    rule: ROTA_RULE,
    seed: station.name,
  }
}

/** Drafts one shift by rule and stores it with its places, their reasons and the credits of the month. */
export async function storeShift(
  change: Change,
  station: Station,
  shift: Omit<DutyShift, 'no'>,
): Promise<{ row: ShiftRow; draft: MonthDraft }> {
  const no = await change.nextNumber(station.id, 'D')
  const facts = await rotaFacts(change.tx, station, shift.rosterMonth)
  const draft = draftMonth([{ ...shift, no }], shift.rosterMonth, facts)
  const row = await change.create('DutyShift', {
    stationId: station.id,
    no,
    rosterMonth: shift.rosterMonth,
    startsAt: dateOf(parseMoment(`${shift.date} ${shift.startsAt}`)),
    endsAt: dateOf(parseMoment(`${shift.date} ${shift.endsAt}`)),
    place: shift.place ?? null,
    theme: shift.theme ?? null,
    dayClass: shift.dayClass,
    seats: shift.seats as object[],
    state: 'confirmed',
  })
  const points = ROTA_RULE.points[shift.dayClass]
  for (const { seat, personId, reason } of draft.given)
    await change.create('DutyAssignment', { shiftId: row.id, seat, personId, points, reason: reason as object })
  for (const { personId, kind, month, since, points, levelBefore, levelAfter } of draft.credits)
    await change.tx.dutyCredit.createMany({
      data: [{ stationId: station.id, personId, kind, month, since, points, levelBefore, levelAfter }],
      skipDuplicates: true,
    })
  return { row, draft }
}

const civilDate = (date: Date): string => momentOf(date).toPlainDate().toString()

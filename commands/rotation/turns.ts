import type { Change, Tx } from '../../prisma/change.js'
import type { ConvenorTurn, Handover as HandoverRow, Station } from '../../prisma/generated/client.js'
import type { Consent } from '../../station/rotation/consent.js'
import { type Convenor, servingOn } from '../../station/rotation/convenor.js'
import type { Handover } from '../../station/rotation/handover.js'
import { calendarPeriods, periodOf } from '../../station/rotation/period.js'
import { type Responsible, responsibleAt } from '../../station/rotation/responsible-at.js'
import type { Turn, TurnReason } from '../../station/rotation/turn.js'
import { type LeadMode, type TurnTable, turnTable } from '../../station/rotation/turns.js'
import { type Moment, momentOf } from '../../station/time/civil.js'

export interface Rotation {
  table: TurnTable
  /** Every turn known, past and future, as stored or as the rule would have it. */
  turns: Turn[]
  convenors: Convenor[]
  handovers: Handover[]
}

/** The table of turns from this month on, as the rule would have it now; what is stored stays as it is. */
export async function rotationOf(db: Tx, station: Station, now: Moment, months: number): Promise<Rotation> {
  const today = now.toPlainDate().toString()
  const convenors = await convenorsOf(db, station.id)
  const ledger = (
    await db.convenorTurn.findMany({ where: { stationId: station.id }, orderBy: { startsOn: 'asc' } })
  ).map(turnOf)
  const handovers = (await db.handover.findMany({ where: { stationId: station.id } })).map(handoverOf)
  const table = turnTable({
    mode: await leadMode(db, station),
    convenors,
    ledger,
    periods: calendarPeriods('month', today, months),
    today,
    seed: station.name,
  })
  const planned = new Set(table.turns.map(({ period }) => period.key))
  const turns = [...ledger.filter(({ period }) => !planned.has(period.key)), ...table.turns]
  return { table, turns, convenors, handovers }
}

async function leadMode(db: Tx, station: Station): Promise<LeadMode> {
  if (station.mode !== '站长') return { kind: 'convenors' }
  return { kind: 'stationHead', headId: (await headOf(db, station)) ?? 0 }
}

async function headOf(db: Tx, station: Station): Promise<number | null> {
  const head = await db.roleGrant.findFirst({ where: { stationId: station.id, role: 'head', until: null } })
  return head?.personId ?? null
}

/** Terms of the station's convenors, as civil dates. */
export async function convenorsOf(db: Tx, stationId: number): Promise<Convenor[]> {
  const grants = await db.roleGrant.findMany({ where: { stationId, role: 'convenor' } })
  return grants.map(({ personId, since, until }) => ({
    personId,
    from: civilDate(since),
    ...(until && { until: civilDate(until) }),
  }))
}

/** Who answers for the station now: the one on the table, or the predecessor until the hand-over is accepted. */
export async function responsibleNow(db: Tx, station: Station, now: Moment): Promise<Responsible | null> {
  const { turns, convenors, handovers } = await rotationOf(db, station, now, 1)
  return responsibleAt(turns, handovers, now, (personId, date) => servingOn(convenors, date).includes(personId))
}

/** Who leads the station now: the convenor whose turn it is, or the head where a head leads. Null: nobody is named yet. */
export async function convenorOnDuty(db: Tx, station: Station, now: Moment): Promise<number | null> {
  if (station.mode === '站长') return headOf(db, station)
  return (await responsibleNow(db, station, now))?.personId ?? null
}

/** Stores turns that have begun, were announced or were agreed on, so that no later change of the roster rewrites them. */
export async function keepTurns(change: Change, station: Station, turns: readonly Turn[]): Promise<void> {
  for (const { period, personId, accepted, reason, restOf } of turns) {
    const where = { stationId_period: { stationId: station.id, period: period.key } }
    const stored = await change.tx.convenorTurn.findUnique({ where })
    if (stored) await change.update('ConvenorTurn', stored.id, { personId, accepted, reason: reason as never })
    else
      await change.create('ConvenorTurn', {
        stationId: station.id,
        period: period.key,
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        personId,
        accepted,
        reason: reason as object,
        restOf: restOf ?? null,
      })
  }
}

/** Key of the calendar month of a moment. */
export const monthKey = (moment: Moment): string => periodOf('month', moment.toPlainDate().toString()).key

const turnOf = ({ period, startsOn, endsOn, personId, accepted, reason, restOf }: ConvenorTurn): Turn => ({
  period: { key: period, startsOn, endsOn },
  personId,
  accepted,
  reason: reason as unknown as TurnReason,
  ...(restOf && { restOf }),
})

export const handoverOf = (row: HandoverRow): Handover => {
  const consent = (personId: number, at: Date | null, byId: number | null): Consent | undefined =>
    at ? { personId, byId: byId ?? personId, at: momentOf(at) } : undefined
  const given = consent(row.fromId, row.givenAt, row.givenById)
  const taken = consent(row.toId, row.takenAt, row.takenById)
  return {
    key: row.key,
    fromId: row.fromId,
    toId: row.toId,
    announcedAt: momentOf(row.announcedAt),
    ...(given && { given }),
    ...(taken && { taken }),
    ...(row.escalatedAt && { escalatedAt: momentOf(row.escalatedAt) }),
  }
}

const civilDate = (date: Date): string => momentOf(date).toPlainDate().toString()

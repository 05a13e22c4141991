import type { Change, Tx } from '../../prisma/change.js'
import type { ConvenorTurn, Station } from '../../prisma/generated/client.js'
import type { Convenor } from '../../station/rotation/convenor.js'
import { calendarPeriods, periodOf } from '../../station/rotation/period.js'
import type { Turn, TurnReason } from '../../station/rotation/turn.js'
import { type TurnTable, turnTable } from '../../station/rotation/turns.js'
import { type Moment, momentOf } from '../../station/time/civil.js'

/** The table of turns from this month on, as the rule would have it now; what is stored stays as it is. */
export async function turnsFrom(db: Tx, station: Station, now: Moment, months: number): Promise<TurnTable> {
  const today = now.toPlainDate().toString()
  const grants = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'convenor' } })
  const ledger = await db.convenorTurn.findMany({ where: { stationId: station.id }, orderBy: { startsOn: 'asc' } })
  return turnTable({
    mode: { kind: 'convenors' },
    convenors: grants.map(
      ({ personId, since, until }): Convenor => ({
        personId,
        from: civilDate(since),
        ...(until && { until: civilDate(until) }),
      }),
    ),
    ledger: ledger.map(turnOf),
    periods: calendarPeriods('month', today, months),
    today,
    seed: station.name,
  })
}

/** Who leads the station now; null in a station without convenors. */
export async function convenorOnDuty(db: Tx, station: Station, now: Moment): Promise<number | null> {
  const { key } = periodOf('month', now.toPlainDate().toString())
  const where = { stationId_period: { stationId: station.id, period: key } }
  const stored = await db.convenorTurn.findUnique({ where })
  if (stored) return stored.personId
  const { turns } = await turnsFrom(db, station, now, 1)
  return turns.find((turn) => turn.period.key === key)?.personId ?? null
}

/** Stores the turns that have begun or been shown, so that no later change of the roster rewrites them. */
export async function keepTurns(change: Change, station: Station, turns: readonly Turn[]): Promise<void> {
  for (const { period, personId, accepted, reason } of turns) {
    const where = { stationId_period: { stationId: station.id, period: period.key } }
    const stored = await change.tx.convenorTurn.findUnique({ where })
    const { startsOn, endsOn } = period
    const columns = { personId, accepted, reason: reason as object, startsOn, endsOn }
    if (stored) await change.update('ConvenorTurn', stored.id, { personId, accepted, reason: reason as never })
    else await change.create('ConvenorTurn', { stationId: station.id, period: period.key, ...columns })
  }
}

function turnOf({ period, startsOn, endsOn, personId, accepted, reason }: ConvenorTurn): Turn {
  return { period: { key: period, startsOn, endsOn }, personId, accepted, reason: reason as unknown as TurnReason }
}

const civilDate = (date: Date): string => momentOf(date).toPlainDate().toString()

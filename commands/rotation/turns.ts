import type { Change, Tx } from '../../prisma/change.js'
import type { ConvenorTurn, Handover as HandoverRow, Station } from '../../prisma/generated/client.js'
import type { Consent } from '../../station/rotation/consent.js'
import { type Convenor, servingOn } from '../../station/rotation/convenor.js'
import type { Handover } from '../../station/rotation/handover.js'
import {
  activityPeriods,
  calendarPeriods,
  isPeriodOf,
  type Period,
  type PeriodRule,
} from '../../station/rotation/period.js'
import { type Responsible, responsibleAt } from '../../station/rotation/responsible-at.js'
import type { Turn, TurnReason } from '../../station/rotation/turn.js'
import { type LeadMode, type TurnChange, type TurnTable, turnTable } from '../../station/rotation/turns.js'
import { stationSettings } from '../../station/settings.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { copy } from './copy.js'

/** How far ahead the plan is kept. */
export const PLANNED_PERIODS = 6

export interface Rotation {
  rule: PeriodRule
  table: TurnTable
  /** Every turn known, past and future, as stored or as the rule would have it. */
  turns: Turn[]
  convenors: Convenor[]
  handovers: Handover[]
}

/** The table of turns from the running one on, as the rule would have it now; what is stored stays as it is. */
export async function rotationOf(db: Tx, station: Station, now: Moment, count: number): Promise<Rotation> {
  const today = now.toPlainDate().toString()
  const rule = stationSettings(station.settings).turnPeriod
  const convenors = await convenorsOf(db, station.id)
  const stored = await db.convenorTurn.findMany({ where: { stationId: station.id }, orderBy: { startsOn: 'asc' } })
  // A plan nobody has agreed to yet ends with the rule it was made by.
  const off = await cancelledActivities(db, station)
  const ledger = stored
    .map(turnOf)
    .filter(({ period }) => period.startsOn <= today || !off.has(period.key))
    .filter(({ period, accepted }) => period.startsOn <= today || accepted || isPeriodOf(rule, period.key))
  const handovers = (await db.handover.findMany({ where: { stationId: station.id } })).map(handoverOf)
  const periods =
    rule === 'activity' ? await periodsOfActivities(db, station, now, count) : calendarPeriods(rule, today, count)
  const table = turnTable({
    mode: await leadMode(db, station),
    convenors,
    ledger,
    periods: afterRunning(periods, ledger, today),
    today,
    seed: station.name,
  })
  const planned = new Set(table.turns.map(({ period }) => period.key))
  const turns = [...ledger.filter(({ period }) => !planned.has(period.key)), ...table.turns]
  return { rule, table, turns, convenors, handovers }
}

/** Nobody leads what does not take place. */
async function cancelledActivities(db: Tx, station: Station): Promise<Set<string>> {
  if (stationSettings(station.settings).turnPeriod !== 'activity') return new Set()
  const rows = await db.activity.findMany({ where: { stationId: station.id, state: 'cancelled' } })
  return new Set(rows.map(({ no }) => `H${no}`))
}

async function periodsOfActivities(db: Tx, station: Station, now: Moment, count: number): Promise<Period[]> {
  const ahead = await db.activity.findMany({
    where: { stationId: station.id, state: { not: 'cancelled' }, startsAt: { gte: dateOf(now.startOfDay()) } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
    take: count,
  })
  return activityPeriods(ahead.map(({ no, startsAt }) => ({ no, date: civilDate(startsAt) })))
}

/** After a change from months to quarters the running month is led to its end, and the new periods follow. */
function afterRunning(periods: readonly Period[], ledger: readonly Turn[], today: string): Period[] {
  const running = ledger.find(
    ({ period, restOf }) => restOf === undefined && period.startsOn <= today && today <= period.endsOn,
  )
  if (!running || periods.some(({ key }) => key === running.period.key)) return [...periods]
  return [running.period, ...periods.filter(({ startsOn }) => startsOn > running.period.endsOn)]
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
  const { turns, table, convenors, handovers } = await rotationOf(db, station, now, 1)
  const responsible = responsibleAt(turns, handovers, now, (personId, date) =>
    servingOn(convenors, date).includes(personId),
  )
  // Before the first turn of all begins (led by activities, none has taken place) the one to come answers.
  const [first] = table.turns
  if (responsible || !first) return responsible
  return { personId: first.personId, basis: 'firstTurn', turnKey: first.period.key, scheduledId: first.personId }
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

const byPerson = (changes: readonly TurnChange[], side: 'fromId' | 'toId'): Map<number, string[]> => {
  const keys = new Map<number, string[]>()
  for (const change of changes) {
    const personId = change[side]
    if (personId !== null) keys.set(personId, [...(keys.get(personId) ?? []), change.periodKey])
  }
  return keys
}

/** The plan is written down as it is: `settleTurns` has nothing to do. */
export async function turnsSettled(db: Tx, station: Station, now: Moment): Promise<boolean> {
  return (await rotationOf(db, station, now, PLANNED_PERIODS)).table.changes.length === 0
}

/**
 * Writes the plan of the next periods down, so that what people have seen stands from then on. Of what had to change only
 * those concerned are told; a period planned for the first time is no news to anybody.
 */
export async function settleTurns(context: StationContext): Promise<void> {
  const { db, change, station, now, tell } = context
  const { table } = await rotationOf(db, station, now, PLANNED_PERIODS)
  const keys = new Set(table.changes.map(({ periodKey }) => periodKey))
  await keepTurns(
    change,
    station,
    table.turns.filter(({ period }) => keys.has(period.key)),
  )
  const news = table.changes.filter(({ periodKey, fromId }) => fromId !== null || periodKey.includes('+'))
  for (const [personId, gone] of byPerson(news, 'fromId')) await tell(personId, copy.turnsGone(gone))
  for (const [personId, come] of byPerson(news, 'toId')) await tell(personId, copy.turnsCome(come))
}

/**
 * A change of who serves alters what is planned as little as can be: the plan people have seen is kept first, only turns
 * that nobody can lead any more or that a newcomer must have are given out anew, and only those concerned are told.
 */
export async function reviseTurns(context: StationContext, work: () => Promise<unknown>): Promise<void> {
  const { db, change, station, now } = context
  if (station.mode === '站长') {
    await work()
    return
  }
  const before = await rotationOf(db, station, now, PLANNED_PERIODS)
  await keepTurns(change, station, before.table.turns)
  await work()
  await settleTurns(context)
}

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

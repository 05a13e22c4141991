import type { Tx } from '../../prisma/change.js'
import type { DutyShift, Station } from '../../prisma/generated/client.js'
import type { CalendarEvent } from '../../station/document/calendar.js'
import { dateOf, type Moment, momentOf, Temporal, ZONE } from '../../station/time/civil.js'
import { namesOf } from '../duty/book.js'
import { periodName } from '../rotation/copy.js'
import { rotationOf } from '../rotation/turns.js'
import { copy } from './copy.js'
import { type CalendarSource, versionsOf, type Whose } from './source.js'

/** A draft is between the convenor and the assistant; what was dropped before anybody knew never was. */
const UNTOLD = ['drafted', 'dropped']
/** On the eve, so that one can still ask for a swap. */
const PERSON_ALARM_MINUTES = 24 * 60
const TURNS_AHEAD = 6
/** A turn lasts for weeks: what stands in the calendar is the half hour of its first morning. */
const TURN_FROM = '07:30'
const TURN_MINUTES = 30
/** A turn that only follows from the rule has no row yet, so no day of its last change: a fixed one, always the same. */
const UNSTORED_DAYS = 365

/** Receptions and convenors' turns, always as the books have them now: a swap or a new date is in the next reading. */
export const dutySource: CalendarSource = {
  name: 'duty',
  async events(db, whose, since, now) {
    return [...(await receptions(db, whose, dateOf(since))), ...(await turns(db, whose, since, now))]
  },
}

async function receptions(db: Tx, whose: Whose, since: Date): Promise<CalendarEvent[]> {
  const coming = { startsAt: { gte: since }, stage: { notIn: UNTOLD } }
  const shifts: (DutyShift & { station: Station })[] = await db.dutyShift.findMany({
    where: whose.kind === 'station' ? { stationId: whose.id, ...coming } : { holderIds: { has: whose.id }, ...coming },
    include: { station: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  const versions = await versionsOf(
    db,
    'DutyShift',
    shifts.map(({ id }) => id),
  )
  return Promise.all(
    shifts.map(async (shift): Promise<CalendarEvent> => {
      const { sequence = 1, changedAt = shift.startsAt } = versions.get(shift.id) ?? {}
      return {
        uid: `reception-${shift.stationId}-D${shift.no}`,
        sequence,
        start: momentOf(shift.startsAt),
        end: momentOf(shift.endsAt),
        title: copy.receptionTitle(shift.no, shift.theme),
        ...((shift.place ?? shift.station.address) && { place: shift.place ?? shift.station.address! }),
        description: copy.receptionDescription(shift.station.name, shift.no, await namesOf(db, shift.holderIds)),
        changedAt: momentOf(changedAt),
        ...(whose.kind === 'person' && { alarmMinutes: PERSON_ALARM_MINUTES }),
      }
    }),
  )
}

async function turns(db: Tx, whose: Whose, since: Moment, now: Moment): Promise<CalendarEvent[]> {
  const stations = await db.station.findMany({
    where: whose.kind === 'station' ? { id: whose.id } : { roles: { some: { personId: whose.id, role: 'convenor' } } },
    orderBy: { id: 'asc' },
  })
  const perStation = await Promise.all(stations.map((station) => turnsOf(db, station, whose, since, now)))
  return perStation.flat()
}

async function turnsOf(db: Tx, station: Station, whose: Whose, since: Moment, now: Moment): Promise<CalendarEvent[]> {
  if (station.mode === '站长') return []
  const from = since.toPlainDate().toString()
  const { turns: all } = await rotationOf(db, station, now, TURNS_AHEAD)
  const shown = all.filter(
    ({ period, personId }) => period.startsOn >= from && (whose.kind === 'station' || personId === whose.id),
  )
  const stored = await db.convenorTurn.findMany({ where: { stationId: station.id } })
  const versions = await versionsOf(
    db,
    'ConvenorTurn',
    stored.map(({ id }) => id),
  )
  const names = await namesOf(
    db,
    shown.map(({ personId }) => personId),
  )
  return shown.map(({ period }, index): CalendarEvent => {
    const start = Temporal.PlainDate.from(period.startsOn).toZonedDateTime({ timeZone: ZONE, plainTime: TURN_FROM })
    const row = stored.find((turn) => turn.period === period.key)
    const { sequence = 1, changedAt = null } = (row && versions.get(row.id)) ?? {}
    return {
      uid: `turn-${station.id}-${period.key}`,
      sequence,
      start,
      end: start.add({ minutes: TURN_MINUTES }),
      title: copy.turnTitle(periodName(period.key), names[index]!),
      description: copy.turnDescription(station.name),
      changedAt: changedAt ? momentOf(changedAt) : start.subtract({ days: UNSTORED_DAYS }),
      ...(whose.kind === 'person' && { alarmMinutes: PERSON_ALARM_MINUTES }),
    }
  })
}

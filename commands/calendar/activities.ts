import type { Tx } from '../../prisma/change.js'
import type { Activity, Station } from '../../prisma/generated/client.js'
import { holdsPlace, isGoing, type SignUpStatus } from '../../station/activity/sign-up-status.js'
import type { CalendarEvent } from '../../station/document/calendar.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { endsAtOf } from '../activity/facts.js'
import { copy } from './copy.js'
import { type CalendarSource, versionsOf, type Whose } from './source.js'

/** Known to nobody but those who prepare them. */
const UNTOLD = ['planned', 'drafted', 'inReview']
const PERSON_ALARM_MINUTES = 120

type Entry = { activity: Activity & { station: Station }; unconfirmed: boolean }

export const activitySource: CalendarSource = {
  name: 'activity',
  async events(db, whose, since) {
    const entries = await entriesOf(db, whose, dateOf(since))
    return activityEvents(db, entries, whose.kind === 'person')
  },
}

/** One activity, for whoever asks for its file. */
export function activityEvent(db: Tx, activity: Activity & { station: Station }): Promise<CalendarEvent[]> {
  return activityEvents(db, [{ activity, unconfirmed: false }], true)
}

async function entriesOf(db: Tx, whose: Whose, since: Date): Promise<Entry[]> {
  const coming = { startsAt: { gte: since }, state: { notIn: UNTOLD } }
  if (whose.kind === 'station') {
    const activities = await db.activity.findMany({
      where: { stationId: whose.id, ...coming },
      include: { station: true },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    })
    return activities.map((activity) => ({ activity, unconfirmed: false }))
  }
  const rows = await db.signUp.findMany({
    where: { personId: whose.id, activity: coming },
    include: { activity: { include: { station: true } } },
    orderBy: [{ activity: { startsAt: 'asc' } }, { id: 'asc' }],
  })
  return rows
    .filter(({ status }) => holdsPlace(status as SignUpStatus))
    .map(({ activity, status }) => ({ activity, unconfirmed: !isGoing(status as SignUpStatus) }))
}

async function activityEvents(db: Tx, entries: readonly Entry[], alarmed: boolean): Promise<CalendarEvent[]> {
  const versions = await versionsOf(
    db,
    'Activity',
    entries.map(({ activity }) => activity.id),
  )
  return entries.map(({ activity, unconfirmed }): CalendarEvent => {
    const { sequence = 1, changedAt = activity.createdAt } = versions.get(activity.id) ?? {}
    return {
      uid: `activity-${activity.stationId}-H${activity.no}`,
      sequence,
      start: momentOf(activity.startsAt),
      end: endsAtOf(activity),
      title: copy.activityTitle(activity, unconfirmed),
      ...(activity.place && { place: activity.place }),
      description: copy.activityDescription(activity, activity.station.name),
      cancelled: activity.state === 'cancelled',
      changedAt: momentOf(changedAt),
      ...(alarmed && { alarmMinutes: PERSON_ALARM_MINUTES }),
    }
  })
}

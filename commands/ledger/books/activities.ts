import { isGoing, type SignUpStatus } from '../../../station/activity/sign-up-status.js'
import { ACTIVITY_STATES, type ActivityState } from '../../../station/activity/states.js'
import { dateOf } from '../../../station/time/civil.js'
import { type BookLoader, dayInSpan, dayText, instants, listed, minuteText, namesById } from './input.js'

const FROM_RECORDS = '登记'
/** Imported: stands in the book, counts in no sign-up figure. */
const FROM_HISTORY = '历史'

export const STAFF_ROLES = ['liaison', 'district']

export const loadActivities: BookLoader = async ({ db, station, span, now }) => {
  const activities = await db.activity.findMany({
    where: { stationId: station.id, startsAt: instants(span) },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  const ids = { in: activities.map(({ id }) => id) }
  const signUps = await db.signUp.findMany({ where: { activityId: ids } })
  const attendances = await db.attendance.findMany({
    where: { activityId: ids, struck: false },
    orderBy: { id: 'asc' },
  })
  const photos = await db.keptFile.groupBy({
    by: ['about'],
    where: { stationId: station.id, about: { in: activities.map(({ no }) => `H${no}`) } },
    _count: true,
  })
  const turns = await db.convenorTurn.findMany({ where: { stationId: station.id } })
  const nameOf = await namesById(
    db,
    turns.map(({ personId }) => personId),
  )
  const host = (day: string | null): string | null => {
    const turn = turns.find(({ startsOn, endsOn }) => day !== null && startsOn <= day && day <= endsOn)
    return turn ? nameOf(turn.personId) : null
  }
  const rows = activities.map((activity) => {
    const here = attendances.filter(({ activityId }) => activityId === activity.id)
    const present = new Set(here.map(({ personId }) => personId))
    const own = signUps.filter(({ activityId }) => activityId === activity.id)
    const going = own.filter(({ status }) => isGoing(status as SignUpStatus))
    const leave = own.filter(({ status }) => status === 'leave')
    const begun = activity.startsAt <= dateOf(now)
    return {
      ref: `H${activity.no}`,
      startsAt: minuteText(activity.startsAt),
      place: activity.place,
      title: activity.title,
      type: activity.type,
      host: host(dayText(activity.startsAt)),
      proposedBy: STAFF_ROLES.includes(activity.createdByRole) ? '机关' : '召集人',
      expected: going.length + leave.length,
      present: begun ? here.length : null,
      leave: leave.filter(({ personId }) => !present.has(personId)).length,
      absent: begun ? going.filter(({ personId }) => !present.has(personId)).length : null,
      people: listed(here.map(({ personName }) => personName)),
      audience: activity.headcountPersons,
      content: activity.summaryText,
      effect: listed(activity.outcomes),
      photos: photos.find(({ about }) => about === `H${activity.no}`)?._count ?? 0,
      plan: activity.planNo === null ? null : `第${activity.planNo}项`,
      state: ACTIVITY_STATES[activity.state as ActivityState].label,
      source: FROM_RECORDS,
    }
  })
  return [...(await imported()), ...rows]

  async function imported() {
    const kept = await db.historyRecord.findMany({
      where: { stationId: station.id, kind: 'activity', state: 'kept', on: { not: null } },
      orderBy: [{ on: 'asc' }, { id: 'asc' }],
    })
    return kept
      .filter(({ on }) => dayInSpan(on, span))
      .map(({ on, title, place, persons }) => ({
        startsAt: on,
        place,
        title,
        audience: persons,
        state: '已结束',
        source: FROM_HISTORY,
      }))
  }
}

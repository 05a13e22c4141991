import type { Activity, Person } from '../../prisma/generated/client.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { specialityFor } from '../../station/digest/speciality.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { AnswerHandler, StationContext } from '../context.js'
import { waitsForClearance } from '../linkage/clearance.js'
import { once } from '../once.js'
import { deputiesOf } from '../people/member-named.js'
import { askPerson } from '../put-question.js'
import { offerOf } from '../understanding/offer.js'
import { copy } from './copy.js'

const QUIET_MONTHS = 3
const LOOK_AHEAD_DAYS = 14
const OFFER_MINUTES = 3 * 24 * 60
export const NUDGE_KIND = 'quiet-nudge'

const onDay = ({ startsAt }: Activity): string => {
  const day = momentOf(startsAt)
  return `${day.month}月${day.day}日`
}

/** Activities of the coming days that take sign-ups, and who has said something about each. */
async function openSoon({ db, station, now }: StationContext) {
  const rows = await db.activity.findMany({
    where: { stationId: station.id, startsAt: { gt: dateOf(now), lte: dateOf(now.add({ days: LOOK_AHEAD_DAYS })) } },
    include: { signUps: { select: { personId: true } } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  return rows.filter(
    ({ state, deadlineAt }) =>
      ACTIVITY_STATES[state as ActivityState].accepting === 'open' && (deadlineAt === null || deadlineAt > dateOf(now)),
  )
}

type OpenActivity = Awaited<ReturnType<typeof openSoon>>[number]

/** Those of them that a person has said nothing about and may be asked to. */
async function openFor(
  context: StationContext,
  personId: number,
  soon?: readonly OpenActivity[],
): Promise<OpenActivity[]> {
  const open: OpenActivity[] = []
  for (const activity of soon ?? (await openSoon(context)))
    if (
      !activity.signUps.some((row) => row.personId === personId) &&
      !(await waitsForClearance(context, activity.no, personId))
    )
      open.push(activity)
  return open
}

const whyFor = ({ station }: StationContext, activity: Activity, person: Person): string | null =>
  specialityFor(activity.title, person, station.profession)

/** Whoever took part in nothing for three months is told, once a quarter and by nobody else's knowledge, what there is. */
export async function nudgeQuiet(context: StationContext): Promise<void> {
  const { db, station, now } = context
  const since = dateOf(now.subtract({ months: QUIET_MONTHS }))
  const room = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  // What happened before the group was bound is not in the books: nobody is called quiet for that.
  if (!room || room.boundAt > since) return
  const soon = await openSoon(context)
  if (soon.length === 0) return
  const quarter = `${now.year}-${Math.ceil(now.month / 3)}`
  for (const { id } of await deputiesOf(context)) {
    const membership = await db.membership.findFirst({
      where: { stationId: station.id, personId: id, since: { lte: since } },
    })
    const busy =
      (await db.attendance.count({
        where: { personId: id, struck: false, at: { gte: since }, activity: { stationId: station.id } },
      })) > 0 ||
      (await db.signUp.count({
        where: { personId: id, status: 'confirmed', activity: { stationId: station.id, startsAt: { gte: since } } },
      })) > 0
    if (!membership || busy) continue
    const open = await openFor(context, id, soon)
    if (open.length === 0 || !(await once(context, 'quiet-nudge', `${id}:${quarter}`))) continue
    const text = copy.quiet(QUIET_MONTHS, open.length)
    await askPerson(context, id, { kind: NUDGE_KIND, payload: {}, text, openMinutes: OFFER_MINUTES })
  }
}

export const nudgeAnswer: AnswerHandler<true> = {
  accepts: (folded) => (/^看看[。!！]*$/.test(folded.trim()) ? true : undefined),
  async run(context) {
    const person = await context.db.person.findUniqueOrThrow({ where: { id: context.speaker.personId } })
    const open = await openFor(context, person.id)
    const lines = open
      .slice(0, 5)
      .map((activity) => copy.offer(activity.no, activity.title, onDay(activity), whyFor(context, activity, person)))
    await context.say(lines.length > 0 ? copy.offers(lines) : copy.nothingLeft)
  },
}

/** An activity that is somebody's own speciality is offered to that person once: 是 signs up. */
export async function offerToSpecialists(context: StationContext): Promise<void> {
  const soon = await openSoon(context)
  if (soon.length === 0) return
  const ids = (await deputiesOf(context)).map(({ id }) => id)
  const people = await context.db.person.findMany({ where: { id: { in: ids } } })
  for (const id of ids) {
    const person = people.find((row) => row.id === id)!
    const matching = soon.filter((activity) => whyFor(context, activity, person) !== null)
    for (const activity of await openFor(context, id, matching)) {
      const speciality = whyFor(context, activity, person)
      if (speciality === null || !(await once(context, 'speciality-offer', `${id}:${activity.no}`))) continue
      const text = copy.matches(activity.no, activity.title, onDay(activity), speciality)
      const offer = offerOf(context.services, `报名 H${activity.no}`, text)
      await askPerson(context, id, { ...offer, openMinutes: OFFER_MINUTES })
      break
    }
  }
}

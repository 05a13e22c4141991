import type { Activity, Person } from '../../prisma/generated/client.js'
import { ACTIVITY_STATES, ALL_ACTIVITY_STATES } from '../../station/activity/states.js'
import { specialityFor } from '../../station/digest/speciality.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { AnswerHandler, StationContext, StationFacts } from '../context.js'
import { heldBack } from '../linkage/clearance.js'
import { type Once, once, unsaid } from '../once.js'
import { deputiesOf } from '../people/member-named.js'
import { askPerson } from '../put-question.js'
import { offerOf } from '../understanding/offer.js'
import { copy } from './copy.js'

const QUIET_MONTHS = 3
const LOOK_AHEAD_DAYS = 14
const OPEN = ALL_ACTIVITY_STATES.filter((state) => ACTIVITY_STATES[state].accepting === 'open')
const OFFER_MINUTES = 3 * 24 * 60
export const NUDGE_KIND = 'quiet-nudge'

const onDay = ({ startsAt }: Activity): string => {
  const day = momentOf(startsAt)
  return `${day.month}月${day.day}日`
}

/** Activities of the coming days that take sign-ups, and who has said something about each. */
async function openSoon({ db, station, now }: StationFacts) {
  const rows = await db.activity.findMany({
    where: { stationId: station.id, state: { in: OPEN } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
  const [from, until] = [dateOf(now), dateOf(now.add({ days: LOOK_AHEAD_DAYS }))]
  const soon = rows.filter(
    ({ startsAt, deadlineAt }) => startsAt > from && startsAt <= until && (deadlineAt === null || deadlineAt > from),
  )
  const signUps = await db.signUp.findMany({
    where: { activityId: { in: soon.map(({ id }) => id) } },
    select: { activityId: true, personId: true },
  })
  return soon.map((activity) => ({
    ...activity,
    signUps: signUps.filter(({ activityId }) => activityId === activity.id),
  }))
}

type OpenActivity = Awaited<ReturnType<typeof openSoon>>[number]

/** Which of them a person has said nothing about and may be asked to. */
async function openFor(facts: StationFacts, soon: readonly OpenActivity[]) {
  const isHeldBack = await heldBack(facts, soon)
  return (personId: number): OpenActivity[] =>
    soon.filter(({ no, signUps }) => !signUps.some((row) => row.personId === personId) && !isHeldBack(no, personId))
}

const whyFor = ({ station }: StationFacts, activity: Activity, person: Person): string | null =>
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
  const openTo = await openFor(context, soon)
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
    const open = openTo(id)
    if (open.length === 0 || !(await once(context, 'quiet-nudge', `${id}:${quarter}`))) continue
    const text = copy.quiet(QUIET_MONTHS, open.length)
    await askPerson(context, id, { kind: NUDGE_KIND, payload: {}, text, openMinutes: OFFER_MINUTES })
  }
}

export const nudgeAnswer: AnswerHandler<true> = {
  accepts: (folded) => (/^看看[。!！]*$/.test(folded.trim()) ? true : undefined),
  async run(context) {
    const person = await context.db.person.findUniqueOrThrow({ where: { id: context.speaker.personId } })
    const open = (await openFor(context, await openSoon(context)))(person.id)
    const lines = open
      .slice(0, 5)
      .map((activity) => copy.offer(activity.no, activity.title, onDay(activity), whyFor(context, activity, person)))
    await context.say(lines.length > 0 ? copy.offers(lines) : copy.nothingLeft)
  },
}

interface SpecialityOffer extends Once {
  personId: number
  activity: OpenActivity
  speciality: string
}

/** Activities that are somebody's own speciality, each with whom to offer it to. */
export async function specialityOffers(facts: StationFacts): Promise<SpecialityOffer[]> {
  const soon = await openSoon(facts)
  if (soon.length === 0) return []
  const openTo = await openFor(facts, soon)
  const ids = (await deputiesOf(facts)).map(({ id }) => id)
  const people = new Map((await facts.db.person.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]))
  const offers = ids.flatMap((personId) =>
    openTo(personId).flatMap((activity): SpecialityOffer[] => {
      const speciality = whyFor(facts, activity, people.get(personId)!)
      const once = { name: 'speciality-offer', key: `${personId}:${activity.no}` }
      return speciality === null ? [] : [{ ...once, personId, activity, speciality }]
    }),
  )
  return unsaid(facts, offers)
}

/** Each is offered once, one a day to a person: 是 signs up. */
export async function offerToSpecialists(context: StationContext): Promise<void> {
  const offered = new Set<number>()
  for (const { name, key, personId, activity, speciality } of await specialityOffers(context)) {
    if (offered.has(personId) || !(await once(context, name, key))) continue
    offered.add(personId)
    const text = copy.matches(activity.no, activity.title, onDay(activity), speciality)
    const offer = offerOf(context.services, `报名 H${activity.no}`, text)
    await askPerson(context, personId, { ...offer, openMinutes: OFFER_MINUTES })
  }
}

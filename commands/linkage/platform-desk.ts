import { Change, type Tx } from '../../prisma/change.js'
import type { Activity, LinkedPlatform, Station } from '../../prisma/generated/client.js'
import { Post } from '../../prisma/post.js'
import { ACTIVITY_STATES, type ActivityState } from '../../station/activity/states.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { LEADING } from '../../station/roles.js'
import { foldWithMap } from '../../station/text/fold.js'
import { scanReferences } from '../../station/text/reference.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { Services } from '../context.js'
import { rolesAt } from '../people/standing.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { stationContext } from '../station-context.js'
import { copy } from './copy.js'

interface Incoming {
  seq: number
  roomId: string | null
  accountId: string
  displayName: string
}

type InGroup = Incoming & { roomId: string }

interface Linked {
  station: Station
  platform: LinkedPlatform
  activity: Activity
  rowId: number
  residentsPersons: number
}

/** No more residents than that are signed up in one line: more is a slip of the finger. */
const MOST_RESIDENTS = 200

/**
 * A group of a linked platform reads along: the activities held with it, and the matters handed to it; residents may be
 * signed up there. Nothing else of a station is seen from outside, and any other line gets silence.
 */
export async function attendPlatform(
  db: Tx,
  services: Services,
  { roomId, ...from }: Incoming,
  body: string,
  now: Moment,
): Promise<string> {
  if (roomId === null) return 'silent'
  const incoming: InGroup = { roomId, ...from }
  const folded = foldWithMap(body).text.trim()
  const bound = /^绑定平台\s*[::]?\s*(\S{2,30})$/.exec(folded)
  if (bound) return bind(db, services, incoming, bound[1]!, now)
  const platforms = await db.linkedPlatform.findMany({ where: { chatRoomId: incoming.roomId }, orderBy: { id: 'asc' } })
  if (platforms.length === 0) return 'silent'
  const say = (text: string) => new Post(db, dateOf(now), incoming.seq).toRoom(incoming.roomId, { text })
  if (/^(?:活动|联动活动|活动列表)$/.test(folded)) {
    await say(copy.platformActivities(await linkedActivities(db, platforms, now)))
    return 'platform:activities'
  }
  if (/^(?:移交意见|移交的意见|移交清单)$/.test(folded)) {
    await say(copy.platformOpinions(await movedTo(db, platforms)))
    return 'platform:opinions'
  }
  const residents = /^(?:居民报名|代居民报名)\s*(\S.{0,60}?)\s*(\d{1,4})\s*(?:人|位|名)?$/.exec(folded)
  const [reference] = residents ? scanReferences(residents[1]!) : []
  if (!residents || reference?.letter !== 'H') return 'silent'
  const persons = Number(residents[2])
  const meant = (await linkedActivities(db, platforms, now)).filter(
    ({ activity, station }) => activity.no === reference.no && named(station, residents[1]!),
  )
  const [linked, another] = meant
  if (!linked) await say(copy.notLinkedHere(reference.no))
  else if (another)
    await say(
      copy.whichStation(
        meant.map(({ station }) => station.name),
        reference.no,
      ),
    )
  else if (persons < 1 || persons > MOST_RESIDENTS) await say(copy.residentsInvalid(MOST_RESIDENTS))
  else await signUpResidents(db, services, incoming, linked, persons, now, say)
  return 'platform:residents'
}

/** 医疗站 H12: the station may be said where several use the number. */
const named = ({ name }: Station, said: string): boolean => {
  const station = /([\p{Script=Han}]{2,8})站/u.exec(said)?.[1]
  return station === undefined || name.includes(station)
}

async function linkedActivities(db: Tx, platforms: readonly LinkedPlatform[], now: Moment): Promise<Linked[]> {
  const rows = await db.platformActivity.findMany({
    where: { platformId: { in: platforms.map(({ id }) => id) }, struck: false },
    orderBy: { id: 'asc' },
  })
  const linked: Linked[] = []
  for (const { id, platformId, activityId, residentsPersons } of rows) {
    const { station, ...activity } = await db.activity.findUniqueOrThrow({
      where: { id: activityId },
      include: { station: true },
    })
    const isOpen = ACTIVITY_STATES[activity.state as ActivityState].accepting === 'open'
    const inTime = (activity.deadlineAt ?? activity.startsAt) > dateOf(now)
    const platform = platforms.find((each) => each.id === platformId)!
    if (isOpen && inTime) linked.push({ station, platform, activity, rowId: id, residentsPersons })
  }
  return linked
}

async function movedTo(db: Tx, platforms: readonly LinkedPlatform[]) {
  return db.opinion.findMany({
    where: {
      OR: platforms.map(({ stationId, name }) => ({ stationId, unit: name })),
      unitKind: { in: ['家', '室'] },
      state: { notIn: STRUCK_OPINIONS },
    },
    orderBy: [{ recordedAt: 'desc' }],
    take: 5,
  })
}

async function signUpResidents(
  db: Tx,
  services: Services,
  { seq, displayName }: InGroup,
  { station, platform, activity, rowId, residentsPersons }: Linked,
  persons: number,
  now: Moment,
  say: (text: string) => Promise<unknown>,
): Promise<void> {
  const doing = { action: '居民报名', changeId: `m${seq}`, actorId: null, actorName: displayName, causeSeq: seq }
  const there = stationContext(db, station, now, services, doing)
  const total = residentsPersons + persons
  await there.change.update('PlatformActivity', rowId, { residentsPersons: total })
  const convenor = await convenorOnDuty(db, station, now)
  if (convenor !== null) await there.tell(convenor, copy.residentsTold(activity, platform.name, persons, total))
  await say(copy.residents(activity, persons, total))
}

/** 绑定平台 双塘街道代表之家, said in its group by somebody who leads a station that has registered it. */
async function bind(db: Tx, services: Services, incoming: InGroup, name: string, now: Moment): Promise<string> {
  const account = await db.account.findFirst({
    where: { chatAccountId: incoming.accountId, OR: [{ until: null }, { until: { gt: dateOf(now) } }] },
    include: { person: true },
  })
  if (!account) return 'silent'
  const bound: Station[] = []
  for (const platform of await db.linkedPlatform.findMany({ where: { name }, orderBy: { id: 'asc' } })) {
    const station = await db.station.findUniqueOrThrow({ where: { id: platform.stationId } })
    const roles = await rolesAt(db, account.personId, station, now)
    if (!LEADING.some((role) => roles.has(role))) continue
    const change = new Change(db, {
      changeId: `m${incoming.seq}`,
      at: dateOf(now),
      actorId: account.personId,
      actorName: account.person.name,
      action: '绑定平台',
      stationId: station.id,
      causeSeq: incoming.seq,
      sign: (text) => services.sign(text),
    })
    await change.update('LinkedPlatform', platform.id, { chatRoomId: incoming.roomId })
    bound.push(station)
  }
  if (bound.length === 0) return 'silent'
  await new Post(db, dateOf(now), incoming.seq).toRoom(incoming.roomId, {
    text: copy.platformBound(
      name,
      bound.map((station) => station.name),
    ),
  })
  return 'platform:bound'
}

import type { Activity } from '../../prisma/generated/client.js'
import { enforcedRoles, findActivityType } from '../../station/activity/find-type.js'
import { isShortNotice } from '../../station/activity/notice.js'
import type { Pool } from '../../station/activity/sign-up-book.js'
import type { Role } from '../../station/roles.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import type { CommandContext, StationContext } from '../context.js'
import { readBook } from './book.js'
import { copy } from './copy.js'
import { orNull } from './facts.js'
import type { Beginning } from './moment-of.js'

/** Roles in the order in which they explain who was behind an activity. */
export const INITIATORS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']

export interface Wanted {
  title: string
  place: string | null
  capacityPersons: number | null
  /** Several kinds of places, each with its own number; null: those of the mode. */
  pools: Pool[] | null
  deadlineAt: Moment | null
  details: Record<string, string>
  mode: 'onsite' | 'online' | 'mixed'
  venue: 'fixed' | 'mobile'
  planNo: number | null
  centralWork: string | null
}

export const PLAIN: Omit<Wanted, 'title'> = {
  place: null,
  capacityPersons: null,
  pools: null,
  deadlineAt: null,
  details: {},
  mode: 'onsite',
  venue: 'fixed',
  planNo: null,
  centralWork: null,
}

/** The places of each form: online there is always room. */
export const poolsOf = (mode: Wanted['mode'], capacityPersons: number | null): Pool[] =>
  mode === 'mixed'
    ? [
        { key: '线下', capacityPersons },
        { key: '线上', capacityPersons: null },
      ]
    : [{ key: mode === 'online' ? '线上' : '到场', capacityPersons }]

interface Origin {
  createdById: number
  createdByRole: string
  state?: 'open' | 'notified' | 'ended'
  seriesId?: number
  seriesDay?: string
  episode?: number
  opensAt?: Moment
}

/** Stores a new activity with what its type brings along. Says nothing. */
export async function storeActivity(
  { change, station, now }: StationContext,
  wanted: Wanted,
  { startsAt, endsAt }: Pick<Beginning, 'startsAt' | 'endsAt'>,
  { createdById, createdByRole, state = 'open', opensAt, ...origin }: Origin,
): Promise<Activity> {
  const type = findActivityType(wanted.title)
  const no = await change.nextNumber(station.id, 'H')
  return change.create('Activity', {
    stationId: station.id,
    no,
    title: wanted.title,
    type: type.name,
    state,
    startsAt: dateOf(startsAt),
    endsAt: dateOf(endsAt ?? startsAt.add({ minutes: type.durationMin })),
    place: wanted.place ?? station.address,
    deadlineAt: orNull(wanted.deadlineAt),
    pools: (wanted.pools ?? poolsOf(wanted.mode, wanted.capacityPersons)) as unknown as object[],
    roles: enforcedRoles(type) as unknown as object[],
    needsApproval: type.needsApproval,
    details: wanted.details,
    mode: wanted.mode,
    venue: wanted.venue,
    planNo: wanted.planNo,
    direction: wanted.centralWork ? 'up' : null,
    missions: [],
    outcomes: [],
    createdById,
    createdByRole,
    createdAt: dateOf(now),
    notifiedAt: dateOf(now),
    shortNotice: state !== 'ended' && isShortNotice(now, startsAt),
    opensAt: orNull(opensAt),
    ...origin,
  })
}

/** Makes an activity on the speaker's word. Says nothing. */
export const makeActivity = (context: CommandContext, wanted: Wanted, begins: Beginning): Promise<Activity> =>
  storeActivity(context, wanted, begins, {
    createdById: context.speaker.personId,
    createdByRole: INITIATORS.find((role) => context.speaker.roles.has(role)) ?? 'deputy',
  })

/** Makes an activity and tells the group; an activity made privately is told there too. */
export async function announceNew(context: CommandContext, wanted: Wanted, begins: Beginning): Promise<Activity> {
  const { db } = context
  const activity = await makeActivity(context, wanted, begins)
  const { book } = await readBook(db, activity.id)
  const text = copy.created(activity, book, begins)
  await context.say(text)
  if (context.roomId === null) await context.announce(text)
  return activity
}

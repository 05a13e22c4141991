import type { Activity } from '../../prisma/generated/client.js'
import { canBeDone, type Deed } from '../../station/activity/deeds.js'
import { ACTIVITY_STATES, type ActivityState, ALL_ACTIVITY_STATES } from '../../station/activity/states.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { lockBook, type OpenBook } from './book.js'
import { copy } from './copy.js'
import { ownBook } from './guest-book.js'

const OPEN_STATES = ALL_ACTIVITY_STATES.filter((state) => ACTIVITY_STATES[state].accepting === 'open')

/** Activities of the station that take sign-ups now, soonest first. */
export function openActivities({ db, station, now }: CommandContext): Promise<Activity[]> {
  return db.activity.findMany({
    where: { stationId: station.id, state: { in: OPEN_STATES }, startsAt: { gt: dateOf(now) } },
    orderBy: [{ startsAt: 'asc' }, { no: 'asc' }],
  })
}

/**
 * The activities a line is about: by number, or the only open one. Says what is wrong, or asks which, and then answers
 * with nothing. Locked until the transaction ends.
 */
export async function theActivities(
  context: CommandContext,
  numbers: readonly number[] | undefined,
  verb: string,
): Promise<OpenBook[]> {
  const open = await openActivities(context)
  if (!numbers) {
    const [only, another] = open
    if (!only) await context.say(copy.noneOpen)
    else if (another) await askWhich(context, open, verb)
    else return [(await lockBook(context.db, context.station.id, only.no))!]
    return []
  }
  const books: OpenBook[] = []
  for (const no of numbers) {
    const book = await lockBook(context.db, context.station.id, no)
    if (book) books.push(book)
    else await context.say(copy.unknown(no, open))
  }
  return books
}

/** One activity by its number, locked; says so when there is none, or when its state is none for this deed. */
export async function theActivity(
  context: CommandContext,
  number: number,
  verb: string,
  deed?: Deed,
): Promise<OpenBook | undefined> {
  const [open] = await theActivities(context, [number], verb)
  return open && timely(context, open, verb, deed)
}

/** The same for one's own part in it: also an activity of another station that one is a guest of. */
export async function ownActivity(
  context: CommandContext,
  number: number,
  verb: string,
  deed?: Deed,
): Promise<OpenBook | undefined> {
  const open = await ownBook(context, number)
  if (open) return timely(context, open, verb, deed)
  const { host } = context
  await context.say(host ? copy.notInvited(number, host) : copy.unknown(number, await openActivities(context)))
  return undefined
}

async function timely(context: CommandContext, open: OpenBook, verb: string, deed: Deed | undefined) {
  if (!deed || canBeDone(deed, open.activity.state as ActivityState)) return open
  await context.say(copy.untimely(open.activity, verb, mayLead(context)))
  return undefined
}

const mayLead = ({ speaker }: CommandContext): boolean => LEADING.some((role) => speaker.roles.has(role))

/** Which of these activities is meant; the answer runs the verb with its number. */
export async function askWhich(context: CommandContext, open: readonly Activity[], verb: string) {
  await context.ask({
    kind: 'which-activity',
    payload: { verb, numbers: open.map((activity) => activity.no) },
    text: copy.whichActivity(open, verb),
  })
}

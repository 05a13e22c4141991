import type { Activity } from '../../prisma/generated/client.js'
import { rowOf } from '../../station/activity/sign-up-book.js'
import { isInLine } from '../../station/activity/sign-up-status.js'
import type { CommandContext, StationContext } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { stationContext } from '../station-context.js'
import { lockBook, type OpenBook, readBook } from './book.js'
import { copy } from './copy.js'

/**
 * The activity of another station that invited this one, by its own number there; null where the number is meant for this
 * station, which has it itself and was not told otherwise.
 */
export async function guestBook(
  context: CommandContext,
  no: number,
  host: string | undefined,
): Promise<OpenBook | null> {
  const { db, station } = context
  const own = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (own && !(host && !station.name.includes(host))) return null
  return hostBook(context, no, host)
}

/** What another station invited this one to, by its number there. */
async function hostBook({ db, station }: CommandContext, no: number, host?: string): Promise<OpenBook | null> {
  const invitations = await db.guestStation.findMany({
    where: { stationId: station.id, activity: { no } },
    include: { activity: { include: { station: true } } },
    orderBy: { invitedAt: 'desc' },
  })
  const meant = invitations.find(({ activity }) => !host || activity.station.name.includes(host))
  if (!meant) return null
  await db.$queryRaw`SELECT id FROM "Activity" WHERE id = ${meant.activityId} FOR UPDATE`
  return readBook(db, meant.activityId)
}

/**
 * The activity by that number which somebody means who speaks of their own part in it: the station's own, or the one another
 * station invited them to and they signed up for. Locked; null where there is none.
 */
export async function ownBook(context: CommandContext, no: number): Promise<OpenBook | null> {
  if (context.host) return hostBook(context, no, context.host)
  const own = await lockBook(context.db, context.station.id, no)
  if (own && isIn(own, context.speaker.personId)) return own
  const host = await hostBook(context, no)
  return host && (!own || isIn(host, context.speaker.personId)) ? host : own
}

const isIn = ({ book }: OpenBook, personId: number): boolean => {
  const row = rowOf(book, personId)
  return row !== undefined && (isInLine(row.status) || row.status === 'leave')
}

/** As the station whose activity it is: a guest's withdrawal is news in the host's group. */
export async function hostContext(context: StationContext, { stationId }: Activity): Promise<StationContext> {
  const { db, now, services, change, station } = context
  if (stationId === station.id) return context
  const host = await db.station.findUniqueOrThrow({ where: { id: stationId } })
  return stationContext(db, host, now, services, change.author)
}

/** The host's convenor on duty hears of every guest. */
export async function tellHosts(context: CommandContext, activity: Activity, guestOf: string): Promise<void> {
  const host = await hostContext(context, activity)
  const convenorId = await convenorOnDuty(context.db, host.station, context.now)
  if (convenorId !== null) await host.tell(convenorId, copy.guestSignedUp(activity, context.speaker.name, guestOf))
}

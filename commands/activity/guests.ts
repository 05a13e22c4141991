import type { Activity } from '../../prisma/generated/client.js'
import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { reference, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { convenorOnDuty } from '../rotation/turns.js'
import { stationContext } from '../station-context.js'
import { type OpenBook, readBook } from './book.js'
import { copy } from './copy.js'
import { theActivity } from './find.js'

/** 邀请 another station: its group is told, and its deputies may sign up there. */
export const inviteStationCommand = command({
  name: '邀请',
  summary: '邀请别的站的代表参加',
  args: { number: reference('H', '活动编号'), name: word('站名', '法律站') },
  who: LEADING,
  changes: true,
  examples: ['H12 邀请 法律站'],
  async run(context, { number, name }) {
    const open = await theActivity(context, number, '邀请别的站', 'inviteStation')
    if (!open) return
    const { db, station, change, now, services } = context
    const short = name.replace(/站$/, '')
    const others = await db.station.findMany({
      where: { districtId: station.districtId, id: { not: station.id } },
      orderBy: { id: 'asc' },
    })
    const guests = others.filter((other) => other.name.includes(short))
    const [guest, another] = guests
    if (!guest || another)
      return context.say(
        copy.whichStation(
          name,
          others.map((other) => other.name),
        ),
      )
    const key = { activityId: open.activity.id, stationId: guest.id }
    if (await db.guestStation.findUnique({ where: { activityId_stationId: key } }))
      return context.say(copy.alreadyInvited(open.activity, guest.name))
    await change.create('GuestStation', { ...key, invitedAt: dateOf(now) })
    const there = stationContext(db, guest, now, services, change.author)
    await there.announce(copy.invitation(open.activity, station.name, open.book))
    await context.say(copy.invited(open.activity, guest.name))
  },
})

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

/** The host's convenor on duty hears of every guest. */
export async function tellHosts(context: CommandContext, activity: Activity, guestOf: string): Promise<void> {
  const { db, now, services, change, speaker } = context
  const host = await db.station.findUniqueOrThrow({ where: { id: activity.stationId } })
  const convenorId = await convenorOnDuty(db, host, now)
  if (convenorId === null) return
  await stationContext(db, host, now, services, change.author).tell(
    convenorId,
    copy.guestSignedUp(activity, speaker.name, guestOf),
  )
}

import { LEADING } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { reference, word } from '../arguments.js'
import { command } from '../command.js'
import { stationContext } from '../station-context.js'
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

import type { LinkedPlatform } from '../../prisma/generated/client.js'
import { Post } from '../../prisma/post.js'
import { platformKind, platformsMeant } from '../../station/linkage/platform-kind.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { afterQuietHours } from '../../station/time/quiet-hours.js'
import { theActivity } from '../activity/find.js'
import { reference, text, word } from '../arguments.js'
import { command } from '../command.js'
import type { StationContext } from '../context.js'
import { about } from '../keyed.js'
import { copy } from './copy.js'

const platformsOf = ({ db, station }: StationContext): Promise<LinkedPlatform[]> =>
  db.linkedPlatform.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })

/** Says it in the neighbour's own group, where it has one. */
async function tellPlatform({ db, now, settings }: StationContext, { chatRoomId }: LinkedPlatform, said: string) {
  if (chatRoomId === null) return
  await new Post(db, dateOf(now), null).toRoom(chatRoomId, {
    text: said,
    notBefore: dateOf(afterQuietHours(now, settings)),
  })
}

export const platformCommand = command({
  name: '联动平台',
  aliases: ['登记平台'],
  summary: '登记家、室、联系点、观察点',
  args: { name: text('平台名称', '双塘街道代表之家') },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['联动平台 双塘街道代表之家', '联动平台 社会建设社区观察点'],
  async run(context, { name }) {
    const kind = platformKind(name)
    if (!kind) return context.say(copy.notAPlatform(name))
    const known = (await platformsOf(context)).find((platform) => platform.name === name)
    if (!known) await context.change.create('LinkedPlatform', { stationId: context.station.id, name, kind })
    await context.say(copy.platformKept(name, kind, known?.chatRoomId != null))
  },
})

export const platformsCommand = command({
  name: '联动平台',
  aliases: ['平台清单'],
  summary: '看登记了哪些家、室、点',
  who: MEMBERS,
  changes: false,
  examples: ['联动平台'],
  async run(context) {
    await context.say(copy.platforms(await platformsOf(context)))
  },
})

/** 联动 观察点 H12: held together, counted once in the books of each, and told in the neighbour's group. */
export const linkActivityCommand = command({
  name: '联动',
  summary: '活动与家、室、点联动',
  args: { number: reference('H', '活动编号'), word: about('H', word('平台', '观察点')) },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['联动 观察点 H12', '联动 双塘街道代表之家 H12'],
  async run(context, { number, word: said }) {
    const open = await theActivity(context, number, '联动')
    if (!open) return
    const all = await platformsOf(context)
    const [platform, another] = platformsMeant(said, all)
    if (!platform) return context.say(copy.noPlatform(said))
    if (another) return context.say(copy.whichPlatform(platformsMeant(said, all), number))
    const { activity } = open
    const key = { platformId: platform.id, activityId: activity.id }
    const known = await context.db.platformActivity.findUnique({ where: { platformId_activityId: key } })
    if (known && !known.struck) return context.say(copy.linkedAlready(activity.no, platform.name))
    const at = dateOf(context.now)
    if (known) await context.change.update('PlatformActivity', known.id, { struck: false, at })
    else await context.change.create('PlatformActivity', { ...key, stationId: context.station.id, at })
    await tellPlatform(context, platform, copy.notice(context.station.name, activity))
    await context.say(copy.linked(activity.no, platform))
  },
})

import { isInLine, type SignUpStatus } from '../../station/activity/sign-up-status.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { optional, references } from '../arguments.js'
import { command } from '../command.js'
import { printList } from '../jielong/print-list.js'
import { readBook } from './book.js'
import { copy } from './copy.js'
import { openActivities, theActivities } from './find.js'

export const listCommand = command({
  name: '名单',
  aliases: ['报名名单', '接龙名单', '谁报名了'],
  summary: '看一个活动的报名名单',
  args: { numbers: optional(references('H', '活动编号')) },
  who: MEMBERS,
  changes: false,
  examples: ['名单 H12', 'H12 名单'],
  async run(context, { numbers }) {
    for (const open of await theActivities(context, numbers, '名单')) await context.say(await printList(context, open))
  },
})

export const openCommand = command({
  name: '活动',
  aliases: ['活动列表', '有什么活动'],
  summary: '看正在报名的活动',
  who: MEMBERS,
  changes: false,
  examples: ['活动'],
  async run(context) {
    const open = await openActivities(context)
    const books = await Promise.all(open.map(({ id }) => readBook(context.db, id)))
    await context.say(books.length > 0 ? copy.open(books) : copy.noneOpen)
  },
})

export const mineCommand = command({
  name: '我的活动',
  aliases: ['我的报名'],
  summary: '看自己报了哪些活动',
  who: MEMBERS,
  changes: false,
  examples: ['我的活动'],
  async run(context) {
    const { db, speaker, station, now } = context
    const rows = await db.signUp.findMany({
      where: {
        personId: speaker.personId,
        activity: {
          startsAt: { gt: dateOf(now) },
          state: { not: 'cancelled' },
          OR: [{ stationId: station.id }, { guestStations: { some: { stationId: station.id } } }],
        },
      },
      include: { activity: { include: { station: true } } },
      orderBy: { activity: { startsAt: 'asc' } },
    })
    const current = rows.filter(({ status }) => isInLine(status as SignUpStatus))
    await context.say(
      current.length > 0
        ? copy.mine(
            current.map(({ activity, status }) => ({
              activity,
              waiting: status === 'waiting',
              host: activity.stationId === station.id ? null : activity.station.name,
            })),
          )
        : copy.noneMine,
    )
  },
})

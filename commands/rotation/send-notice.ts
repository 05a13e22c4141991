import { LEADING } from '../../station/roles.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { theActivity } from '../activity/find.js'
import { sendNotice } from '../activity/publish.js'
import { references } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext, StationContext } from '../context.js'
import { accountOf } from '../station-context.js'
import { copy } from './task-copy.js'
import type { WantedTask } from './tasks.js'

const SEND_NOTICE = 'send-notice'
/** The convenor may still do it after staff have been asked. */
const OPEN_DAYS = 14

/**
 * The notice of an activity, asked of the convenor on duty by name in the group; “发” there or privately is the answer. One
 * question holds every notice still to be sent.
 */
export async function askForNotices(
  context: StationContext,
  convenor: { id: number; name: string; title: string },
  tasks: readonly WantedTask[],
): Promise<void> {
  const { db, station, now } = context
  const rooms = await db.room.findMany({ where: { stationId: station.id }, orderBy: { id: 'asc' } })
  const places = [null, ...rooms.map(({ chatRoomId }) => chatRoomId)]
  const open = { personId: convenor.id, kind: SEND_NOTICE, state: 'open' }
  const earlier = await db.question.findFirst({ where: { ...open, stationId: station.id }, orderBy: { id: 'desc' } })
  const before = (earlier?.payload as { nos?: number[] } | undefined)?.nos ?? []
  const nos = [...new Set([...before, ...tasks.map(({ noticeNo }) => noticeNo!)])]
  await db.question.updateMany({ where: open, data: { state: 'replaced' } })
  for (const roomId of places)
    await db.question.create({
      data: { ...open, roomId, stationId: station.id, payload: { nos }, ...openFrom(now) },
    })
  const account = await accountOf(db, convenor.id, now)
  const text = tasks.map((task) => task.text).join('\n')
  await context.announce(copy.mention(convenor.name, convenor.title, text), account ? { mentionIds: [account] } : {})
}

const openFrom = (now: Moment) => ({ askedAt: dateOf(now), expiresAt: dateOf(now.add({ days: OPEN_DAYS })) })

export const sendNoticeCommand = command({
  name: '发',
  aliases: ['发通知'],
  summary: '把活动图卡和接龙发到群里',
  args: { nos: references('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['发 H12'],
  silentAlone: true,
  run: (context, { nos }) => send(context, nos),
  answers: {
    [SEND_NOTICE]: {
      accepts: (folded) => (/^(?:发|发吧|发通知)$/.test(folded) ? true : undefined),
      run: async (context, { nos }) => send(context, await stillToSend(context, nos as number[])),
    } satisfies AnswerHandler<boolean>,
  },
})

/** What was sent by its number or by 通知 meanwhile is not sent again by a “发” alone. */
async function stillToSend({ db, station }: CommandContext, nos: readonly number[]): Promise<number[]> {
  const keys = nos.map((no) => `notice:H${no}`)
  const done = await db.convenorTask.findMany({
    where: { stationId: station.id, key: { in: keys }, doneAt: { not: null } },
  })
  return nos.filter((no) => !done.some(({ key }) => key === `notice:H${no}`))
}

async function send(context: CommandContext, nos: readonly number[]): Promise<void> {
  const { db, station, now } = context
  await db.question.updateMany({
    where: { stationId: station.id, kind: SEND_NOTICE, state: 'open', payload: { equals: { nos: [...nos] } } },
    data: { state: 'answered', answeredAt: dateOf(now) },
  })
  for (const no of nos) {
    const open = await theActivity(context, no, '发')
    if (open) await sendNotice(context, open.activity)
  }
}

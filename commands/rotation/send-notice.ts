import { LEADING } from '../../station/roles.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { readBook } from '../activity/book.js'
import { copy as activityCopy } from '../activity/copy.js'
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
  summary: '把活动通知发到群里',
  args: { nos: references('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['发 H12'],
  silentAlone: true,
  run: (context, { nos }) => send(context, nos),
  answers: {
    [SEND_NOTICE]: {
      accepts: (folded) => (/^(?:发|发吧|发通知)$/.test(folded) ? true : undefined),
      run: (context, { nos }) => send(context, nos as number[]),
    } satisfies AnswerHandler<boolean>,
  },
})

async function send(context: CommandContext, nos: readonly number[]): Promise<void> {
  const { db, station, speaker, now, say, change } = context
  await db.question.updateMany({
    where: { stationId: station.id, kind: SEND_NOTICE, state: 'open', payload: { equals: { nos: [...nos] } } },
    data: { state: 'answered', answeredAt: dateOf(now) },
  })
  for (const no of nos) {
    const found = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
    if (!found || !['open', 'full'].includes(found.state)) {
      await say(found ? copy.cannotSend(no) : copy.unknown(no))
      continue
    }
    const { book } = await readBook(db, found.id)
    await context.announce(activityCopy.created(found, book, { assumedTime: false, notThisWeek: undefined }), {
      urgent: true,
    })
    if (context.roomId === null) await say(copy.sent(no))
    const key = { stationId: station.id, key: `notice:H${no}` }
    const task = await db.convenorTask.findUnique({ where: { stationId_key: key } })
    const byConvenor = speaker.roles.has('convenor') || speaker.roles.has('head')
    const done = { doneAt: dateOf(now), doneBy: byConvenor ? 'convenor' : 'staff' }
    if (task?.doneAt) continue
    if (task) await change.update('ConvenorTask', task.id, done)
    else await change.create('ConvenorTask', { ...key, line: `发 H${no}`, askedAt: dateOf(now), ...done })
  }
}

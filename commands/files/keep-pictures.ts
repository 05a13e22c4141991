import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'

export const KEEP_FILE_JOB = 'keep-file'
/** Pictures sent so long before the command still belong to it. */
const RECENT_MINUTES = 10

/**
 * Files under a record the pictures its speaker has just sent in the same place, each once; returns how many. The bytes are
 * fetched after this transaction. Pictures that nobody files are never fetched.
 * @public
 */
export async function keepPictures(context: CommandContext, about: string): Promise<number> {
  const { db, change, message, now, roomId, station, speaker } = context
  const mine = await db.inboxMessage.findUniqueOrThrow({ where: { seq: message.seq } })
  const sent = await db.inboxMessage.findMany({
    where: {
      kind: 'image',
      roomId,
      accountId: mine.accountId,
      arrivedAt: { gte: dateOf(now.subtract({ minutes: RECENT_MINUTES })) },
    },
    orderBy: { seq: 'asc' },
  })
  let kept = 0
  for (const { messageId, arrivedAt } of sent) {
    if (await db.keptFile.findUnique({ where: { messageId } })) continue
    const { id } = await change.create('KeptFile', {
      stationId: station.id,
      about,
      personId: speaker.personId,
      messageId,
      sentAt: arrivedAt,
    })
    await db.jobRun.create({
      data: {
        job: KEEP_FILE_JOB,
        slot: messageId,
        stationId: station.id,
        dueAt: dateOf(now),
        outcome: 'requested',
        payload: { id, messageId },
      },
    })
    kept += 1
  }
  return kept
}

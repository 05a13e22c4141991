import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'

const MINUTES = 10

/** Pictures the speaker has just sent here, kept as evidence for what is being told; how many. */
export async function keptPictures(context: CommandContext, _about: string): Promise<number> {
  const { db, message, now, roomId } = context
  const mine = await db.inboxMessage.findUniqueOrThrow({ where: { seq: message.seq } })
  return db.inboxMessage.count({
    where: {
      kind: 'image',
      roomId,
      accountId: mine.accountId,
      arrivedAt: { gte: dateOf(now.subtract({ minutes: MINUTES })) },
    },
  })
}

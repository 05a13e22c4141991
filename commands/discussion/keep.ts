import { mask } from '../../station/privacy/mask.js'
import { dateOf } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { unrecordedWhy } from '../guards/recording.js'

/**
 * Keeps what was said to the group, masked, where the group has switched that on; nowhere else anything is kept. Commands
 * and what strangers say never come here.
 */
export async function keepSaid(context: CommandContext): Promise<void> {
  const { db, roomId, station, speaker, message, now } = context
  if (roomId === null) return
  const kept = await db.discussionSwitch.findUnique({ where: { chatRoomId: roomId } })
  if (!kept?.on || kept.stationId !== station.id || (await unrecordedWhy(context)) !== null) return
  const quoted = message.quoted === null ? '' : `「引用：${message.quoted}」\n- - - - - -\n`
  await db.discussionLine.createMany({
    data: [
      {
        seq: message.seq,
        stationId: station.id,
        chatRoomId: roomId,
        speaker: speaker.name,
        at: dateOf(now),
        text: mask(`${quoted}${message.raw}`).text,
      },
    ],
    skipDuplicates: true,
  })
}

import type { CommandContext } from '../context.js'
import { accountOf } from '../station-context.js'

/** A question that waits for the end of quiet hours and has been answered meanwhile is not asked any more. */
export async function unask({ db, speaker, now }: CommandContext, no: number): Promise<void> {
  const accountId = await accountOf(db, speaker.personId, now)
  if (accountId === null) return
  await db.outboxMessage.updateMany({
    where: {
      accountId,
      state: 'queued',
      said: null,
      OR: [{ text: { contains: `“确认 H${no}”` } }, { text: { contains: `“同意 H${no}”` } }],
    },
    data: { state: 'takenBack' },
  })
}

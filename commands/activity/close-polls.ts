import type { Tx } from '../../prisma/change.js'

/** Asked anew, settled or cancelled: nobody is asked about the old choices any more. */
export async function closePolls(db: Tx, activityId: number): Promise<void> {
  const polls = await db.poll.findMany({ where: { activityId, state: 'open' } })
  for (const { id } of polls) {
    await db.poll.update({ where: { id }, data: { state: 'closed' } })
    await db.question.updateMany({
      where: { kind: 'poll', state: 'open', payload: { path: ['pollId'], equals: id } },
      data: { state: 'replaced' },
    })
  }
}

import type { Suggestion } from '../../prisma/generated/client.js'
import { dateOf, type Temporal } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { copy } from '../opinion/copy.js'
import { lockOpinion } from '../opinion/opinion-row.js'
import { clockStep, quietStep } from '../opinion/step.js'

/** A suggestion's answer is an answer to the residents it came from: whoever recorded them is told what to pass on. */
export async function answerOpinions(
  context: CommandContext,
  { no, opinionNos }: Suggestion,
  reply: { text: string; by: string; on: Temporal.PlainDate },
): Promise<void> {
  const { db, station, now, change } = context
  for (const opinionNo of opinionNos) {
    const row = await lockOpinion(db, station.id, opinionNo)
    if (row?.state !== '拟转建议') continue
    const { text, by, on } = reply
    const taken = await quietStep(context, row, { kind: 'reply', text, by, on }, `J${no} ${by}：${text}`, {
      answer: text,
    })
    if (!taken) continue
    await clockStep(context, taken.row, { kind: 'tellDeputy' }, '')
    await change.update('Opinion', row.id, { toldAt: dateOf(now) })
    const reporter = await db.person.findUniqueOrThrow({ where: { id: row.reporterId } })
    await context.tell(row.reporterId, copy.tellResident(taken.row, reporter.name))
  }
}

import type { Opinion, Suggestion } from '../../prisma/generated/client.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import { dateOf, type Temporal } from '../../station/time/civil.js'
import type { CommandContext } from '../context.js'
import { copy } from '../opinion/copy.js'
import { historyOf, lockOpinion, patchOpinion } from '../opinion/opinion-row.js'
import { clockStep, quietStep } from '../opinion/step.js'

/** The residents have, or are about to have, an answer that the unit has since replaced (再答复), and have not rated it. */
const SUPERSEDED: readonly string[] = [OPINION_STATES.toldDeputy.label, OPINION_STATES.passedOn.label]

const heardOf = (row: Opinion, no: number): boolean => historyOf(row).some(({ text }) => text.startsWith(`J${no} `))

/** Nobody passes on what no longer holds: the new answer stands in the record, and its reporter is told. */
async function answerAnew(context: CommandContext, row: Opinion, line: string, answer: string) {
  const { db, now, speaker, change } = context
  const after = await patchOpinion({ change, now, speakerName: speaker.name }, row, { answer }, '再答复', line)
  const reporter = await db.person.findUniqueOrThrow({ where: { id: row.reporterId } })
  await context.tell(row.reporterId, copy.tellResident(after, reporter.name))
}

/** A suggestion's answer is an answer to the residents it came from: whoever recorded them is told what to pass on. */
export async function answerOpinions(
  context: CommandContext,
  { no, opinionNos }: Suggestion,
  reply: { text: string; by: string; on: Temporal.PlainDate },
): Promise<void> {
  const { db, station, now, change } = context
  for (const opinionNo of opinionNos) {
    const row = await lockOpinion(db, station.id, opinionNo)
    const { text, by, on } = reply
    if (row && SUPERSEDED.includes(row.state) && row.answer !== text && heardOf(row, no)) {
      await answerAnew(context, row, `J${no} ${by}：${text}`, text)
      continue
    }
    if (row?.state !== '拟转建议') continue
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

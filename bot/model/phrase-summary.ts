import { factsOf } from '../../station/summary/facts.js'
import { type CheckedItem, checkPoints, type Rejected } from '../../station/summary/faithful.js'
import { figuresOf } from '../../station/summary/figures.js'
import { pointsShape, promptsFor } from '../../station/summary/prompt.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import { GROUP_LINES } from '../../station/summary/summary.js'
import type { ModelFailure, ModelPort } from './port.js'

export interface PhrasingOptions {
  stationId: number | null
  /** Every name of the roster: one that is not in the records cited is an invention here. */
  roster: readonly string[]
  deadlineMs: number
  maxOutputTokens?: number
}

export type Phrased =
  | { ok: true; author: string; items: CheckedItem[]; rejected: Rejected[] }
  /** Nothing usable came: the offline path takes over and names the reason. */
  | { ok: false; without: ModelFailure }

const MAX_OUTPUT_TOKENS = 1_200

/**
 * Lets the model phrase the records of a period and believes of it only what they bear out. Long records go in parts, all
 * at once under the one deadline; a part that fails fails the whole, for half a summary would hide what is missing.
 */
export const phraseSummary = async (
  model: ModelPort,
  records: PeriodRecords,
  { stationId, roster, deadlineMs, maxOutputTokens = MAX_OUTPUT_TOKENS }: PhrasingOptions,
): Promise<Phrased> => {
  const facts = factsOf(records, figuresOf(records))
  const prompts = promptsFor(records, facts)
  const answers = await Promise.all(
    prompts.map(({ instructions, data }) =>
      model.ask({
        purpose: 'summary',
        stationId,
        system: instructions,
        data,
        schema: pointsShape,
        maxOutputTokens,
        deadlineMs,
      }),
    ),
  )
  const failure = answers.find((answer) => !answer.ok)
  if (failure !== undefined && !failure.ok) return { ok: false, without: failure.reason }
  const perPart = Math.max(1, Math.ceil(GROUP_LINES / prompts.length))
  const points = answers.flatMap((answer) => (answer.ok ? answer.value.points.slice(0, perPart) : []))
  const { items, rejected } = checkPoints(points, facts, {
    instructions: prompts[0]!.instructions,
    roster,
    alsoKnown: [records.station],
    maxPoints: GROUP_LINES,
  })
  return { ok: true, author: model.name, items, rejected }
}

import type { Phrasing } from '../../commands/summary/versions.js'
import { checkPoints } from '../../station/summary/faithful.js'
import { factsOf } from '../../station/summary/facts.js'
import { figuresOf } from '../../station/summary/figures.js'
import { pointsShape, promptsFor } from '../../station/summary/prompt.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import { GROUP_LINES } from '../../station/summary/summary.js'
import type { ModelPort } from './port.js'

const MAX_OUTPUT_TOKENS = 1200
const DEADLINE_MS = 45_000

/**
 * A model's wording of the records, every sentence checked against them. Whatever goes wrong, the answer says why and the
 * house writes the summary itself.
 */
export async function phraseSummary(
  model: ModelPort,
  records: PeriodRecords,
  station: { id: number; roster: readonly string[] },
): Promise<Phrasing> {
  const facts = factsOf(records, figuresOf(records))
  const items = []
  for (const { instructions, data } of promptsFor(records, facts)) {
    const answer = await model.ask({
      purpose: 'summary',
      stationId: station.id,
      system: instructions,
      data,
      schema: pointsShape,
      maxOutputTokens: MAX_OUTPUT_TOKENS,
      deadlineMs: DEADLINE_MS,
    })
    if (!answer.ok) return { without: answer.reason }
    const checked = checkPoints(answer.value.points, facts, {
      instructions,
      roster: station.roster,
      alsoKnown: [records.station],
      maxPoints: GROUP_LINES,
    })
    items.push(...checked.items)
  }
  return { author: model.name, items }
}

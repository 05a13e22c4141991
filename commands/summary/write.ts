import type { Prisma } from '../../prisma/generated/client.js'
import type { SummaryPeriod } from '../../station/summary/records.js'
import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { higherLine } from '../linkage/escalation.js'
import type { Versions } from './versions.js'

/** The job that writes a summary, by its schedule or because a convenor asked. */
export const SUMMARY_JOB = 'summary'

/** Stores a summary before it is posted; what is posted is the stored text to the letter. */
export async function storeSummary(
  context: StationContext,
  versions: Versions,
  period: SummaryPeriod,
): Promise<string> {
  const { summary, group } = versions
  // What a higher congress must help with stands by itself in the report of a month.
  const higher = period.kind === 'month' ? await higherLine(context) : ''
  const { change, station, now } = context
  const row = await change.create('Summary', {
    stationId: station.id,
    kind: period.kind,
    fromAt: dateOf(period.from),
    untilAt: dateOf(period.until),
    statements: summary.statements as unknown as Prisma.InputJsonArray,
    figures: summary.figures as unknown as Prisma.InputJsonObject,
    text: [group, higher].filter(Boolean).join('\n'),
    author: summary.author,
    createdAt: dateOf(now),
  })
  return row.text
}

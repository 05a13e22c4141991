import type { Figures } from './figures.js'
import type { SummaryPeriod } from './records.js'

/** One sentence and the records it rests on: what is stored and shown. */
export interface Statement {
  text: string
  /** Record numbers: H12, Y17, 轮值2026-11. */
  evidence: string[]
}

export interface Summary {
  station: string
  period: SummaryPeriod
  /** Who phrased it: offline, or the model's name. */
  author: string
  statements: Statement[]
  figures: Figures
}

export const OFFLINE = 'offline'

/** Lines of the version posted in the group, its title not counted. */
export const GROUP_LINES = 5

const letters = (evidence: readonly string[]): Set<string> => new Set(evidence.map((ref) => ref.slice(0, 1)))

/**
 * The model's sentences first; then, of the offline ones, those about kinds of records the model passed over, so that a
 * summary never loses its opinions or what is due because a model did not care for them.
 */
export const completeWith = (
  phrased: readonly Statement[],
  offline: readonly Statement[],
  lines = GROUP_LINES,
): Statement[] => {
  if (phrased.length === 0) return offline.slice(0, lines)
  const told = letters(phrased.flatMap(({ evidence }) => evidence))
  const missing = offline.filter(
    ({ evidence }) => evidence.length > 0 && ![...letters(evidence)].some((kind) => told.has(kind)),
  )
  return [...phrased.slice(0, lines - Math.min(missing.length, lines)), ...missing].slice(0, lines)
}

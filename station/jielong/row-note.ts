import type { Folded } from '../text/fold.js'
import { readCompanions } from './companions.js'

/** What is left of a row when names and numbers of companions are taken out, in the writer's own characters. */
export const remainder = (
  folded: Folded,
  spans: readonly (readonly [number, number])[],
): { note: string; companions: number | null } => {
  const open = spans.reduce(
    (text, [start, end]) => text.slice(0, start) + '\u0001'.repeat(end - start) + text.slice(end),
    folded.text,
  )
  const counted = readCompanions(open)
  const taken = [...spans, ...(counted === null ? [] : [counted.span])].sort((a, b) => a[0] - b[0])
  let at = 0
  const parts: string[] = []
  for (const [start, end] of taken) {
    parts.push(folded.cut(at, start))
    at = end
  }
  parts.push(folded.cut(at, folded.text.length))
  return { note: tidy(parts), companions: counted?.companions ?? null }
}

const EDGE = /^[^\p{L}\p{N}(（【[《“"]+|[^\p{L}\p{N})）】\]》”"。！!？?…%℃]+$/gu
/** Says no more than the row does. */
const EMPTY_WORDS = /^(?:(?:代|帮|替)(?:填|报名?|接龙)?|报名?|参加|接龙)$/

const tidy = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(EDGE, ''))
    .filter((part) => part !== '' && !EMPTY_WORDS.test(part))
    .join(' ')
    .replace(/^[（(]([^()（）]*)[)）]$/, '$1')
    .trim()

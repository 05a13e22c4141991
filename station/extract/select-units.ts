import type { SenseUnit } from './sense-unit.js'

/** How much a unit's place and shape count; measured on the development set, see the tests. */
const WEIGHT = {
  /** A term is worth this much of its last worth each further time it is said. */
  repeated: 0.5,
  question: 0.4,
  dangling: 0.8,
  courtesy: 0.3,
  /** The first utterance of a meeting greets and introduces. */
  opening: 0.5,
  /** Added to a unit's length: keeps very short units from winning by density alone. */
  lengthPadChars: 8,
}

const TOO_SHORT_CHARS = 8

const termCounts = (units: readonly SenseUnit[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const unit of units) for (const term of unit.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/**
 * Picks the units that together say most of what is said often, each further mention of the same term being worth less
 * (greedy budgeted coverage; the discount plays the part of MMR's redundancy term). Returned in order of speech.
 * The gain of a unit only falls as others are chosen, so a stale gain is an upper bound and few are ever recomputed:
 * time is near n log n in the number of units.
 */
export const selectUnits = (units: readonly SenseUnit[], maxChars: number): SenseUnit[] => {
  const counts = termCounts(units)
  const said = new Map<string, number>()
  const chosen: SenseUnit[] = []
  const several = (units.at(-1)?.utterance ?? 0) > 1

  const gainOf = (unit: SenseUnit): number => {
    let gain = 0
    unit.terms.forEach((term, index) => {
      let times = said.get(term) ?? 0
      for (let earlier = 0; earlier < index; earlier++) if (unit.terms[earlier] === term) times++
      gain += (counts.get(term) ?? 0) * WEIGHT.repeated ** times
    })
    gain /= unit.lengthChars + WEIGHT.lengthPadChars
    if (unit.question) gain *= WEIGHT.question
    if (unit.dangling) gain *= WEIGHT.dangling
    if (unit.courtesy) gain *= WEIGHT.courtesy
    if (several && unit.utterance === 0) gain *= WEIGHT.opening
    return gain
  }

  const queue = units
    .filter((unit) => unit.lengthChars >= TOO_SHORT_CHARS && unit.lengthChars < maxChars)
    .map((unit) => ({ unit, gain: gainOf(unit) }))
    .sort((a, b) => b.gain - a.gain || a.unit.order - b.unit.order)
  const texts = new Set<string>()
  let left = maxChars

  while (queue.length > 0 && left > TOO_SHORT_CHARS) {
    const top = queue.shift()!
    // One more character than its own: the mark that separates it from the next.
    if (top.unit.lengthChars + 1 > left || texts.has(top.unit.text)) continue
    const gain = gainOf(top.unit)
    if (gain <= 0) continue
    if (queue[0] !== undefined && gain < queue[0].gain) {
      let at = 0
      let end = queue.length
      while (at < end) {
        const middle = (at + end) >> 1
        if (queue[middle]!.gain > gain) at = middle + 1
        else end = middle
      }
      queue.splice(at, 0, { unit: top.unit, gain })
      continue
    }
    chosen.push(top.unit)
    texts.add(top.unit.text)
    left -= top.unit.lengthChars + 1
    for (const term of top.unit.terms) said.set(term, (said.get(term) ?? 0) + 1)
  }
  return chosen.sort((a, b) => a.order - b.order)
}

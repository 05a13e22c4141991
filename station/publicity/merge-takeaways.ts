import { grams } from '../opinion/grams.js'

export interface Takeaway {
  ref: string
  personName: string
  text: string
}

export interface MergedTakeaway {
  /** The longest wording of the group. */
  text: string
  from: Takeaway[]
}

/** Frames in which people put what they learnt. */
const FRAMES = /值得|我们|学习|借鉴|可以|做法|经验|推广|建议|希望|觉得|感觉|很好|非常|的|了|也|都|要|应该|这次|观摩/gu
/** Share of the shorter one's pairs of characters that the other one has too. */
const SAME = 0.6

const pairsOf = (text: string): ReadonlySet<string> => {
  const bare = new Set(grams(text.replace(FRAMES, ' '), 2, 2))
  return bare.size >= 2 ? bare : new Set(grams(text, 2, 2))
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((pair) => b.has(pair)).length / Math.max(1, Math.min(a.size, b.size))

/**
 * Lines that say nearly the same become one, told in the fullest wording; nothing is reworded and nobody's name is lost.
 * A line joins the first group one of whose lines it resembles, so the result does not depend on chance.
 */
export const mergeTakeaways = (takeaways: readonly Takeaway[]): MergedTakeaway[] => {
  const groups: { pairs: ReadonlySet<string>[]; from: Takeaway[] }[] = []
  for (const takeaway of takeaways) {
    const pairs = pairsOf(takeaway.text)
    const group = groups.find((known) => known.pairs.some((other) => likeness(pairs, other) >= SAME))
    if (group === undefined) groups.push({ pairs: [pairs], from: [takeaway] })
    else {
      group.pairs.push(pairs)
      group.from.push(takeaway)
    }
  }
  return groups
    .map(({ from }) => ({
      text: from.map(({ text }) => text).reduce((longest, text) => (text.length > longest.length ? text : longest)),
      from,
    }))
    .sort((a, b) => b.from.length - a.from.length)
}

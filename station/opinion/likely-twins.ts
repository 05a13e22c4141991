import { BLOCK_OPINIONS, NOWHERE, numbersIn, SIZE_KEYS, type TwinProbe } from './search-keys.js'
import { likeness } from './twins.js'

/** One row of the index: which opinions of a block hold a key. */
export interface Marks {
  readonly key: string
  readonly block: number
  readonly marks: string
}

export interface LikelyTwin {
  readonly no: number
  /** No opinion is more alike than its keys say: those behind need not be read once two are found that beat it. */
  readonly atMost: number
}

/** What one opinion shares with the one asked for. */
interface Tally {
  pairs: number
  matters: number
  sameText: boolean
}

const holds = (block: ReadonlyMap<string, string>, key: string, at: number): boolean => block.get(key)?.[at] === '1'

/** Opinions that may be twins of the one asked for, the likeliest first, the newer first among equals. */
export const likelyTwins = (probe: TwinProbe, rows: readonly Marks[]): readonly LikelyTwin[] => {
  const blocks = new Map<number, Map<string, string>>()
  for (const { key, block, marks } of rows) blocks.set(block, (blocks.get(block) ?? new Map()).set(key, marks))
  return [...blocks]
    .flatMap(([block, marks]) =>
      [...talliesOf(probe, marks)].flatMap(([at, tally]): LikelyTwin[] => {
        const atMost = mostAlike(probe, marks, at, tally)
        return atMost === null ? [] : [{ no: block * BLOCK_OPINIONS + at, atMost }]
      }),
    )
    .sort((a, b) => b.atMost - a.atMost || b.no - a.no)
}

/** By place in the block; only of those that share anything. */
function talliesOf({ sameText, matters, pairs }: TwinProbe, marks: ReadonlyMap<string, string>): Map<number, Tally> {
  const tallies = new Map<number, Tally>()
  const each = (key: string, count: (tally: Tally) => void) => {
    for (const at of numbersIn(0, marks.get(key) ?? '')) {
      const tally = tallies.get(at) ?? { pairs: 0, matters: 0, sameText: false }
      tallies.set(at, tally)
      count(tally)
    }
  }
  for (const key of pairs)
    each(key, (tally) => {
      tally.pairs += 1
    })
  for (const key of matters)
    each(key, (tally) => {
      tally.matters += 1
    })
  each(sameText, (tally) => {
    tally.sameText = true
  })
  return tallies
}

function mostAlike(
  { places, pairs }: TwinProbe,
  marks: ReadonlyMap<string, string>,
  at: number,
  tally: Tally,
): number | null {
  const anywhere = places.length === 0
  if (!anywhere && !places.some((key) => holds(marks, key, at))) return null
  const size = SIZE_KEYS.reduce((sum, key, digit) => sum + (holds(marks, key, at) ? 1 << digit : 0), 0)
  return likeness({
    place: anywhere || holds(marks, NOWHERE, at) ? null : true,
    sameText: tally.sameText,
    // A pair may stand in the opinion's place or category too: never more than all of them are shared.
    words: Math.min(1, tally.pairs / Math.max(1, Math.min(pairs.length, size))),
    matters: tally.matters,
  })
}

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

interface Tally {
  readonly pairs: Uint16Array
  readonly matters: Uint16Array
  readonly size: Uint16Array
  readonly sameText: Uint8Array
  readonly here: Uint8Array
  readonly nowhere: Uint8Array
}

const emptyTally = (): Tally => ({
  pairs: new Uint16Array(BLOCK_OPINIONS),
  matters: new Uint16Array(BLOCK_OPINIONS),
  size: new Uint16Array(BLOCK_OPINIONS),
  sameText: new Uint8Array(BLOCK_OPINIONS),
  here: new Uint8Array(BLOCK_OPINIONS),
  nowhere: new Uint8Array(BLOCK_OPINIONS),
})

/** Opinions that may be twins of the one asked for, the likeliest first, the newer first among equals. */
export const likelyTwins = (probe: TwinProbe, rows: readonly Marks[]): readonly LikelyTwin[] => {
  const tallies = new Map<number, Tally>()
  const [pairs, matters, places] = [new Set(probe.pairs), new Set(probe.matters), new Set(probe.places)]
  for (const { key, block, marks } of rows) {
    const tally = tallies.get(block) ?? emptyTally()
    tallies.set(block, tally)
    const digit = SIZE_KEYS.indexOf(key)
    for (const no of numbersIn(0, marks)) {
      if (digit >= 0) tally.size[no]! += 1 << digit
      if (pairs.has(key)) tally.pairs[no]! += 1
      if (matters.has(key)) tally.matters[no]! += 1
      if (places.has(key)) tally.here[no] = 1
      if (key === NOWHERE) tally.nowhere[no] = 1
      if (key === probe.sameText) tally.sameText[no] = 1
    }
  }
  const anywhere = probe.places.length === 0
  return [...tallies]
    .flatMap(([block, tally]) =>
      Array.from({ length: BLOCK_OPINIONS }, (_, at): LikelyTwin | undefined => {
        if (!anywhere && tally.here[at] === 0) return undefined
        const shorter = Math.min(probe.pairs.length, tally.size[at]!)
        const atMost = likeness({
          place: anywhere || tally.nowhere[at] === 1 ? null : true,
          sameText: tally.sameText[at] === 1,
          // A pair may stand in the opinion's place or category too: never more than all of them are shared.
          words: Math.min(1, tally.pairs[at]! / Math.max(1, shorter)),
          matters: tally.matters[at]!,
        })
        return atMost === null ? undefined : { no: block * BLOCK_OPINIONS + at, atMost }
      }).filter((twin) => twin !== undefined),
    )
    .sort((a, b) => b.atMost - a.atMost || b.no - a.no)
}

/**
 * Drawing lots, repeatably: the last tie-break between people who are equal in every fact. It depends on the person *and* the
 * period, so nobody's place in the roster, name or number wins twice for the same reason. 0 … 2³²−1, lower goes first.
 * FNV-1a over the text, then MurmurHash3's finaliser, because FNV alone leaves neighbouring ids close together.
 */
export const lot = (seed: string, personId: number, period: string): number => {
  let hash = 0x811c9dc5
  for (const char of `${seed}|${period}|${personId}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

import type { Signature } from './twins.js'

/**
 * What the store finds opinions by, without reading them. Per station every key has one row of 1,024 marks for each 1,024
 * opinions: which of them hold it. What holds several keys is where the marks agree, so a question costs a few short rows
 * per thousand opinions however often its words stand in them.
 */
export const BLOCK_OPINIONS = 1024
export const blockOf = (no: number): number => Math.floor(no / BLOCK_OPINIONS)
export const markOf = (no: number): number => no % BLOCK_OPINIONS

/** The numbers that a row of marks ("0100…") holds, the newest first. */
export function* numbersIn(block: number, marks: string): Generator<number> {
  for (let at = marks.lastIndexOf('1'); at >= 0; at = at === 0 ? -1 : marks.lastIndexOf('1', at - 1))
    yield block * BLOCK_OPINIONS + at
}

/** Blocks to look into together, from the newest back to the first; each time sixteen times as many. */
export function* blockSpans(newest: number): Generator<{ from: number; until: number }> {
  for (let until = newest, size = 16; until >= 0; until -= size, size *= 16)
    yield { from: Math.max(0, until - size + 1), until }
}

/** How words are compared: full and half width, capital and small are one. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const runsOf = (text: string): readonly (readonly string[])[] =>
  (folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((run) => [...run])

const pairsOf = (run: readonly string[]): string[] => run.slice(1).map((character, at) => run[at]! + character)

/** Every character and every pair of characters that touch, part by part. */
export const searchKeys = (parts: readonly (string | null)[]): string[] => [
  ...new Set(parts.flatMap((part) => runsOf(part ?? '').flatMap((run) => [...run, ...pairsOf(run)]))),
]

/** What an opinion must have to hold this term; none: the term has neither letter nor number to be searched by. */
export const termKeys = (term: string): string[] => [
  ...new Set(runsOf(term).flatMap((run) => (run.length === 1 ? run : pairsOf(run)))),
]

/** A term that is itself a key stands wherever the key does. */
export const isKey = (term: string): boolean => termKeys(term).length === 1 && termKeys(term)[0] === folded(term)

/** Keys may agree where the words stand apart: whether every term stands there is read from the words themselves. */
export const holds = (parts: readonly (string | null)[], terms: readonly string[]): boolean => {
  const words = parts.map((part) => folded(part ?? ''))
  return terms.every((term) => words.some((part) => part.includes(folded(term))))
}

/** Two places can be one only if their names, or the name of one and the street of the other, begin alike. */
const PLACE_CHARS = 2
export const NOWHERE = '@'

/** Signs that no word begins with. */
const placeKeys = ({ place }: Signature): string[] =>
  place ? [place.name, place.street ?? ''].filter(Boolean).map((name) => `@${name.slice(0, PLACE_CHARS)}`) : [NOWHERE]
const matterKey = (label: string): string => `#${label}`

/** FNV-1a: short, and two texts that share it by chance are told apart by their words. */
export const sameTextKey = ({ letters }: Signature): string => {
  let hash = 0x811c9dc5
  for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193)
  return `=${(hash >>> 0).toString(36)}`
}

/** How many pairs a text has, as binary digits: the share of them that two texts have in common needs it. */
const SIZE_DIGITS = 11
export const sizeKeys = (size: number): string[] =>
  SIZE_KEYS.filter((_, digit) => Math.min(size, 2 ** SIZE_DIGITS - 1) & (1 << digit))
export const SIZE_KEYS: readonly string[] = Array.from({ length: SIZE_DIGITS }, (_, digit) => `%${digit}`)

/** Under which keys an opinion is found by its later twins, beside those of its words. */
export const twinKeys = (signature: Signature): string[] => [
  ...new Set([
    ...placeKeys(signature),
    sameTextKey(signature),
    ...[...signature.matters].map(matterKey),
    ...signature.pairs,
    ...sizeKeys(signature.pairs.size),
  ]),
]

/** By which keys its earlier twins are found, and what each says of them. */
export const twinProbe = (signature: Signature) => ({
  places: signature.place ? [...new Set([...placeKeys(signature), NOWHERE])] : [],
  sameText: sameTextKey(signature),
  matters: [...signature.matters].map(matterKey),
  pairs: [...signature.pairs],
})

export type TwinProbe = ReturnType<typeof twinProbe>

/** Everything that is to be read for a probe. Whether a place is known is asked of all. */
export const probeKeys = ({ places, sameText, matters, pairs }: TwinProbe): string[] => [
  ...new Set([...places, NOWHERE, sameText, ...matters, ...pairs, ...SIZE_KEYS]),
]

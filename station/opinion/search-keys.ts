import type { Temporal } from '../time/civil.js'
import { chunks, grams } from './grams.js'
import type { Signature } from './twins.js'

/**
 * What the store finds opinions by, without reading them: characters and pairs for a search, and for twins whatever two
 * likely twins must share. Keys carry their station, and those of twins their month, so that what a question costs does
 * not grow with the store.
 */

/**
 * Opinions are searched by the thousand, the newest first: a word that stands in every fourth opinion is found in the
 * first block and looked for no further; a rare one has few rows in any.
 */
export const BLOCK_OPINIONS = 1024
export const blockOf = (no: number): number => Math.floor(no / BLOCK_OPINIONS)

/** Every character and every pair of what is searched: words, place, category, unit. */
export const searchKeys = (stationId: number, no: number, parts: readonly (string | null)[]): string[] => [
  ...new Set(
    parts.flatMap((part) => [...grams(part ?? '', 1, 2)]).map((gram) => `${stationId} ${blockOf(no)} ${gram}`),
  ),
]

/** What an opinion must have to hold this term, block aside; none: the term has nothing to be searched by. */
export const termGrams = (term: string): string[] => [
  ...new Set(chunks(term).flatMap((chunk) => [...grams(chunk, Math.min(2, [...chunk].length), 2)])),
]

/** The same as keys of one block. */
export const blockKeys = (stationId: number, block: number, all: readonly string[]): string[] =>
  all.map((gram) => `${stationId} ${block} ${gram}`)

/** Blocks to look through together, newest first, each time four times as many. */
export function* blockRounds(newest: number): Generator<number[]> {
  for (let next = newest, size = 1; next >= 0; next -= size, size *= 4)
    yield Array.from({ length: Math.min(size, next + 1) }, (_, at) => next - at)
}

/** Two places can be one only if their names, or the name of one and the street of the other, begin alike. */
const PLACE_CHARS = 2
const NOWHERE = '~'
const ANYWHERE = '*'

const startsOf = (place: NonNullable<Signature['place']>): string[] =>
  [place.name, place.street ?? ''].filter(Boolean).map((name) => name.slice(0, PLACE_CHARS))

/** Twins share their whole text, a matter, or a pair of characters: twinLikeness knows no other way. */
const sharable = ({ letters, matters, pairs }: Signature): string[] => [`=${letters}`, ...matters, ...pairs]

const keyed = (stationId: number, months: readonly string[], places: readonly string[], items: readonly string[]) =>
  months.flatMap((month) => places.flatMap((place) => items.map((item) => `${stationId} ${month} ${place} ${item}`)))

export const monthOf = (day: Temporal.PlainDate): string => day.toPlainYearMonth().toString()

/** Under which keys an opinion is found by its later twins. */
export const twinKeys = (stationId: number, recordedOn: Temporal.PlainDate, signature: Signature): string[] => {
  const places = signature.place ? startsOf(signature.place) : [NOWHERE]
  return [...new Set(keyed(stationId, [monthOf(recordedOn)], [...places, ANYWHERE], sharable(signature)))]
}

/** Under which keys its earlier twins, not older than `since`, are found. */
export const twinProbe = (
  stationId: number,
  { since, until }: { since: Temporal.PlainDate; until: Temporal.PlainDate },
  signature: Signature,
): string[] => {
  const months: string[] = []
  for (let month = since.toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    months.push(month.toString())
    if (month.equals(until.toPlainYearMonth())) break
  }
  const places = signature.place ? [...startsOf(signature.place), NOWHERE] : [ANYWHERE]
  return [...new Set(keyed(stationId, months, places, sharable(signature)))]
}

import { Temporal } from '../../time/civil.js'
import type { Fact } from '../fact.js'

/** Joins parts so that no match reaches from one into the next. */
const WALL = '\u0001'

/** The words of the cited records, as they stand: what a sentence may repeat. */
export const corpusOf = (facts: readonly Fact[]): string =>
  facts.flatMap(({ texts, people }) => [...Object.values(texts), ...people]).join(WALL)

const dateForms = (iso: string): string[] => {
  const { year, month, day } = Temporal.PlainDate.from(iso)
  return [`${year}年${month}月${day}日`, iso]
}

/** Corpus plus the forms in which dates, times and the names of figures are written. */
export const wideCorpusOf = (facts: readonly Fact[], alsoKnown: readonly string[]): string =>
  [
    corpusOf(facts),
    ...facts.flatMap(({ dates, times, numbers, ref, records }) => [
      ...dates.flatMap(dateForms),
      ...times,
      ...numbers.flatMap(({ words, unit }) => [...words, unit]),
      ref,
      ...records,
    ]),
    ...alsoKnown,
  ].join(WALL)

import { CATEGORIES, type Category } from './categories.js'
import { examplesOf } from './examples.js'
import { type Base, type Labelled, type Memory, type OwnWords, type Proposal, propose, trainBase } from './learner.js'

/** From this confidence on the proposal may be shown alone; below it, offer the runner-up beside it. */
export const SURE_FROM = 0.6

/** Shorter seeds are a pair already. */
const WORD_FROM_CHARS = 3

let base: Base | undefined

/** The fifteen classes as their seed words and examples have them; the first call takes a fraction of a second. */
export const categoryBase = (): Base => {
  base ??= trainBase(
    CATEGORIES.map(({ id }) => id),
    CATEGORIES.flatMap(({ id, label, aliases, seeds }) =>
      [label, ...aliases, ...seeds, ...examplesOf(id)].map((text): Labelled => ({ text, label: id })),
    ),
    [...new Set(CATEGORIES.flatMap(({ seeds }) => seeds.filter((seed) => seed.length >= WORD_FROM_CHARS)))],
  )
  return base
}

/** The class of a text by id, with what a station's people corrected and the classes it added. */
export const proposeCategory = (
  text: string,
  memory: readonly Memory[] = [],
  categories: readonly Category[] = CATEGORIES,
): Proposal | undefined => {
  const own: OwnWords = new Map(
    categories.filter((one) => !CATEGORIES.includes(one)).map(({ id, label, seeds }) => [id, [label, ...seeds]]),
  )
  const known = new Set(categories.map(({ id }) => id))
  // A class that the station has since given up is proposed no more.
  return propose(
    categoryBase(),
    text,
    memory.filter(({ label }) => known.has(label)),
    own,
  )
}

/** The category a person meant by an id, a label or an alias; undefined: no such. */
export const categoryNamed = (typed: string, categories: readonly Category[] = CATEGORIES): Category | undefined => {
  const text = typed.trim()
  return categories.find(({ id, label, aliases }) => id === text || label === text || aliases.includes(text))
}

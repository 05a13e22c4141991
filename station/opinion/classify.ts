import { CATEGORIES, type Category } from './categories.js'
import { examplesOf } from './examples.js'
import { grams } from './grams.js'
import { type Example, type SparseVector, toProbabilities, trainSoftmax } from './softmax.js'

/** What staff said an opinion really was. `category` is an id. */
export interface Correction {
  readonly text: string
  readonly category: string
}

export interface CategoryProposal {
  readonly category: Category
  /** 0 to 1. From SURE_FROM on the proposal may be shown alone; below it, offer the runner-up beside it. */
  readonly confidence: number
  readonly runnerUp: Category
  /** The words of the text that spoke for it most, strongest first, at most three. */
  readonly words: readonly string[]
}

export interface Classifier {
  /** Undefined when no word of the text is known: then a person decides unprompted. */
  propose(text: string): CategoryProposal | undefined
}

export const SURE_FROM = 0.6

const MAX_WORDS = 3
const MAX_GRAM = 2
/** One Chinese character says little, a pair is nearly a word. */
const SINGLE_WEIGHT = 0.3

const countedGrams = (text: string): ReadonlySet<string> => new Set(grams(text, 1, MAX_GRAM))
const weightOfGram = (gram: string): number => (gram.length === 1 ? SINGLE_WEIGHT : 1)

const vectorOf = (text: string, indexOf: (gram: string) => number | undefined): SparseVector => {
  const at: number[] = []
  const weight: number[] = []
  let square = 0
  for (const gram of countedGrams(text)) {
    square += weightOfGram(gram) ** 2
    const index = indexOf(gram)
    if (index === undefined) continue
    at.push(index)
    weight.push(weightOfGram(gram))
  }
  // Unknown grams count in the length: the more of a text is unknown, the less sure the answer.
  const length = Math.sqrt(square) || 1
  return { at, weight: weight.map((value) => value / length) }
}

/** Grams that overlap or touch in the text are one word to a reader: 路灯 + 灯不 is shown as 路灯不. */
const wordsFrom = (text: string, telling: ReadonlyMap<string, number>): readonly string[] => {
  const words = new Map<string, number>()
  for (const chunk of text.match(/[\u4e00-\u9fff]+|[A-Za-z0-9]+/g) ?? []) {
    if (/^[A-Za-z0-9]/.test(chunk)) {
      const force = telling.get(chunk.toLowerCase())
      if (force !== undefined) words.set(chunk, force)
      continue
    }
    for (let start = 0; start + MAX_GRAM <= chunk.length; ) {
      let end = start
      let force = 0
      for (let at = start; at + MAX_GRAM <= chunk.length; at++) {
        const own = telling.get(chunk.slice(at, at + MAX_GRAM))
        if (own === undefined || (end > start && at > end - 1)) break
        end = at + MAX_GRAM
        force += own
      }
      if (end > start) words.set(chunk.slice(start, end), force)
      start = end > start ? end - 1 : start + 1
    }
  }
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_WORDS)
    .map(([word]) => word)
}

/**
 * Learns the seed words and examples of every category and, on top of them, what staff corrected. Takes a fraction of a second, so it
 * is trained at start and after corrections, never per message. The same data always gives the same classifier.
 */
export const trainClassifier = (
  corrections: readonly Correction[] = [],
  categories: readonly Category[] = CATEGORIES,
): Classifier => {
  const vocabulary = new Map<string, number>()
  const known = (gram: string): number => {
    const index = vocabulary.get(gram) ?? vocabulary.size
    vocabulary.set(gram, index)
    return index
  }
  const examples: Example[] = categories.flatMap(({ id, label, aliases, seeds }, index) =>
    [label, ...aliases, ...seeds, ...examplesOf(id)].map((text) => ({ features: vectorOf(text, known), label: index })),
  )
  for (const { text, category } of corrections) {
    const label = categories.findIndex(({ id }) => id === category)
    // A category that a station has since given up teaches nothing.
    if (label >= 0) examples.push({ features: vectorOf(text, known), label })
  }
  const model = trainSoftmax(examples, vocabulary.size, categories.length)
  const propose = (text: string): CategoryProposal | undefined => {
    const features = vectorOf(text, (gram) => vocabulary.get(gram))
    if (features.at.length === 0) return undefined
    const odds = toProbabilities(model.scores(features))
    const order = [...odds.keys()].sort((a, b) => odds[b]! - odds[a]! || a - b)
    const [best, second] = [order[0]!, order[1]!]
    const telling = new Map<string, number>()
    for (const gram of countedGrams(text)) {
      const at = vocabulary.get(gram)
      if (at === undefined || gram.length < MAX_GRAM) continue
      const force = model.weightOf(at, best) - model.weightOf(at, second)
      if (force > 0) telling.set(gram, force)
    }
    return {
      category: categories[best]!,
      confidence: odds[best]!,
      runnerUp: categories[second]!,
      words: wordsFrom(text, telling),
    }
  }
  return { propose }
}

/** The category a person meant by an id, a label or an alias; undefined: no such. */
export const categoryNamed = (typed: string, categories: readonly Category[] = CATEGORIES): Category | undefined => {
  const text = typed.trim()
  return categories.find(({ id, label, aliases }) => id === text || label === text || aliases.includes(text))
}

import { grams } from './grams.js'
import { type Example, type SparseVector, toProbabilities, trainSoftmax } from './softmax.js'

/** A text and what it is: written for this project, or said by a person about an opinion. */
export interface Labelled {
  readonly text: string
  readonly label: string
}

export interface Proposal {
  readonly label: string
  /** 0 to 1. */
  readonly confidence: number
  readonly runnerUp: string
  /** The words of the text that spoke for it most, strongest first, at most three. */
  readonly words: readonly string[]
}

/** What is learnt once and holds for every station. */
export interface Base {
  readonly labels: readonly string[]
  featuresOf(text: string): ReadonlyMap<string, number>
  /** One score per label; the larger the likelier. All 0: nothing of the text is known. */
  scores(features: ReadonlyMap<string, number>): Float64Array
  weightOf(feature: string, label: number): number
  /** How telling a gram is: one that every other text has says nothing. */
  rarity(gram: string): number
}

/** What a station's people said of their opinions, ready to be compared with a new one. */
export interface Memory {
  readonly label: string
  readonly vector: ReadonlyMap<string, number>
}

/** Words that stand for a label by themselves: a station's own class is known by nothing else at first. */
export type OwnWords = ReadonlyMap<string, readonly string[]>

const MAX_WORDS = 3
const MAX_GRAM = 2

/** All below were chosen on the tuning splits of tests/data/opinions/{matters,topics}.jsonl. */
const SINGLE_WEIGHT = 0.7
/** Squared: one pair in common by chance counts for little, the same words outweigh the base. */
const REMEMBERED = 16
const ALIKE_FROM = 0.2
/** One of its words is worth a sure example. */
const OWN_WORD = 6

const WORD = '\u0001'

/** Learns from examples and words, in a fraction of a second: once, at start. The same data always gives the same. */
export const trainBase = (labels: readonly string[], examples: readonly Labelled[], words: readonly string[]): Base => {
  const vocabulary = new Map<string, number>()
  const featuresOf = (text: string): ReadonlyMap<string, number> => {
    const features = new Map<string, number>()
    for (const gram of grams(text, 1, MAX_GRAM)) features.set(gram, gram.length === 1 ? SINGLE_WEIGHT : 1)
    for (const word of words) if (text.includes(word)) features.set(WORD + word, 1)
    return features
  }
  const vectorOf = (features: ReadonlyMap<string, number>, indexOf: (feature: string) => number | undefined) => {
    const at: number[] = []
    const weight: number[] = []
    for (const [feature, value] of features) {
      const index = indexOf(feature)
      if (index === undefined) continue
      at.push(index)
      weight.push(value)
    }
    // Unknown grams count in the length: the more of a text is unknown, the less sure the answer.
    const length = lengthOf(features.values())
    return { at, weight: weight.map((value) => value / length) } satisfies SparseVector
  }
  const grown = (feature: string): number => {
    const index = vocabulary.get(feature) ?? vocabulary.size
    vocabulary.set(feature, index)
    return index
  }
  const texts = new Map<string, number>()
  const learnt = examples.map(({ text, label }): Example => {
    const features = featuresOf(text)
    for (const feature of features.keys()) texts.set(feature, (texts.get(feature) ?? 0) + 1)
    return { features: vectorOf(features, grown), label: labels.indexOf(label) }
  })
  const model = trainSoftmax(learnt, vocabulary.size, labels.length)
  const known = (feature: string) => vocabulary.get(feature)
  return {
    labels,
    featuresOf,
    scores: (features) => model.scores(vectorOf(features, known)),
    weightOf: (feature, label) => {
      const at = known(feature)
      return at === undefined ? 0 : model.weightOf(at, label)
    },
    rarity: (gram) => Math.log((examples.length + 1) / ((texts.get(gram) ?? 0) + 1)) / Math.log(examples.length + 1),
  }
}

const lengthOf = (values: Iterable<number>): number => {
  let square = 0
  for (const value of values) square += value ** 2
  return Math.sqrt(square) || 1
}

const rememberedVector = (base: Base, text: string): ReadonlyMap<string, number> => {
  const vector = new Map<string, number>()
  for (const gram of grams(text, MAX_GRAM, MAX_GRAM)) vector.set(gram, base.rarity(gram))
  const length = lengthOf(vector.values())
  for (const [gram, value] of vector) vector.set(gram, value / length)
  return vector
}

export const remember = (base: Base, { text, label }: Labelled): Memory => ({
  label,
  vector: rememberedVector(base, text),
})

const cosine = (a: Memory['vector'], b: Memory['vector']): number => {
  let sum = 0
  for (const [gram, value] of a) sum += value * (b.get(gram) ?? 0)
  return sum
}

/**
 * What the base makes of a text, and what people said of the text that is most like it: matters come back in other words,
 * and what was put right once is right from then on. Nothing is trained when somebody corrects: it is remembered.
 * Undefined when nothing of the text is known: then a person decides unprompted.
 */
export const propose = (
  base: Base,
  text: string,
  memory: readonly Memory[] = [],
  own: OwnWords = new Map(),
): Proposal | undefined => {
  const labels = [...base.labels, ...own.keys()]
  const features = base.featuresOf(text)
  const scores = new Float64Array(labels.length)
  scores.set(base.scores(features))
  const vector = rememberedVector(base, text)
  const nearest = new Map<string, { alike: number; vector: Memory['vector'] }>()
  for (const one of memory) {
    const alike = cosine(vector, one.vector)
    if (alike > ALIKE_FROM && alike > (nearest.get(one.label)?.alike ?? 0))
      nearest.set(one.label, { alike, vector: one.vector })
  }
  for (const [at, label] of labels.entries()) {
    const hits = own.get(label)?.filter((word) => text.includes(word)).length ?? 0
    scores[at]! += REMEMBERED * (nearest.get(label)?.alike ?? 0) ** 2 + OWN_WORD * hits
  }
  if (scores.every((score) => score === 0)) return undefined
  const odds = toProbabilities(scores)
  const order = [...odds.keys()].sort((a, b) => odds[b]! - odds[a]! || a - b)
  const [best, second] = [order[0]!, order[1]!]
  const near = nearest.get(labels[best]!)?.vector
  const telling = new Map<string, number>()
  for (const gram of grams(text, MAX_GRAM, MAX_GRAM)) {
    const remembered = REMEMBERED * (vector.get(gram) ?? 0) * (near?.get(gram) ?? 0)
    const force = base.weightOf(gram, best) - base.weightOf(gram, second) + remembered
    if (force > 0) telling.set(gram, force)
  }
  return { label: labels[best]!, confidence: odds[best]!, runnerUp: labels[second]!, words: wordsFrom(text, telling) }
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

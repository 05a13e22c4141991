/** Weighted features of one text: positions in the vocabulary and their weights, in step. */
export interface SparseVector {
  readonly at: readonly number[]
  readonly weight: readonly number[]
}

export interface Example {
  readonly features: SparseVector
  readonly label: number
}

export interface SoftmaxModel {
  /** One score per label; the larger the likelier. */
  scores(features: SparseVector): Float64Array
  /** How much feature `at` speaks for `label`. */
  weightOf(at: number, label: number): number
}

const EPOCHS = 40
const RATE = 0.3
/** Keeps words seen once from deciding alone. Chosen before the held-out set was written. */
const DECAY = 0.001

/** Turns scores into probabilities in place. */
export const toProbabilities = (scores: Float64Array): Float64Array => {
  const top = Math.max(...scores)
  let sum = 0
  for (let label = 0; label < scores.length; label++) {
    scores[label] = Math.exp(scores[label]! - top)
    sum += scores[label]!
  }
  for (let label = 0; label < scores.length; label++) scores[label] = scores[label]! / sum
  return scores
}

/**
 * Multinomial logistic regression by AdaGrad. No chance in it: the same examples in the same order always give the same
 * model.
 */
export const trainSoftmax = (examples: readonly Example[], vocabulary: number, labels: number): SoftmaxModel => {
  const weights = new Float64Array(vocabulary * labels)
  const squares = new Float64Array(vocabulary * labels).fill(1e-8)
  const scores = ({ at, weight }: SparseVector): Float64Array => {
    const sums = new Float64Array(labels)
    for (let i = 0; i < at.length; i++)
      for (let label = 0; label < labels; label++) sums[label]! += weight[i]! * weights[at[i]! * labels + label]!
    return sums
  }
  const learn = ({ features, label }: Example): void => {
    const odds = toProbabilities(scores(features))
    odds[label]! -= 1
    for (let i = 0; i < features.at.length; i++)
      for (let other = 0; other < labels; other++) {
        const cell = features.at[i]! * labels + other
        const slope = features.weight[i]! * odds[other]! + DECAY * weights[cell]!
        squares[cell]! += slope * slope
        weights[cell]! -= (RATE * slope) / Math.sqrt(squares[cell]!)
      }
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const example of examples) learn(example)
  return { scores, weightOf: (at, label) => weights[at * labels + label]! }
}

import { DAY_WORDS } from './words/day-words.js'
import { MARK_WORDS, OPAQUE_WORDS } from './words/mark-words.js'
import { WEEK_WORDS } from './words/week-words.js'
import type { Word } from './words/word.js'

type Bucket = { readonly words: Map<string, Word>; readonly lengths: number[] }

const BUCKETS = new Map<string, Bucket>()
for (const [text, word] of [...DAY_WORDS, ...WEEK_WORDS, ...MARK_WORDS, ...OPAQUE_WORDS]) {
  const first = text.charAt(0)
  const bucket = BUCKETS.get(first) ?? { words: new Map<string, Word>(), lengths: [] }
  BUCKETS.set(first, bucket)
  if (bucket.words.has(text)) throw new Error(`two meanings for ${text}`)
  bucket.words.set(text, word)
  if (!bucket.lengths.includes(text.length)) bucket.lengths.push(text.length)
  bucket.lengths.sort((a, b) => b - a)
}

export type Found = { readonly word: Word; readonly length: number }

/** The longest word of the lexicon that stands at `at`. */
export const wordAt = (text: string, at: number): Found | undefined => {
  const bucket = BUCKETS.get(text.charAt(at))
  if (!bucket) return undefined
  for (const length of bucket.lengths) {
    if (at + length > text.length) continue
    const word = bucket.words.get(length === 1 ? text.charAt(at) : text.substring(at, at + length))
    if (word) return { word, length }
  }
  return undefined
}

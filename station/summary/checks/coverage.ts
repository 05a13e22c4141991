import { JOINING, VOCABULARY } from './vocabulary.js'

const HAN = /\p{Script=Han}/u
const NEGATION = /[未不没无非勿别]/u

/** Marks what is vouched for: whatever of two or more characters stands in the corpus, and the common vocabulary. */
export const coveredIn = (text: string, corpus: string): boolean[] => {
  const covered = new Array<boolean>(text.length).fill(false)
  for (let start = 0; start < text.length - 1; start++) {
    let end = start + 2
    if (!corpus.includes(text.slice(start, end))) continue
    while (end < text.length && corpus.includes(text.slice(start, end + 1))) end++
    covered.fill(true, start, end)
  }
  for (const word of VOCABULARY) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      covered.fill(true, at, at + word.length)
    }
  }
  return covered
}

export interface Gaps {
  /** Runs of Chinese characters nobody vouches for, longest first. */
  runs: string[]
  /** Share of the Chinese characters that is vouched for, 0 to 1. */
  share: number
  /** A negation that the records do not hold in this place. */
  negation: string | null
}

const NEGATED_CHARS = 2

/** A negation counts only with what it negates: 没有遮雨棚 in a record does not lend 没有 to 没有群众参加. */
const negationFault = (text: string, at: number, corpus: string): string | null => {
  if (VOCABULARY.some((word) => around(text, at, word))) return null
  const tail = /^.(?:有)?\p{Script=Han}{0,2}/u.exec(text.slice(at, at + NEGATED_CHARS + 2))?.[0] ?? text[at]!
  return tail.length > 1 && corpus.includes(tail) ? null : tail
}

const around = (text: string, at: number, word: string): boolean => {
  for (let found = text.indexOf(word); found >= 0 && found <= at; found = text.indexOf(word, found + 1)) {
    if (found + word.length > at) return true
  }
  return false
}

/**
 * What of a sentence comes neither from the cited records nor from the words everybody uses. `figures` are the spans of
 * its figures, which are checked by their values.
 */
export const gapsIn = (text: string, corpus: string, figures: readonly (readonly [number, number])[]): Gaps => {
  const covered = coveredIn(text, corpus)
  for (const [start, end] of figures) covered.fill(true, start, end)
  const runs: string[] = []
  let run = ''
  let han = 0
  let held = 0
  let negation: string | null = null
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? ''
    const isHan = HAN.test(character)
    const free = isHan && !covered[at]
    if (isHan) han++
    if (NEGATION.test(character)) negation ??= negationFault(text, at, corpus)
    if (free && !JOINING.has(character)) run += character
    else {
      if (isHan) held++
      if (run !== '') runs.push(run)
      run = ''
    }
  }
  return { runs: runs.sort((a, b) => b.length - a.length), share: han === 0 ? 0 : held / han, negation }
}

import { STOP_WORDS } from './stop-words.js'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The segmenter's time per character grows with the run it is given: a whole meeting in one string took 37 s, the same
 * text by sentences 0.25 s.
 */
const RUN_CHARS = 200

/** Content words of a text, lower case, in order, with repeats. */
export const termsOf = (text: string): string[] => {
  const terms: string[] = []
  for (let from = 0; from < text.length; from += RUN_CHARS) {
    for (const part of segmenter.segment(text.slice(from, from + RUN_CHARS))) {
      if (!part.isWordLike) continue
      const word = part.segment.toLowerCase()
      if (word.length >= 2 && !STOP_WORDS.has(word) && !/^[\d.]+$/u.test(word)) terms.push(word)
    }
  }
  return terms
}

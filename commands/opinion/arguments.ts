import type { RecordLetter } from '../../station/text/record-letters.js'
import { scanReferences } from '../../station/text/reference.js'
import type { Argument } from '../arguments.js'

const firstOf = (text: string, letter: RecordLetter) => {
  const [first] = scanReferences(text)
  return first?.letter === letter ? first : undefined
}

/** The record a line is about: its first number. Later numbers belong to what is said about it. */
export function about(letter: RecordLetter, label: string): Argument<number> {
  return {
    label,
    example: `${letter}17`,
    take(line) {
      const first = firstOf(line.folded.text, letter)
      if (!first) return { missing: true }
      line.claim(...first.span)
      return { value: first.no }
    },
  }
}

/** What is said about that record. Without a number it claims nothing, so that everyday words stay chat. */
export function saying(letter: RecordLetter, label: string, example: string): Argument<string> {
  return {
    label,
    example,
    take(line) {
      if (!firstOf(line.folded.text, letter)) return { missing: true }
      const { rest } = line
      const from = rest.search(/[^\s:：,，]/)
      if (from < 0) return { missing: true }
      const to = rest.trimEnd().length
      return { value: line.take(from, to).trim() }
    },
  }
}

/** 类别 Y3 Y4 教育: the numbers that open what is said about the first are further records, and the rest is said of all. */
export function withMore(letter: RecordLetter, no: number, words: string): { nos: number[]; words: string } {
  const nos = [no]
  let rest = words
  for (;;) {
    const [next] = scanReferences(rest)
    if (next?.letter !== letter || !/^[\s,，、和跟与及]*$/.test(rest.slice(0, next.span[0]))) break
    if (!nos.includes(next.no)) nos.push(next.no)
    rest = rest.slice(next.span[1]).replace(/^[\s:：,，]+/, '')
  }
  return rest === '' ? { nos: [no], words } : { nos, words: rest }
}

import { wordAt } from './lexicon.js'
import { HAN_DIGITS, hanNumber } from './numerals.js'
import type { Word, WordType } from './words/word.js'

/** A piece of the folded line; `gap` says that white space stands before it. */
export type Token = {
  readonly type: WordType | 'number' | 'other' | 'end'
  readonly from: number
  readonly to: number
  readonly gap: boolean
  /** Of a number its value, else the word's. */
  readonly value: number
  readonly word: Word | undefined
  /** Length of a number written in ASCII digits, 0 for one in Chinese. */
  readonly digits: number
  /** A Chinese number read digit by digit: 二零二六. */
  readonly positional: boolean
}

export type Line = { readonly text: string; readonly tokens: readonly Token[] }

/** What a parser took: its value and the index of the first token it left. */
export type Match<T> = { readonly value: T; readonly next: number }

// Longer runs are phone, account and identity numbers, never dates.
const MAX_ASCII_DIGITS = 8

const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57

const runEnd = (text: string, from: number, belongs: (index: number) => boolean): number => {
  let to = from
  while (to < text.length && belongs(to)) to += 1
  return to
}

const token = (type: Token['type'], from: number, to: number, gap: boolean, rest?: Partial<Token>): Token => ({
  type,
  from,
  to,
  gap,
  value: rest?.value ?? 0,
  word: rest?.word,
  digits: rest?.digits ?? 0,
  positional: rest?.positional ?? false,
})

const asciiNumber = (text: string, from: number, gap: boolean): Token => {
  const to = runEnd(text, from, (index) => isAsciiDigit(text.charCodeAt(index)))
  const digits = to - from
  if (digits > MAX_ASCII_DIGITS) return token('other', from, to, gap)
  return token('number', from, to, gap, { value: Number(text.slice(from, to)), digits })
}

const hanNumberToken = (text: string, from: number, to: number, gap: boolean): Token => {
  const number = hanNumber(text.slice(from, to))
  return number ? token('number', from, to, gap, number) : token('other', from, to, gap)
}

const next = (text: string, from: number, gap: boolean, before: Token | undefined): Token => {
  if (isAsciiDigit(text.charCodeAt(from))) return asciiNumber(text, from, gap)
  const found = wordAt(text, from)
  const isHan = HAN_DIGITS.includes(text.charAt(from))
  const hanTo = isHan ? runEnd(text, from, (index) => HAN_DIGITS.includes(text.charAt(index))) : from
  // 初一早上: after 初 it is a number, not 一早.
  const counts = before?.type === 'edge' && before.to === from
  if (isHan && (counts || !found || found.length <= hanTo - from)) return hanNumberToken(text, from, hanTo, gap)
  if (!found) return token('other', from, from + 1, gap)
  // 三天后天气转凉: after a unit it is 后, not 后天.
  const afterUnit = before?.type === 'unit' && found.word.type === 'day' && '前后'.includes(text.charAt(from))
  const kept = afterUnit ? (wordAt(text.charAt(from), 0) ?? found) : found
  return token(kept.word.type, from, from + kept.length, gap, { value: kept.word.value, word: kept.word })
}

/** Cuts a folded line into tokens. What stands in 《》 is a title, not a date. */
export const tokenize = (text: string): Line => {
  const tokens: Token[] = []
  let gap = false
  let noTitleEnds = false
  for (let index = 0; index < text.length; ) {
    const char = text.charAt(index)
    if (char === ' ') {
      gap = true
      index += 1
      continue
    }
    if (char === '《' && !noTitleEnds) {
      const close = text.indexOf('》', index)
      noTitleEnds = close < 0
      if (close > 0) {
        tokens.push(token('other', index, close + 1, gap))
        index = close + 1
        gap = false
        continue
      }
    }
    const last = tokens.at(-1)
    const piece = next(text, index, gap, last)
    tokens.push(piece)
    index = piece.to
    gap = false
  }
  return { text, tokens }
}

const END: Token = token('end', -1, -1, false)

export const tokenAt = (line: Line, index: number): Token => line.tokens[index] ?? END

export const isType = (line: Line, index: number, type: Token['type']): boolean => tokenAt(line, index).type === type

/** The index after the token at `index` when it is of that type, else `index`: for words that may be left out. */
export const skip = (line: Line, index: number, ...types: readonly Token['type'][]): number =>
  types.includes(tokenAt(line, index).type) ? index + 1 : index

/** The character before a token, '' at the line's beginning or after white space. */
export const charBefore = (line: Line, index: number): string => {
  const { from, gap } = tokenAt(line, index)
  return gap || from <= 0 ? '' : line.text.charAt(from - 1)
}

/** The character after the token before `index`, '' at the line's end or before white space. */
export const charAfter = (line: Line, index: number): string => {
  const last = tokenAt(line, index - 1)
  const char = line.text.charAt(last.to)
  return char === ' ' ? '' : char
}

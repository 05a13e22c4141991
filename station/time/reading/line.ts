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

const otherToken = (from: number, to: number, gap: boolean): Token => ({
  type: 'other',
  from,
  to,
  gap,
  value: 0,
  word: undefined,
  digits: 0,
  positional: false,
})

const asciiNumber = (text: string, from: number, gap: boolean): Token => {
  let to = from
  let value = 0
  for (let code = text.charCodeAt(to); isAsciiDigit(code); code = text.charCodeAt(to)) {
    value = value * 10 + code - 48
    to += 1
  }
  const digits = to - from
  if (digits > MAX_ASCII_DIGITS) return otherToken(from, to, gap)
  return { type: 'number', from, to, gap, value, word: undefined, digits, positional: false }
}

const hanNumberToken = (text: string, from: number, to: number, gap: boolean): Token => {
  const number = hanNumber(text.slice(from, to))
  if (!number) return otherToken(from, to, gap)
  return {
    type: 'number',
    from,
    to,
    gap,
    value: number.value,
    word: undefined,
    digits: 0,
    positional: number.positional,
  }
}

const hanRunEnd = (text: string, from: number): number => {
  let to = from
  while (to < text.length && HAN_DIGITS.includes(text.charAt(to))) to += 1
  return to
}

const wordToken = (word: Word, from: number, to: number, gap: boolean): Token => ({
  type: word.type,
  from,
  to,
  gap,
  value: word.value,
  word,
  digits: 0,
  positional: false,
})

const next = (text: string, from: number, gap: boolean, before: Token | undefined): Token => {
  if (isAsciiDigit(text.charCodeAt(from))) return asciiNumber(text, from, gap)
  const found = wordAt(text, from)
  const hanTo = hanRunEnd(text, from)
  // 初一早上: after 初 it is a number, not 一早.
  const counts = before?.type === 'edge' && before.to === from
  if (hanTo > from && (counts || !found || found.length <= hanTo - from)) return hanNumberToken(text, from, hanTo, gap)
  if (!found) return otherToken(from, from + 1, gap)
  // 三天后天气转凉: after a unit it is 后, not 后天.
  const afterUnit = before?.type === 'unit' && found.word.type === 'day' && '前后'.includes(text.charAt(from))
  const kept = afterUnit ? (wordAt(text.charAt(from), 0) ?? found) : found
  return wordToken(kept.word, from, from + kept.length, gap)
}

/** Where the title that opens at `at` is closed, -1 when it is not. */
const titleEnd = (text: string, at: number): number => (text.charAt(at) === '《' ? text.indexOf('》', at) : -1)

/** Cuts a folded line into tokens. What stands in 《》 is a title, not a date. */
export const tokenize = (text: string): Line => {
  const tokens: Token[] = []
  const lastTitleEnd = text.lastIndexOf('》')
  let gap = false
  for (let index = 0; index < text.length; gap = false) {
    if (text.charAt(index) === ' ') {
      while (text.charAt(index) === ' ') index += 1
      gap = true
      if (index === text.length) break
    }
    const close = index < lastTitleEnd ? titleEnd(text, index) : -1
    const piece = close > 0 ? otherToken(index, close + 1, gap) : next(text, index, gap, tokens.at(-1))
    tokens.push(piece)
    index = piece.to
  }
  return { text, tokens }
}

const END: Token = { ...otherToken(-1, -1, false), type: 'end' }

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

import { NUMERAL_CHARS, parseNumeral } from '../station/text/numerals.js'
import { stripPoliteness } from '../station/text/politeness.js'
import { scanReferences } from '../station/text/reference.js'
import type { Moment } from '../station/time/civil.js'
import { type Scan, scanDate } from '../station/time/scan-date.js'
import { copy } from './copy.js'
import type { Line } from './line.js'

/** How patterns of numbers spell theirs. */
const DIGITS = '\\d{1,8}'
const JOINED = /^[\s,、;和跟与及]*$/

export interface ReadAt {
  now: Moment
  /** The bot was plainly spoken to: privately, or by its name. */
  spokenTo?: boolean
}

export type Taken<T> = { value: T } | { missing: true } | { wrong: string }

/** One typed part of a command line. It looks for itself among what is not yet claimed, and claims what it took. */
export interface Argument<T> {
  /** What a person calls it: 时间, 地点, 编号. */
  label: string
  example: string
  optional?: boolean
  take(line: Line, at: ReadAt): Taken<T>
}

export type Values<A extends Record<string, Argument<unknown>>> = {
  [K in keyof A]: A[K] extends Argument<infer T> ? T : never
}

export function optional<T>(argument: Argument<T>): Argument<T | undefined> {
  return {
    ...argument,
    optional: true,
    take: (line, at) => {
      const taken = argument.take(line, at)
      return 'missing' in taken ? { value: undefined } : taken
    },
  }
}

/** Record numbers of one letter: H12, "h 12", 12号活动; several may stand in one line. */
export function references(letter: string, label: string): Argument<number[]> {
  return {
    label,
    example: `${letter}12`,
    take(line) {
      const { rest } = line
      const found = scanReferences(rest).filter((reference) => reference.letter === letter)
      if (found.length === 0) return { missing: true }
      let end = found[0]!.span[0]
      for (const { span } of found) {
        // H12、H14 and H12和H14: what joins two numbers is part of naming them
        line.claim(JOINED.test(rest.slice(end, span[0])) ? end : span[0], span[1])
        end = span[1]
      }
      return { value: [...new Set(found.map((reference) => reference.no))] }
    },
  }
}

export function reference(letter: string, label: string): Argument<number> {
  const several = references(letter, label)
  return {
    ...several,
    take(line, at) {
      const taken = several.take(line, at)
      return 'value' in taken ? { value: taken.value[0]! } : taken
    },
  }
}

/** A pattern with one captured number, cut out of the line wherever it stands; its digits may be said: 限八人. */
export function count(label: string, example: string, pattern: RegExp): Argument<number> {
  const spoken = new RegExp(pattern.source.replaceAll(DIGITS, `(?:${DIGITS}|[${NUMERAL_CHARS}]{1,5})`), pattern.flags)
  return {
    label,
    example,
    take(line) {
      const match = spoken.exec(line.rest)
      const value = match?.[1] === undefined ? null : parseNumeral(match[1].slice(0, 8))
      if (match === null || value === null) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value }
    },
  }
}

/** The date phrase of the line, wherever it stands; the whole scan, so that the command asks where it is ambiguous. */
export function when(label: string): Argument<Scan> {
  return {
    label,
    example: '下周六上午9点',
    take(line, at) {
      const strange = NO_SUCH_HOUR.exec(line.rest)
      const scan = scanDate(line.rest, at.now)
      if (strange && scan.kind !== 'none') {
        line.claim(...scan.span)
        line.claim(strange.index, strange.index + strange[0].length)
        return { wrong: copy.noSuchHour(strange[0].trim()) }
      }
      if (scan.kind === 'none') return { missing: true }
      line.claim(...scan.span)
      return { value: scan }
    },
  }
}

/** 25:00, 9:75: the day would be read, and the hour taken for a place or for the usual one. */
const NO_SUCH_HOUR = /(?<![\d:.])(?:(?:2[5-9]|[3-9]\d)(?::\d{2}|点(?=$|[\s半钟整到至~-]))|\d{1,2}:[6-9]\d)(?![\d:])/

/** A date phrase announced by a word: 截止5月16日. */
export function whenAfter(word: string, label: string): Argument<Scan> {
  return {
    label,
    example: `${word}5月16日18:00`,
    take(line, at) {
      const start = line.rest.indexOf(word)
      if (start < 0) return { missing: true }
      const after = start + word.length
      const scan = scanDate(line.rest.slice(after), at.now)
      if (scan.kind === 'none' || line.rest.slice(after, after + scan.span[0]).trim() !== '') return { missing: true }
      line.claim(start, after + scan.span[1])
      return { value: scan }
    },
  }
}

/** The next word that nobody claimed. */
export function word(label: string, example: string): Argument<string> {
  return {
    label,
    example,
    take(line) {
      const match = /[^\s,，、:：;；][^\s,，、]*/.exec(line.rest)
      if (!match) return { missing: true }
      return { value: line.take(match.index, match.index + match[0].length) }
    },
  }
}

/** One of a few words, given as word → value. */
export function oneOf<T>(label: string, words: Readonly<Record<string, T>>): Argument<T> {
  const longestFirst = Object.keys(words).sort((a, b) => b.length - a.length)
  return {
    label,
    example: longestFirst.at(-1) ?? '',
    take(line) {
      for (const choice of longestFirst) {
        const at = line.rest.indexOf(choice)
        if (at < 0) continue
        line.claim(at, at + choice.length)
        return { value: words[choice] as T }
      }
      return { missing: true }
    },
  }
}

/** Thanks set off from what was said: "出差，谢谢" gives 出差 as the reason. */
const THANKED = /[\s,，。!！~][^\s,，。!！~]{0,6}$/u

/**
 * Everything that is left, in the writer's own characters, from the first to the last unclaimed one, without thanks at its
 * end. `anything`: the command is there to hear whatever is said (意见), so the words are never weighed as talk and stay whole.
 */
export function text(label: string, example: string, { anything = false } = {}): Argument<string> {
  return {
    label,
    example,
    take(line) {
      const { rest } = line
      // 意见！ is an urgent one: whoever hears anything hears the mark as well
      const from = rest.search(anything ? /[^\s:,。]/ : /[^\s:,、;。!~]/)
      if (from < 0) return { missing: true }
      const to = rest.trimEnd().length
      if (anything) return { value: line.hear(from, to).trim() }
      const end = from + withoutThanks(rest.slice(from, to)).length
      return end === from ? { missing: true } : { value: line.take(from, end).trim() }
    },
  }
}

function withoutThanks(words: string): string {
  if (stripPoliteness(words) === '') return ''
  const thanked = THANKED.exec(words)
  return thanked && stripPoliteness(thanked[0]) === '' ? words.slice(0, thanked.index) : words
}

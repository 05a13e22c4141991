import { scanReferences } from '../station/text/reference.js'
import type { Argument } from './arguments.js'

/** A word announced by its name: 地点 夫子庙广场, 方式：线下流动. It must be set off from the value, so 学校食堂 is no 学校. */
export function keyed(names: readonly string[], label: string, example: string): Argument<string> {
  const pattern = new RegExp(`(?:^|[\\s,，;；])(?:${names.join('|')})(?:[:：]\\s*|\\s+)([^\\s,，;；]+)`)
  return {
    label,
    example,
    take(line) {
      const match = pattern.exec(line.rest)
      if (!match) return { missing: true }
      const end = match.index + match[0].length
      const from = end - match[1]!.length
      line.claim(match.index, end)
      return { value: line.raw(from, end) }
    },
  }
}

/** A mark anywhere in the line: present or not. */
export function mark(label: string, pattern: RegExp): Argument<boolean> {
  return {
    label,
    example: label,
    optional: true,
    take(line) {
      const match = pattern.exec(line.rest)
      if (match) line.claim(match.index, match.index + match[0].length)
      return { value: match !== null }
    },
  }
}

/**
 * Takes its part only in a line that names a record of that letter. 收获 很大 without a number is somebody talking: nothing
 * claims it, so the line stays unexplained and the bot stays silent.
 */
export function about<T>(letter: string, argument: Argument<T>): Argument<T> {
  return {
    ...argument,
    take: (line, at) =>
      scanReferences(line.folded.text).some((reference) => reference.letter === letter)
        ? argument.take(line, at)
        : { missing: true },
  }
}

/** The words left over, split at blanks and the usual separators. */
export function words(label: string, example: string): Argument<string[]> {
  return {
    label,
    example,
    take(line) {
      const found = [...line.rest.matchAll(/[^\s,，、;；]+/g)]
      if (found.length === 0) return { missing: true }
      return { value: found.map((match) => line.take(match.index, match.index + match[0].length)) }
    },
  }
}

/** A number standing in a pattern, decimals allowed: 时长 2.5. */
export function figure(label: string, example: string, pattern: RegExp): Argument<number> {
  return {
    label,
    example,
    take(line) {
      const match = pattern.exec(line.rest)
      if (!match?.[1]) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: Number(match[1].slice(0, 9)) }
    },
  }
}

import type { Roster } from './roster.js'

/** Names of the roster in a text of small letters, and where they stand. */
export interface Found {
  readonly keys: readonly string[]
  readonly spans: readonly (readonly [number, number])[]
}

const HAN = /^\p{Script=Han}/u
const ALNUM = /^[a-z0-9]/i
const BETWEEN_NAMES = /^(?:[ ,、，;和跟与及&]|以及)+/

/** One name at `at`, and those that follow it one after the other: 张敏、陈静. */
export const namesAt = (text: string, at: number, roster: Roster): Found | null => {
  const keys: string[] = []
  const spans: [number, number][] = []
  for (let start = at; ; ) {
    const found = nameAt(text, start, roster)
    if (found === null) break
    keys.push(found.key)
    spans.push([start, found.end])
    const between = BETWEEN_NAMES.exec(text.slice(found.end))
    if (between === null) break
    start = found.end + between[0].length
  }
  return keys.length === 0 ? null : { keys, spans }
}

interface NameAt {
  readonly key: string
  readonly end: number
}

/** The longest name of the roster that stands at `at` and is not merely the beginning of another word. */
const nameAt = (text: string, at: number, roster: Roster): NameAt | null => {
  const point = text.codePointAt(at)
  if (point === undefined) return null
  const candidates = roster.byFirst.get(String.fromCodePoint(point)) ?? []
  const key = candidates.find((name) => text.startsWith(name, at) && endsThere(name, text.slice(at + name.length)))
  if (key !== undefined) return { key, end: at + key.length }
  const spaced = SPACED_NAME.exec(text.slice(at, at + 4))
  const padded = spaced === null ? '' : `${spaced[1]}${spaced[2]}`
  return roster.byName.has(padded) ? { key: padded, end: at + 3 } : null
}

/** Names of two characters are padded to the width of three: 张　敏. */
const SPACED_NAME = /^(\p{Script=Han}) (\p{Script=Han})(?!\p{Script=Han})/u

/** One Chinese character that is no part of a name: 张敏带2人. */
const AFTER_NAME = '带携代报和跟与及加共来去到在等也'
const LONGER_NAME = new RegExp(`^(?![${AFTER_NAME}])\\p{Script=Han}(?!\\p{Script=Han})`, 'u')

const endsThere = (key: string, after: string): boolean => {
  const last = key.at(-1)!
  if (ALNUM.test(last)) return !ALNUM.test(after)
  if (!HAN.test(last) || key.length > 2) return true
  // 张敏华 is another person than 张敏, 张敏儿科 is not
  return !LONGER_NAME.test(after)
}

/** A full name further inside: 儿科 张敏, 一组-张敏. */
export const nameWithin = (text: string, from: number, to: number, roster: Roster): Found | null => {
  for (let at = from + 1; at < to; at++) {
    const found = nameAt(text, at, roster)
    if (found === null || !beginsThere(found.key, text.slice(from, at))) continue
    return { keys: [found.key], spans: [[at, found.end]] }
  }
  return null
}

const beginsThere = (key: string, before: string): boolean => {
  if (ALNUM.test(key)) return !ALNUM.test(before.at(-1) ?? ' ')
  if (!HAN.test(key)) return true
  // 高张敏 may be a name of its own; 儿科张敏 is not
  return /(?:^|\P{Script=Han})(?:|\p{Script=Han}{2,})$/u.test(before)
}

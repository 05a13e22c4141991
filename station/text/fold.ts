import { FoldBuffer } from './fold-buffer.js'
import {
  classOf,
  DROP,
  ENUMERATOR,
  foldAstral,
  HIGH_SURROGATE,
  KEEP,
  NEWLINE,
  replacementOf,
  SPACE,
} from './fold-table.js'
import { simplify } from './simplify.js'

/** No message is read beyond this many UTF-16 units. */
export const MAX_MESSAGE_CHARS = 2000

/** Folded text with the way back, so that a resident's own words can be cut out of the message exactly as they came. */
export interface Folded {
  readonly text: string
  readonly raw: string
  /** Where in `raw` the folded unit at `index` came from; for the length of `text`, the end of the last one. */
  toRaw(index: number): number
  /** The original text behind the folded span [start, end). */
  cut(start: number, end: number): string
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00

/** `raw` up to the limit, never ending in half a character. */
const capped = (raw: string, maxChars: number): string => {
  if (raw.length <= maxChars) return raw
  return raw.slice(0, isHighSurrogate(raw.charCodeAt(maxChars - 1)) ? maxChars - 1 : maxChars)
}

const run = (raw: string, buffer: FoldBuffer): string => {
  let kept = 0
  for (let i = 0; i < raw.length; i++) {
    const unit = raw.charCodeAt(i)
    const kind = classOf(unit)
    if (kind === KEEP) continue
    let end = i + 1
    if (kind === HIGH_SURROGATE) {
      const point = raw.codePointAt(i)!
      const folded = foldAstral(point)
      if (folded === null) {
        if (point > 0xffff) i++
        continue
      }
      end = i + 2
      buffer.keep(kept, i)
      if (folded !== '') buffer.put(folded, i, end, false)
    } else {
      buffer.keep(kept, i)
      if (kind === SPACE) buffer.blank(i, end)
      else if (kind === NEWLINE) {
        if (unit === 0x0d && raw.charCodeAt(end) === 0x0a) end++
        buffer.newline(i, end)
      } else if (kind !== DROP) buffer.put(replacementOf(unit), i, end, kind === ENUMERATOR)
    }
    kept = end
    i = end - 1
  }
  buffer.keep(kept, raw.length)
  return simplify(buffer.finish())
}

/**
 * The form in which a message is matched, never stored: full width to half width, Traditional to Simplified, ① and 1️⃣ to
 * digits, invisible characters gone, runs of blanks to one space, line ends to \n, no blanks at the ends. Case is kept.
 * Reads at most `maxChars` UTF-16 units. Punctuation becomes half width where it has such a form (，：；！？（）), not 、 and 。
 */
export const fold = (raw: string, maxChars = MAX_MESSAGE_CHARS): string => {
  const read = capped(raw, maxChars)
  return run(read, new FoldBuffer(read, false))
}

export const foldWithMap = (raw: string, maxChars = MAX_MESSAGE_CHARS): Folded => {
  const read = capped(raw, maxChars)
  const buffer = new FoldBuffer(read, true)
  const text = run(read, buffer)
  const toRaw = (index: number): number =>
    index < text.length ? (buffer.starts[index] ?? 0) : (buffer.ends[text.length - 1] ?? 0)
  return {
    text,
    raw,
    toRaw,
    cut: (start, end) => (end > start ? raw.slice(toRaw(start), toRawEnd(buffer, Math.min(end, text.length))) : ''),
  }
}

const toRawEnd = (buffer: FoldBuffer, end: number): number => buffer.ends[end - 1] ?? 0

/** Every separator between several answers or arguments becomes a comma; the length, and so every index, is kept. */
export const unifySeparators = (folded: string): string => folded.replace(/[、，;；|]/g, ',')

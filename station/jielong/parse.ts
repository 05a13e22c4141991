import { parseQuote } from '../text/quote.js'
import { listDigest } from './digest.js'
import { beginsWithTag, linesToBlank, readHeader, saysWord, tagLineOf } from './header.js'
import { type JielongList, type JielongRow, MAX_LIST_CHARS, MAX_ROW_CHARS, MAX_ROWS } from './list.js'
import { type RowBlock, rowBlock } from './row-block.js'
import { isStruck } from './strike.js'
import { trimBlanks } from './trim-blanks.js'

export const LINE_END = /\r\n|[\n\r\u2028\u2029]/
/** Where 接龙 must be said for numbers without separators to count as rows. */
const MAX_TITLE_LINES = 5

/**
 * Reads a chain sign-up from a message's text, native or made by hand. null: no list. A reply that quotes a list is none:
 * the list is somebody else's. Text is kept as written; nothing is decided here about who signs up, nor whether it is a
 * sign-up at all. Linear in the length of the text.
 */
export const parseJielong = (raw: string): JielongList | null => {
  const cut = raw.length > MAX_LIST_CHARS
  const text = cut ? raw.slice(0, raw.lastIndexOf('\n', MAX_LIST_CHARS) + 1) : raw
  if (parseQuote(text) !== null) return null
  const lines = text.split(LINE_END)
  const tagLine = tagLineOf(lines)
  const tagged = read(lines, tagLine, cut)
  // A tag below the rows belongs to another list that was pasted along.
  return tagged ?? (tagLine > 0 ? read(lines, -1, cut) : null)
}

export const rowOf = (ordinal: number, written: string): JielongRow => {
  const text = trimBlanks(Array.from(trimBlanks(written)).slice(0, MAX_ROW_CHARS).join(''))
  return { ordinal, text, lines: text.split('\n'), struck: isStruck(text), authorId: null, writtenAtS: null }
}

const read = (lines: readonly string[], tagLine: number, cut: boolean): JielongList | null => {
  const native = tagLine >= 0
  const block = rowBlock(lines, tagLine + 1, native, native || lines.slice(0, MAX_TITLE_LINES).some(saysWord))
  const above = lines.slice(0, block?.starts[0]?.line)
  const tag = native ? 'native' : above.some(saysWord) ? 'word' : 'none'
  if (!isList(tag, block, lines, tagLine)) return null
  const { rows, tail } = body(lines, block)
  const head = readHeader(above, tagLine)
  return {
    ...head,
    tag,
    rows,
    tail,
    startsAt: rows[0]?.ordinal ?? 1,
    incomplete: cut || (block?.starts.length ?? 0) > MAX_ROWS,
    starterId: null,
    digest: listDigest(head.header, head.example, tail),
  }
}

const isList = (
  tag: JielongList['tag'],
  block: RowBlock | null,
  lines: readonly string[],
  tagLine: number,
): boolean => {
  // A list nobody joined yet begins with the tag; a sentence that mentions it does not.
  if (tag === 'native') return block !== null || (lines.length > 1 && beginsWithTag(lines[tagLine]!))
  if (block === null) return false
  return tag === 'word' || (block.starts.length >= 2 && block.starts[0]!.ordinal === 1)
}

const body = (lines: readonly string[], block: RowBlock | null): { rows: JielongRow[]; tail: string } => {
  const starts = block?.starts ?? []
  const last = starts.at(-1)
  if (last === undefined) return { rows: [], tail: '' }
  const tailAt = last.line + 1 + linesToBlank(lines.slice(last.line + 1))
  const rows = starts.slice(0, MAX_ROWS).map(({ ordinal, line, textAt }, index) => {
    const end = starts[index + 1]?.line ?? tailAt
    return rowOf(ordinal, [lines[line]!.slice(textAt), ...lines.slice(line + 1, end)].join('\n'))
  })
  return { rows, tail: lines.slice(tailAt).join('\n').trim() }
}

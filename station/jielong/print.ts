import { MAX_HEADER_CHARS, MAX_ROW_CHARS, MAX_ROWS, MAX_TAIL_CHARS } from './list.js'
import { bareRowStart, rowStart } from './row-start.js'
import { trimBlanks } from './trim-blanks.js'

export interface PrintedList {
  readonly title: string
  /** Further lines of the header: place, limit, options. */
  readonly description?: readonly string[]
  readonly example?: string
  readonly rows: readonly string[]
  readonly tail?: readonly string[]
}

const TAG = '#接龙'
const ANY_TAG = /(?:[#＃][ \u3000]?)+(?=接[龙龍]|group ?note)/gi
const EXAMPLE_WORD = /^(?:例如|例|如|格式如|格式)[,.:，：、\s]/
const LINE_ENDS = /[\r\n\u2028\u2029]+/g
/** In front of a line that would otherwise be read as a row or as the example. */
const PLAIN_LINE = '·'

/**
 * The canonical list as a text that every reader of 接龙, ours included, reads back as the same list. A row is one line;
 * header and tail lines that look like rows are marked with a dot, since nobody may be signed up by a footnote.
 */
export const printJielong = (list: PrintedList): string => {
  const header = [list.title, ...(list.description ?? [])].map(plainLine).filter(isWritten)
  const example = [oneLine(list.example ?? '', MAX_HEADER_CHARS)].filter(isWritten).map((text) => `例 ${text}`)
  const rows = list.rows.map((row) => oneLine(row, MAX_ROW_CHARS)).filter(isWritten)
  const tail = (list.tail ?? []).map(plainLine).filter(isWritten)
  return [
    [TAG, ...header, ...example].join('\n'),
    ...block(rows.slice(0, MAX_ROWS).map((row, index) => `${index + 1}. ${row}`)),
    ...block(tail),
  ].join('\n\n')
}

const block = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [lines.join('\n')])

const isWritten = (line: string): boolean => line !== ''

const oneLine = (text: string, maxChars: number): string =>
  trimBlanks(
    Array.from(trimBlanks(text.replace(LINE_ENDS, ' ')))
      .slice(0, maxChars)
      .join(''),
  )

const plainLine = (text: string): string => {
  const line = oneLine(text, Math.min(MAX_HEADER_CHARS, MAX_TAIL_CHARS)).replace(ANY_TAG, '')
  return looksLikeRow(line) || EXAMPLE_WORD.test(line) ? PLAIN_LINE + line : line
}

/** A date at the beginning (5.18, 5月18日) is left alone: rows that begin so are told from it by their blank. */
const looksLikeRow = (line: string): boolean => {
  const start = rowStart(line)
  return start === null ? (bareRowStart(line)?.gap ?? '') !== '' : !start.weak
}

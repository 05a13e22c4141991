import { listDigest } from './digest.js'
import { readHeader, tagLineOf } from './header.js'
import { type JielongList, type JielongRow, MAX_LIST_CHARS, MAX_ROWS } from './list.js'
import { LINE_END, parseJielong, rowOf } from './parse.js'
import { element, elements, elementText } from './xml-element.js'

/** A message of a whole list with its ids is about 200 characters a row longer than its text. */
const MAX_XML_CHARS = MAX_LIST_CHARS * 2

interface Item {
  readonly authorId: string | null
  readonly writtenAtS: number | null
  /** [start, length) in UTF-16 units of the title, or the text itself. */
  readonly content: { start: number; length: number } | { text: string } | null
}

export const isGroupNoteXml = (raw: string): boolean => raw.includes('<solitaire_info') && raw.includes('<appmsg')

/**
 * Reads the XML of a native chain sign-up (app message type 53): the text of the list, and for each row who wrote it and
 * when. The ranges are checked one by one: each must begin right after its number and separator. Where one does not (seen
 * in real messages, off by two), the text is parsed instead and the authors are kept only if there is one for every row.
 * null: no such message, or no list in it.
 */
export const parseJielongXml = (raw: string): JielongList | null => {
  if (raw.length > MAX_XML_CHARS || !isGroupNoteXml(raw)) return null
  const appMessage = raw.slice(raw.indexOf('<appmsg'))
  const text = elementText(element(appMessage, 'title') ?? '')
  const solitaire = element(elementText(element(appMessage, 'solitaire_info') ?? ''), 'solitaire')
  const content = solitaire === null ? null : element(solitaire, 'content')
  if (solitaire === null || content === null) return parseJielong(text)
  const items = elements(content, 'i').slice(0, MAX_ROWS).map(itemOf)
  const list = fromRanges(text, items) ?? fromText(text, items)
  if (list === null) return null
  const head = solitaire.slice(0, solitaire.indexOf('<content'))
  return { ...list, starterId: textOf(head, 'au'), incomplete: list.incomplete || textOf(head, 'loss') === '1' }
}

/** A group note as it came, or any text. */
export const readJielong = (raw: string): JielongList | null =>
  isGroupNoteXml(raw) ? parseJielongXml(raw) : parseJielong(raw)

const textOf = (xml: string, name: string): string | null => {
  const inner = element(xml, name)
  const text = inner === null ? '' : elementText(inner).trim()
  return text === '' ? null : text
}

const itemOf = (xml: string): Item => {
  const seconds = Number(textOf(xml, 't'))
  return {
    authorId: textOf(xml, 'u'),
    writtenAtS: Number.isSafeInteger(seconds) && seconds > 0 ? seconds : null,
    content: contentOf(xml),
  }
}

const contentOf = (xml: string): Item['content'] => {
  const range = /^(\d{1,6})-(\d{1,6})$/.exec(textOf(xml, 'r') ?? '')
  if (range !== null) return { start: Number(range[1]), length: Number(range[2]) }
  const text = textOf(xml, 'c')
  return text === null ? null : { text }
}

const NUMBER_BEFORE = /(?:^|\n)([ \t]*([0-9]{1,3})[ \t]*[^\s0-9\p{L}]?[ \t]*)$/u
/** Number, separator and blanks; a range is never looked back from further than this. */
const LOOK_BACK_CHARS = 12

interface Ranged {
  readonly row: JielongRow
  /** From the number on, in the title. */
  readonly start: number
  readonly end: number
}

/** null as soon as one range does not stand where a row's text begins, or ends inside a line. */
const rangesOf = (text: string, items: readonly Item[]): Ranged[] | null => {
  const ranged: Ranged[] = []
  for (const { authorId, writtenAtS, content } of items) {
    if (content === null || 'text' in content) return null
    const { start } = content
    const end = start + content.length
    const number = NUMBER_BEFORE.exec(text.slice(Math.max(0, start - LOOK_BACK_CHARS), start))
    const endsWithLine = end >= text.length || /^[ \t]*(?:\n|$)/.test(text.slice(end, end + LOOK_BACK_CHARS))
    if (number === null || start < (ranged.at(-1)?.end ?? 0) || end > text.length || !endsWithLine) return null
    const row = { ...rowOf(Number(number[2]), text.slice(start, end)), authorId, writtenAtS }
    ranged.push({ row, start: start - number[1]!.length, end })
  }
  return ranged
}

const fromRanges = (text: string, items: readonly Item[]): JielongList | null => {
  const ranged = rangesOf(text, items)
  const first = ranged?.[0]
  const last = ranged?.at(-1)
  if (ranged === null || first === undefined || last === undefined) return null
  const above = text.slice(0, first.start).split(LINE_END)
  const head = readHeader(above, tagLineOf(above))
  const tail = text.slice(last.end).trim()
  return {
    ...head,
    tag: 'native',
    rows: ranged.map(({ row }) => row),
    tail,
    startsAt: first.row.ordinal,
    incomplete: false,
    starterId: null,
    digest: listDigest(head.header, head.example, tail),
  }
}

const fromText = (text: string, items: readonly Item[]): JielongList | null => {
  const list = parseJielong(text)
  if (list === null || list.rows.length !== items.length) return list
  const rows = list.rows.map((row, i) => ({ ...row, authorId: items[i]!.authorId, writtenAtS: items[i]!.writtenAtS }))
  return { ...list, rows }
}

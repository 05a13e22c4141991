import type { TableFault, TableRow } from '../../station/people/table.js'

type Read<T> = { ok: true; value: T } | { ok: false; fault: TableFault }

/** UTF-8 or UTF-16 by their marks, else UTF-8 if it is valid, else GB18030, of which GBK and GB2312 are parts. */
export function decodeText(bytes: Uint8Array): Read<string> {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return { ok: true, value: text }
    } catch {
      // not this encoding; the next one is tried
    }
  return { ok: false, fault: { code: 'unknown-encoding' } }
}

/** The separator that splits the first lines most: commas here, semicolons or tabs in what other programs save. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000)
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';', '，'].sort((a, b) => count(b) - count(a))[0]!
}

/** RFC 4180, with line numbers as an editor shows them. A quote that is never closed is a fault, not half a file. */
export function readCsv(text: string): Read<TableRow[]> {
  const separator = separatorOf(text)
  const rows: TableRow[] = []
  let cells: { text: string }[] = []
  let cell = ''
  let line = 1
  let startLine = 1
  let quotedFrom = 0
  const endCell = () => {
    cells.push({ text: cell })
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push({ line: startLine, cells })
    cells = []
  }
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (quotedFrom > 0) {
      if (mark === '\n') line++
      if (mark !== '"') cell += mark
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quotedFrom = 0
    } else if (mark === '"' && cell === '') quotedFrom = line
    else if (mark === separator) endCell()
    else if (mark === '\n' || mark === '\r') {
      if (mark === '\r' && text[at + 1] === '\n') at++
      endRow()
      line++
      startLine = line
    } else cell += mark
  }
  if (quotedFrom > 0) return { ok: false, fault: { code: 'open-quote', line: quotedFrom } }
  if (cell !== '' || cells.length > 0) endRow()
  return { ok: true, value: rows }
}

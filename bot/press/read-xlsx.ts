import readXlsxFile from 'read-excel-file/node'
import type { TableCell, TableFault, TableRow } from '../../station/people/table.js'
import { unzipEntry, zipEntries } from './zip-entries.js'

type Read<T> = { ok: true; value: T } | { ok: false; fault: TableFault }

/** Unpacked, a workbook of ten thousand people is a tenth of this. */
const MOST_UNPACKED_BYTES = 100 * 1024 * 1024
const DAMAGED: { ok: false; fault: TableFault } = { ok: false, fault: { code: 'damaged' } }

/**
 * The first sheet that holds anything, with what is odd about its cells: read-excel-file gives values only, so merged blocks,
 * formulas and errors are looked up in the sheet's own XML.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Read<TableRow[]>> {
  const entries = zipEntries(bytes)
  if (!entries) return DAMAGED
  if (entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > MOST_UNPACKED_BYTES)
    return { ok: false, fault: { code: 'swollen' } }
  if (!entries.some(({ name }) => name === 'xl/workbook.xml'))
    return {
      ok: false,
      fault: {
        code: 'no-table',
        looksLike: entries.some(({ name }) => name.startsWith('word/')) ? 'Word 文档' : '压缩包',
      },
    }
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>
  try {
    sheets = await readXlsxFile(Buffer.from(bytes))
  } catch {
    // The parser's own words mean nothing to whoever sent the file.
    return DAMAGED
  }
  const index = sheets.findIndex(({ data }) => data.some((row) => row.some((value) => value !== null)))
  const sheet = sheets[Math.max(index, 0)]
  if (!sheet) return DAMAGED
  const entry = entries.find(({ name }) => name === `xl/worksheets/sheet${Math.max(index, 0) + 1}.xml`)
  const xml = entry && unzipEntry(bytes, entry, MOST_UNPACKED_BYTES)
  const odd = xml ? oddCells(new TextDecoder().decode(xml)) : new Map<string, TableCell['odd']>()
  const rows = sheet.data.map((values, rowIndex) => ({
    line: rowIndex + 1,
    cells: values.map((value, column) => cellOf(value, odd.get(`${rowIndex}:${column}`))),
  }))
  return { ok: true, value: rows }
}

function cellOf(value: unknown, odd: TableCell['odd']): TableCell {
  const text =
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : value === null || value === undefined
        ? ''
        : String(value)
  const mark = odd ?? (/^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text) ? ('error' as const) : undefined)
  return mark ? { text, odd: mark } : { text }
}

/** Cells of a sheet's XML that are merged, computed or in error, by "row:column" from 0. */
function oddCells(xml: string): Map<string, TableCell['odd']> {
  const odd = new Map<string, TableCell['odd']>()
  for (const [, ref, attributes, content = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    if (attributes!.includes('t="e"')) odd.set(keyOf(ref!), 'error')
    else if (/<f[\s>/]/.test(content)) odd.set(keyOf(ref!), 'formula')
  }
  for (const [, from, to] of xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [top, left] = placeOf(from!)
    const [bottom, right] = placeOf(to!)
    for (let row = top; row <= Math.min(bottom, top + 10_000); row++)
      for (let column = left; column <= Math.min(right, left + 100); column++) odd.set(`${row}:${column}`, 'merged')
  }
  return odd
}

function placeOf(ref: string): [row: number, column: number] {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(ref)!
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(digits) - 1, column]
}

const keyOf = (ref: string): string => placeOf(ref).join(':')

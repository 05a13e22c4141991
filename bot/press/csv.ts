import { printable } from '../../station/document/printable.js'
import type { Cell, Sheet } from '../../station/document/workbook.js'
import { Temporal } from '../../station/time/civil.js'

/** A spreadsheet would take a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** CSV bytes: a byte order mark, so that Excel reads UTF-8, and CRLF (RFC 4180). */
export function writeCsv({ columns, rows }: Sheet): Uint8Array {
  const lines = [columns.map(({ title }) => quoted(title)), ...rows.map((row) => row.map(cellOf))]
  return new TextEncoder().encode(`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`)
}

function cellOf(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (value instanceof Temporal.PlainDateTime) return value.toString({ smallestUnit: 'minute' }).replace('T', ' ')
  return quoted(String(value))
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${printable(text)}` : printable(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node'
import { printable } from '../../station/document/printable.js'
import type { Cell, Column, Sheet, Workbook } from '../../station/document/workbook.js'
import { Temporal } from '../../station/time/civil.js'
import { halfWidths, linesIn } from './text-width.js'
import { acrossOf, printing } from './workbook-printing.js'

const DATE = 'yyyy-mm-dd'
const DATE_TIME = 'yyyy-mm-dd hh:mm'
const FONT = { fontFamily: '宋体', fontSize: 11 }
const GRID = { borderColor: '#999999', borderStyle: 'thin' as const }
/** Of a column that names no width: as wide as its widest cell, half characters. */
const NARROWEST = 8
const WIDEST = 40
/** Points of a line of the body, and the highest row a spreadsheet takes. */
const LINE_POINTS = 15
const HIGHEST_POINTS = 405
/** A Chinese character of the body is a little wider than two figures, in which widths are counted. */
const SQUEEZE = 0.9

/** xlsx bytes. Civil times are written as they read on the wall: the writer stores UTC, so they are handed over as if UTC. */
export async function writeWorkbook({ sheets }: Workbook): Promise<Uint8Array> {
  const pages = sheets.map((sheet) => {
    const widths = widthsOf(sheet)
    return {
      sheet: nameOf(sheet),
      data: rowsOf(sheet, widths),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: sheet.heading ? 2 : 1,
      orientation: 'landscape' as const,
    }
  })
  return writeXlsxFile(pages, { ...FONT, features: [printing(pages)] }).toBuffer()
}

const nameOf = ({ name }: Sheet): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const widthsOf = ({ columns, rows }: Sheet): number[] =>
  columns.map(
    ({ title, widthChars }, at) =>
      widthChars ??
      Math.min(
        WIDEST,
        Math.max(NARROWEST, halfWidths(title) + 2, ...rows.map((row) => halfWidths(shown(row[at])) + 2)),
      ),
  )

/** About what a cell shows, to be measured. */
const shown = (value: Cell | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? DATE_TIME.slice(0, 16) : String(value)

function rowsOf({ heading, columns, rows }: Sheet, widths: readonly number[]): XlsxCell[][] {
  const head = columns.map(({ title }) => ({
    ...GRID,
    type: String,
    value: title,
    fontWeight: 'bold' as const,
    align: 'center' as const,
    backgroundColor: '#EEEEEE',
    wrap: true,
    height: heightOf(
      columns.map((column) => column.title),
      widths,
    ),
  }))
  const body = rows.map((row) => {
    const height = heightOf(row.map(shown), widths)
    // A row is as high as its first cell says.
    return row.map((value, at) => cellOf(value, at === 0 ? { ...BODY, height } : BODY))
  })
  return [...(heading ? [headingRow(heading, columns, headingSpan(widths))] : []), head, ...body]
}

/** Not every program measures wrapped text when it opens a file: the height is written, or words are cut off. */
const heightOf = (texts: readonly string[], widths: readonly number[]): number =>
  Math.min(
    HIGHEST_POINTS,
    LINE_POINTS *
      Math.max(1, ...texts.map((text, at) => linesIn(text, Math.floor((widths[at] ?? NARROWEST) * SQUEEZE)))) +
      3,
  )

/** Columns the heading stands over: all of a page, and only of the first where two lie side by side. */
function headingSpan(widths: readonly number[]): number {
  const { pages } = acrossOf(widths)
  if (pages === 1) return widths.length
  let room = widths.reduce((sum, width) => sum + width, 0) / pages
  const over = widths.findIndex((width) => {
    room -= width
    return room < 0
  })
  return Math.max(1, over)
}

function headingRow(heading: string, columns: readonly Column[], span: number): XlsxCell[] {
  const title = {
    type: String,
    value: printable(heading),
    fontSize: 14,
    fontWeight: 'bold' as const,
    align: 'center' as const,
    columnSpan: span,
    height: 24,
  }
  return [title, ...columns.slice(1).map(() => null)]
}

const BODY = { ...GRID, wrap: true, alignVertical: 'top' as const }

function cellOf(value: Cell, style: typeof BODY & { height?: number }): XlsxCell {
  if (value === null) return { ...style, type: String, value: '' }
  if (typeof value === 'number') return { ...style, type: Number, value }
  if (typeof value === 'string') return { ...style, type: String, value: printable(value) }
  const withTime = value instanceof Temporal.PlainDateTime
  const asIfUtc = new Date((withTime ? value : value.toPlainDateTime()).toZonedDateTime('UTC').epochMilliseconds)
  return { ...style, type: Date, value: asIfUtc, format: withTime ? DATE_TIME : DATE, align: 'left' as const }
}

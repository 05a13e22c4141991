import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node'
import { printable } from '../../station/document/printable.js'
import type { Cell, Column, Sheet, Workbook } from '../../station/document/workbook.js'
import { Temporal } from '../../station/time/civil.js'

const DATE = 'yyyy-mm-dd'
const DATE_TIME = 'yyyy-mm-dd hh:mm'
const FONT = { fontFamily: '宋体', fontSize: 11 }
const GRID = { borderColor: '#999999', borderStyle: 'thin' as const }
const DEFAULT_WIDTH = 14

/** xlsx bytes. Civil times are written as they read on the wall: the writer stores UTC, so they are handed over as if UTC. */
export async function writeWorkbook({ sheets }: Workbook): Promise<Uint8Array> {
  const pages = sheets.map((sheet) => ({
    sheet: sheet.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    data: rowsOf(sheet),
    columns: sheet.columns.map(({ widthChars = DEFAULT_WIDTH }) => ({ width: widthChars })),
    stickyRowsCount: sheet.heading ? 2 : 1,
    orientation: 'landscape' as const,
  }))
  return writeXlsxFile(pages).toBuffer()
}

function rowsOf({ heading, columns, rows }: Sheet): XlsxCell[][] {
  const head = columns.map(({ title }) => ({
    ...FONT,
    ...GRID,
    type: String,
    value: title,
    fontWeight: 'bold' as const,
    align: 'center' as const,
    backgroundColor: '#EEEEEE',
    wrap: true,
  }))
  const body = rows.map((row) => row.map(cellOf))
  return [...(heading ? [headingRow(heading, columns)] : []), head, ...body]
}

function headingRow(heading: string, columns: readonly Column[]): XlsxCell[] {
  const title = {
    ...FONT,
    type: String,
    value: printable(heading),
    fontSize: 14,
    fontWeight: 'bold' as const,
    align: 'center' as const,
    columnSpan: columns.length,
  }
  return [title, ...columns.slice(1).map(() => null)]
}

function cellOf(value: Cell): XlsxCell {
  const style = { ...FONT, ...GRID, wrap: true, alignVertical: 'top' as const }
  if (value === null) return { ...style, type: String, value: '' }
  if (typeof value === 'number') return { ...style, type: Number, value }
  if (typeof value === 'string') return { ...style, type: String, value: printable(value) }
  const withTime = value instanceof Temporal.PlainDateTime
  const asIfUtc = new Date((withTime ? value : value.toPlainDateTime()).toZonedDateTime('UTC').epochMilliseconds)
  return { ...style, type: Date, value: asIfUtc, format: withTime ? DATE_TIME : DATE, align: 'left' as const }
}

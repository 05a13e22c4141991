import type { Sheet } from '../../station/document/workbook.js'
import { BOOKS } from '../../station/ledger/books.js'
import type { LedgerSpan } from '../../station/ledger/span.js'
import { UNCLASSIFIED } from '../../station/summary/facts.js'
import { FIGURES, figuresOf } from '../../station/summary/figures.js'
import type { PeriodRecords } from '../../station/summary/records.js'
import { Temporal } from '../../station/time/civil.js'
import type { DocumentMaker } from '../documents/document.js'
import { MIME } from '../press.js'
import { periodRecords } from '../summary/load.js'
import { copy } from './copy.js'
import { type FilledBook, fillBooks } from './fill-book.js'
import { periodOf } from './ledger.js'

export const LEDGER_DOCUMENT = 'ledger'

interface LedgerRequest extends Record<string, unknown> {
  /** null: all thirteen, with a page of totals. */
  book: string | null
  format: 'xlsx' | 'csv'
  from: string
  until: string
  label: string
}

/** 台账: the books of a period as a file. The totals are the very figures that summaries of the period show. */
export const ledgerDocument: DocumentMaker<LedgerRequest> = {
  kind: LEDGER_DOCUMENT,
  async make({ db, station, now, services, args }) {
    const span: LedgerSpan = {
      from: Temporal.PlainDate.from(args.from),
      until: Temporal.PlainDate.from(args.until),
      label: args.label,
    }
    const chosen = BOOKS.filter(({ key }) => args.book === null || key === args.book)
    const filled = await fillBooks({ db, station, span, now }, chosen)
    const sheets = filled.map((book) => sheetOf(station.name, span, book))
    const name = copy.fileName(station.name, span.label, args.book === null ? null : (chosen[0]?.title ?? null))
    const text = copy.fileDone(span.label, args.format === 'csv' && args.book === null)
    if (args.format === 'csv' && args.book !== null)
      return { file: { name: `${name}.csv`, mimeType: 'text/csv', bytes: services.press.csv(sheets[0]!) }, text }
    const totals =
      args.book === null ? [totalsSheet(station.name, span, await periodRecords(db, station, periodOf(span), now))] : []
    const bytes = await services.press.workbook({ sheets: [...totals, ...sheets] })
    return { file: { name: `${name}.xlsx`, mimeType: MIME.xlsx, bytes }, text }
  },
}

export function sheetOf(station: string, span: LedgerSpan, { book, columns, rows }: FilledBook): Sheet {
  const empty = copy.noRows(book.title, span.label)
  const widest = columns.reduce((best, { width }, at) => (width > columns[best]!.width ? at : best), 0)
  return {
    name: `${book.no}${book.title}`,
    heading: `${station} ${book.title} ${span.label}`,
    columns: columns.map(({ title, width }) => ({ title, widthChars: width })),
    rows: rows.length > 0 ? rows : [columns.map((_, index) => (index === widest ? empty : null))],
  }
}

/** The first page: every figure a summary of the period may print. */
export function totalsSheet(station: string, span: LedgerSpan, records: PeriodRecords): Sheet {
  const { rows, categories } = figuresOf(records)
  return {
    name: copy.totals,
    heading: `${station} ${copy.totals} ${span.label}`,
    columns: [
      { title: '项目', widthChars: 24 },
      { title: '数量', widthChars: 10 },
      { title: '单位', widthChars: 8 },
    ],
    rows: [
      ...rows.map(({ key, value }) => [FIGURES[key].label, value, FIGURES[key].unit]),
      ...categories.map(({ category, value }) => [`${category ?? UNCLASSIFIED}意见`, value, '件']),
    ],
  }
}

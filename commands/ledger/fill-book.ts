import type { Book, Cell, Column } from '../../station/ledger/book.js'
import { BOOKS } from '../../station/ledger/books.js'
import { columnsOf } from '../../station/ledger/own-columns.js'
import { stationSettings } from '../../station/settings.js'
import { masker } from '../opinion/masked.js'
import { LOADERS } from './books/index.js'
import type { BookInput } from './books/input.js'

export interface FilledBook {
  book: Book
  /** As this station wants them. */
  columns: readonly Column[]
  /** Cells in the order of the columns. */
  rows: Cell[][]
}

/** Books with their rows of a period. Whatever somebody wrote in words is masked; originals are never read. */
export async function fillBooks(input: BookInput, books: readonly Book[] = BOOKS): Promise<FilledBook[]> {
  const own = stationSettings(input.station.settings).ledgerColumns
  const mask = await masker(input)
  const filled: FilledBook[] = []
  for (const book of books) {
    const columns = columnsOf(book, own[book.key])
    const rows = await LOADERS[book.key as keyof typeof LOADERS](input)
    filled.push({ book, columns, rows: rows.map((row) => columns.map((column) => cellOf(column, row[column.key]))) })
  }
  return filled

  function cellOf({ kind }: Column, cell: Cell | undefined): Cell {
    if (cell === undefined || cell === '') return null
    return kind === 'text' && typeof cell === 'string' ? mask(cell).text : cell
  }
}

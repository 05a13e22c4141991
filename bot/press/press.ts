import type { Press } from '../../commands/press.js'
import { writeCalendar } from './calendar.js'
import { writeCsv } from './csv.js'

/**
 * Everything the house can print: office files, calendars and pictures, in Chinese, without a network or a system font.
 * The heavy machines (a quarter of the program's modules) are fetched for the first piece of their kind: most starts, and
 * nearly every replay, print none.
 */
export const press: Press = {
  workbook: async (book) => (await import('./workbook.js')).writeWorkbook(book),
  csv: writeCsv,
  paper: async (paper) => (await import('./paper.js')).writePaper(paper),
  calendar: writeCalendar,
  board: async (board) => (await import('./board.js')).paintBoard(board),
  table: async (bytes) => (await import('./read-table.js')).readTable(bytes),
}

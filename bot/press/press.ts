import type { Press } from '../../commands/press.js'
import { paintBoard } from './board.js'
import { writeCalendar } from './calendar.js'
import { writeCsv } from './csv.js'
import { writePaper } from './paper.js'
import { readTable } from './read-table.js'
import { writeWorkbook } from './workbook.js'

/** Everything the house can print: office files, calendars and pictures, in Chinese, without a network or a system font. */
export const press: Press = {
  workbook: writeWorkbook,
  csv: writeCsv,
  paper: writePaper,
  calendar: writeCalendar,
  board: paintBoard,
  table: readTable,
}

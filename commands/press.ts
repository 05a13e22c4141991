import type { Board } from '../station/document/board.js'
import type { Calendar } from '../station/document/calendar.js'
import type { Paper } from '../station/document/paper.js'
import type { Sheet, Workbook } from '../station/document/workbook.js'
import type { TableFault, TableRow } from '../station/people/table.js'

/** What turns shapes into files. Slow enough to be kept out of transactions. */
export interface Press {
  /** xlsx */
  workbook(book: Workbook): Promise<Uint8Array>
  /** UTF-8 with a byte order mark; no cell can be taken for a formula. */
  csv(sheet: Sheet): Uint8Array
  /** docx */
  paper(paper: Paper): Promise<Uint8Array>
  /** iCalendar (RFC 5545), instants in UTC. */
  calendar(calendar: Calendar): Uint8Array
  /** Reads what somebody sent: xlsx, or csv in any usual encoding. */
  table(bytes: Uint8Array): Promise<{ ok: true; value: TableRow[] } | { ok: false; fault: TableFault }>
  /** png */
  board(board: Board): Promise<Uint8Array>
}

/** @public */
export const MIME = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  png: 'image/png',
} as const

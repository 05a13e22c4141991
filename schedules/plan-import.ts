import readXlsx from 'read-excel-file/node'
import { copy } from '../commands/plan/copy.js'
import { importLines, PLAN_IMPORT_JOB, type PlanImport } from '../commands/plan/import.js'
import { preparedJob } from './job.js'

/** Reads the table of a plan outside the transaction, then adds its lines. */
export const planImport = preparedJob({
  name: PLAN_IMPORT_JOB,
  graceMinutes: Number.POSITIVE_INFINITY,
  slots: () => [],
  async prepare({ slot, services }): Promise<string[][] | null> {
    const { file } = slot.payload as unknown as PlanImport
    const bytes = await services.files.read(file.path)
    return /\.xlsx$/i.test(file.name) ? rowsOfWorkbook(bytes) : rowsOfText(bytes)
  },
  async run(context, slot, rows) {
    const { roomId, personId, year } = slot.payload as unknown as PlanImport
    const text = rows === null ? copy.notRead : await importLines(context, rows, year)
    const options = { urgent: true }
    await (roomId === null ? context.tell(personId, text, options) : context.tellRoom(roomId, text, options))
  },
})

/** Null: no workbook, whatever its name says. */
async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    const [sheet] = await readXlsx(Buffer.from(bytes))
    return sheet?.data.map((row) => row.map((cell) => textOf(cell))) ?? null
  } catch {
    return null // what somebody sent is theirs to mend, and they are told
  }
}

/** A month written as a date (2027-03-01, shown as 3月) is that month. */
const textOf = (cell: unknown): string =>
  cell instanceof Date ? `${cell.getUTCFullYear()}年${cell.getUTCMonth() + 1}月` : cell === null ? '' : String(cell)

function rowsOfText(bytes: Uint8Array): string[][] {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  // Spreadsheet programs in China still save CSV in their own code page.
  const text = utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8
  return text.split(/\r?\n/).map((line) => line.split(/[,，\t]/).map((cell) => cell.replace(/^"|"$/g, '')))
}

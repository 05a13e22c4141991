import { err, ok, type Result } from '../result.js'
import { NUMERAL_CHARS, parseNumeral } from '../text/numerals.js'
import { Temporal } from '../time/civil.js'

/** One event before the station kept books here. */
export interface HistoryRow {
  /** As precisely as it is known: "2021-06-20", "2021-06", "2021"; null: not known. */
  readonly on: string | null
  readonly title: string
  readonly place: string | null
  readonly persons: number | null
}

const HEADS = {
  on: /时间|日期|年月/,
  title: /主题|名称|活动|内容/,
  place: /地点|地址|场所/,
  persons: /人次|人数|受众/,
} as const

/** "2021年6月20日", "2021.6", "2021/06/20", a spreadsheet's own date: as precisely as it says. */
export const historyDay = (cell: unknown): string | null => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const serial = /^\d{5}$/.exec(String(cell ?? '').trim())
  if (serial) return serialDay(Number(serial[0]))
  const match = /(20\d{2})(?:\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?)?/.exec(String(cell ?? ''))
  if (!match) return null
  const [, year, month, day] = match
  const parts = [year!, month, day].filter((part) => part !== undefined)
  if (Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return year!
  return parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
}

/** Days since 1899-12-30: what a spreadsheet's date is where its format was lost; of this century up to 2049. */
const serialDay = (days: number): string | null =>
  days < 36_526 || days > 54_788 ? null : Temporal.PlainDate.from('1899-12-30').add({ days }).toString()

/** 86, 86人次, 四十人; null: it says no number. */
const countOf = (cell: unknown): number | null => {
  const text = String(cell ?? '').normalize('NFKC')
  const figures = /\d[\d,]*/.exec(text)?.[0].replaceAll(',', '')
  const spoken = new RegExp(`[${NUMERAL_CHARS}]{1,8}`).exec(text)?.[0]
  const count = figures !== undefined ? Number(figures) : spoken ? parseNumeral(spoken) : null
  return count !== null && Number.isSafeInteger(count) ? count : null
}

const SURE_TITLE = /主题|名称/

const words = (cell: unknown): string | null => {
  const text = String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text
}

/** What of a table was understood; what was not is counted, so that nothing is lost unsaid. */
export interface HistoryTable {
  rows: HistoryRow[]
  /** Rows without a subject: not kept. */
  skipped: number
  /** Cells with words in them that name no day, and no number: the row is kept without. */
  unread: number
}

/** A table with its head in the first row that has a 主题 column. */
export const readHistory = (table: readonly (readonly unknown[])[]): Result<HistoryTable, { code: 'noHead' }> => {
  const filled = (row: readonly unknown[]): number => row.filter((cell) => words(cell) !== null).length
  // A line above the head (活动台账) has one cell; the head has as many as the table is wide, two at least.
  const enough = Math.min(2, Math.max(0, ...table.map(filled)))
  const head = table.findIndex(
    (row) => filled(row) >= enough && row.some((cell) => HEADS.title.test(String(cell ?? ''))),
  )
  if (head < 0) return err({ code: 'noHead' })
  const titles = table[head]!.map((cell) => String(cell ?? ''))
  const at = (pattern: RegExp): number => titles.findIndex((title) => pattern.test(title))
  const [on, place, persons] = [at(HEADS.on), at(HEADS.place), at(HEADS.persons)]
  // 活动时间 and 活动地点 are no subject, so the surer words go first.
  const sure = at(SURE_TITLE)
  const title =
    sure >= 0
      ? sure
      : titles.findIndex((word, index) => HEADS.title.test(word) && ![on, place, persons].includes(index))
  if (title < 0) return err({ code: 'noHead' })
  const body = table.slice(head + 1).filter((row) => row.some((cell) => words(cell) !== null))
  const rows = body.flatMap((row): HistoryRow[] => {
    const subject = words(row[title])
    if (subject === null) return []
    return [
      {
        on: on < 0 ? null : historyDay(row[on]),
        title: subject,
        place: place < 0 ? null : words(row[place]),
        persons: persons < 0 ? null : countOf(row[persons]),
      },
    ]
  })
  const lost = (row: readonly unknown[], column: number, read: (cell: unknown) => unknown): number =>
    column >= 0 && words(row[column]) !== null && read(row[column]) === null ? 1 : 0
  const unread = body
    .filter((row) => words(row[title]) !== null)
    .reduce((sum, row) => sum + lost(row, on, historyDay) + lost(row, persons, countOf), 0)
  return ok({ rows, skipped: body.length - rows.length, unread })
}

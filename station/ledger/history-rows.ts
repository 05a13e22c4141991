import { err, ok, type Result } from '../result.js'

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
  const match = /(20\d{2})(?:\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?)?/.exec(String(cell ?? ''))
  if (!match) return null
  const [, year, month, day] = match
  const parts = [year!, month, day].filter((part) => part !== undefined)
  if (Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return year!
  return parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
}

const SURE_TITLE = /主题|名称/

const words = (cell: unknown): string | null => {
  const text = String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text
}

/** A table with its head in the first row that has a 主题 column; rows without a subject are counted, not kept. */
export const readHistory = (
  table: readonly (readonly unknown[])[],
): Result<{ rows: HistoryRow[]; skipped: number }, { code: 'noHead' }> => {
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
    const count = Number(/\d+/.exec(String(row[persons] ?? ''))?.[0] ?? Number.NaN)
    return [
      {
        on: on < 0 ? null : historyDay(row[on]),
        title: subject,
        place: place < 0 ? null : words(row[place]),
        persons: Number.isSafeInteger(count) ? count : null,
      },
    ]
  })
  return ok({ rows, skipped: body.length - rows.length })
}

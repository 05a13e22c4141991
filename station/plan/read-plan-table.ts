import type { TableRow } from '../people/table.js'
import type { Temporal } from '../time/civil.js'
import { namesAPeriod, readPeriod } from './read-period.js'
import { type PlanLine, readPlanLine } from './read-plan.js'

type Column = 'period' | 'title' | 'times' | 'owner'

const HEADINGS: Readonly<Record<Column, RegExp>> = {
  period: /^(?:计划)?(?:月份?|时间|季度|日期|时段)$/,
  title: /^(?:活动|工作|计划)?(?:事项|主题|内容|名称|项目)$|^活动$/,
  times: /^(?:计划)?(?:次数|场次|场数)$/,
  owner: /^(?:负责人|责任人|牵头人?|牵头代表|负责)$/,
}
const TOTAL = /^(?:合计|总计|小计|共计)/

export interface PlanRow {
  /** Null: meant as a line of the plan, but not understood. */
  readonly line: PlanLine | null
  /** What stands in it, for whoever must mend it. */
  readonly words: string
}

/** Cells as text; a month merged over several rows counts for each of them, and a cell in error holds nothing. */
export const cellsOf = (rows: readonly TableRow[]): string[][] => {
  const texts: string[][] = []
  for (const { cells } of rows) {
    const above = texts.at(-1)
    texts.push(
      cells.map(({ text, odd }, column) =>
        odd === 'error' ? '' : odd === 'merged' && text.trim() === '' ? (above?.[column] ?? '') : text.trim(),
      ),
    )
  }
  return texts
}

/**
 * The lines of a plan. Under a heading each cell is what its column says; without one, or as words one line each, the cells
 * say it themselves. Titles, headings and totals are no lines of a plan and are left out.
 */
export const readPlanTable = (
  rows: readonly (readonly string[])[],
  today: Temporal.PlainDate,
  year?: number,
): PlanRow[] => {
  const found: PlanRow[] = []
  let columns: Partial<Record<Column, number>> | null = null
  for (const cells of rows) {
    const said = cells.filter((cell) => cell.trim() !== '')
    const heading = headingOf(cells)
    if (heading) {
      columns = heading
      continue
    }
    if (said.length === 0 || TOTAL.test(said[0]!.trim())) continue
    const line = columns ? readRow(cells, columns, today, year) : readPlanLine(cells, today, year)
    const words = said.filter((cell) => !/^\d*$/.test(cell.trim())).join(' ')
    const isMeant = columns ? said.length > 1 : namesAPeriod(words) && words.includes(' ')
    if (line || isMeant) found.push({ line, words })
  }
  return found
}

function headingOf(cells: readonly string[]): Partial<Record<Column, number>> | null {
  const columns: Partial<Record<Column, number>> = {}
  cells.forEach((cell, index) => {
    const words = cell.replace(/\s/g, '')
    for (const [column, pattern] of Object.entries(HEADINGS) as [Column, RegExp][])
      if (columns[column] === undefined && pattern.test(words)) columns[column] = index
  })
  return columns.period !== undefined && columns.title !== undefined ? columns : null
}

function readRow(
  cells: readonly string[],
  columns: Partial<Record<Column, number>>,
  today: Temporal.PlainDate,
  year: number | undefined,
): PlanLine | null {
  const at = (column: Column): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '').trim())
  const when = at('period')
  // Under 月份 a bare 3 is March, and 3-4 both.
  const read = readPeriod(/^\d{1,2}(?:\s*[-–—~～至]\s*\d{1,2})?$/.test(when) ? `${when}月` : when, today, year)
  const title = at('title')
  const times = /^(?:\d{1,2})/.exec(at('times'))
  if (read.code !== 'period' || title === '' || (at('times') !== '' && !times)) return null
  const owner = at('owner')
  return { title, period: read.period, targetCount: times ? Number(times[0]) : 1, ...(owner !== '' && { owner }) }
}

import { parseNumeral } from '../text/numerals.js'
import type { Temporal } from '../time/civil.js'
import type { PlanPeriod } from './period.js'

const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }
const PERIOD =
  /(?:(20\d{2})\s*年)?\s*(?:(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月份?(?!\d)|第?([一二三四1-4])季度|(全年))/

/** A month that a program keeps as a date (2027-03-01, shown as 3月): that month, whichever of its days. */
const DATED = /(?<!\d)(20\d{2})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?![\d.])/
/** 3-4月, 3月至5月: no period of a plan; read as either month it would be a wrong reminder. */
const SEVERAL = /\d\s*月?份?\s*[-–—~～、至到和]\s*\d{1,2}\s*月/

export type PeriodReading =
  | { code: 'period'; period: PlanPeriod; span: [number, number] }
  | { code: 'noSuchMonth'; said: string }
  | { code: 'none' }

/** 3月, 2027年3月, 第二季度, 全年: how precisely the plan says it. Without a year, what is over already is next year's. */
export const readPeriod = (text: string, today: Temporal.PlainDate, year?: number): PeriodReading => {
  const dated = DATED.exec(text)
  const datedMonth = Number(dated?.[2])
  if (dated && (datedMonth < 1 || datedMonth > 12)) return { code: 'noSuchMonth', said: dated[2]! }
  if (dated)
    return {
      code: 'period',
      period: { year: Number(dated[1]), month: datedMonth },
      span: [dated.index, dated.index + dated[0].length],
    }
  if (SEVERAL.test(text)) return { code: 'none' }
  const match = PERIOD.exec(text)
  if (!match) return { code: 'none' }
  const [whole, yearSaid, monthSaid, quarterSaid] = match
  const month = monthSaid === undefined ? undefined : (parseNumeral(monthSaid) ?? 0)
  if (month !== undefined && (month < 1 || month > 12)) return { code: 'noSuchMonth', said: monthSaid! }
  const quarter = quarterSaid ? QUARTERS[quarterSaid] : undefined
  const isOver = month !== undefined ? month < today.month : quarter !== undefined && quarter * 3 < today.month
  const meant = yearSaid ? Number(yearSaid) : (year ?? today.year + (isOver ? 1 : 0))
  const period: PlanPeriod =
    month !== undefined ? { year: meant, month } : quarter ? { year: meant, quarter } : { year: meant }
  return { code: 'period', period, span: [match.index, match.index + whole.length] }
}

export interface PlanLine {
  readonly title: string
  readonly period: PlanPeriod
  readonly targetCount: number
  readonly owner?: string
}

const HEADING = /^(?:序号|编号|月份|时间|季度|事项|活动|主题|内容|次数|场次|负责人|备注)$/
const TIMES = /^(?:共?\s*)?(\d{1,2})\s*[次场期]?$/
const NUMBERED = /^\s*(?:\d{1,2}\s*[.、．)）](?!\d)|[（(]\d{1,2}[)）])\s*/

/**
 * One line of a plan: its cells in whatever order, or its words (3月 义诊进社区 2次). Null where it is no line of a plan: a
 * heading, a title, a total.
 */
export const readPlanLine = (cells: readonly string[], today: Temporal.PlainDate, year?: number): PlanLine | null => {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length === 0 || said.every((cell) => HEADING.test(cell))) return null
  const single = said.length === 1 ? said[0]!.replace(NUMBERED, '') : null
  const parts = single === null ? said : single.split(/[\s,，;；\t]+/)
  let period: PlanPeriod | null = null
  let targetCount = 1
  const words: string[] = []
  for (const part of parts) {
    const found: PeriodReading = period === null ? readPeriod(part, today, year) : { code: 'none' }
    const times = TIMES.exec(part)
    if (found.code === 'noSuchMonth') return null
    if (found.code === 'period') {
      period = found.period
      const rest = (part.slice(0, found.span[0]) + part.slice(found.span[1])).replace(/^[:：、]/, '').trim()
      if (rest !== '') words.push(rest)
    } else if (times && (/[次场期]$/.test(part) || (single === null && words.length > 0)))
      targetCount = Number(times[1])
    else if (!(single === null && words.length === 0 && /^\d{1,3}$/.test(part))) words.push(part)
  }
  const title = words[0] === undefined ? '' : single === null ? words[0] : words.join('')
  return period === null || title === '' || targetCount < 1 ? null : { title, period, targetCount }
}

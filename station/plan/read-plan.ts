import type { Temporal } from '../time/civil.js'
import type { PlanPeriod } from './period.js'
import { type PeriodReading, readPeriod } from './read-period.js'

export interface PlanLine {
  readonly title: string
  readonly period: PlanPeriod
  readonly targetCount: number
  readonly owner?: string
}

const HEADING = /^(?:序号|编号|月份|时间|季度|事项|活动|主题|内容|次数|场次|负责人|备注)$/
const TIMES = /^(?:共?\s*)?(\d{1,2})\s*[次场期]?$/
/** 3 月, 3月 - 4月: one word, however it is spaced. */
const SPACED = /(?<=[\d月])[ \t]*([-–—~～至到])[ \t]*(?=\d)/g
const NUMBERED = /^\s*(?:\d{1,2}\s*[.、．)）](?!\d)|[（(]\d{1,2}[)）])\s*/

/**
 * One line of a plan: its cells in whatever order, or its words (3月 义诊进社区 2次). Null where it is no line of a plan: a
 * heading, a title, a total.
 */
export const readPlanLine = (cells: readonly string[], today: Temporal.PlainDate, year?: number): PlanLine | null => {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (said.length === 0 || said.every((cell) => HEADING.test(cell))) return null
  const single = said.length === 1 ? said[0]!.replace(NUMBERED, '') : null
  const parts = single === null ? said : single.replace(SPACED, '$1').split(/[\s,，;；\t]+/)
  let period: PlanPeriod | null = null
  let targetCount = 1
  const words: string[] = []
  for (const part of parts) {
    const found: PeriodReading = period === null ? readPeriod(part, today, year) : { code: 'none' }
    const times = TIMES.exec(part)
    if (found.code === 'noSuchMonth' || found.code === 'notInARow') return null
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

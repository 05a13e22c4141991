import type { Moment } from '../time/civil.js'

/** A stretch of calendar that figures are counted over; `until` is the first moment after it. */
export interface Span {
  readonly label: string
  readonly from: Moment
  readonly until: Moment
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }
const QUARTER_NAMES = ['一', '二', '三', '四'] as const

/** 今年, 去年, 2026年, 本季度, 一季度, 本月, 上月, 3月: the whole phrase, and where it stands. */
const PHRASE =
  /(?:(20\d{2})\s*年?\s*)?(?:第?([一二三四1-4])季度|(本季度|上季度)|(?<!\d)(1[0-2]|[1-9])\s*月份?|(本月|上月|这个月|上个月)|(今年|去年|本年度?|全年))|(20\d{2})\s*年/

const spanOf = (label: string, from: Moment, months: number): Span => ({ label, from, until: from.add({ months }) })
const monthStart = (now: Moment): Moment => now.startOfDay().with({ day: 1 })
const quarterStart = (now: Moment): Moment => monthStart(now).with({ month: now.month - ((now.month - 1) % 3) })

export const yearSpan = (now: Moment, year = now.year): Span =>
  spanOf(year === now.year ? '今年' : `${year}年`, monthStart(now).with({ year, month: 1 }), 12)

const quarterSpan = (from: Moment): Span => spanOf(`${from.year}年${QUARTER_NAMES[(from.month - 1) / 3]}季度`, from, 3)
const monthSpan = (from: Moment): Span => spanOf(`${from.year}年${from.month}月`, from, 1)

/** A quarter or a month without its year is the latest that has begun. */
const latest = (from: Moment, now: Moment): Moment =>
  from.epochMilliseconds > now.epochMilliseconds ? from.subtract({ years: 1 }) : from

/** The span a text names, and the part of the text that names it; null: it names none. */
export function spanIn(text: string, now: Moment): { span: Span; at: readonly [number, number] } | null {
  const match = PHRASE.exec(text)
  if (!match) return null
  const [whole, yearSaid, quarter, relativeQuarter, month, relativeMonth, relativeYear, yearAlone] = match
  const at = [match.index, match.index + whole.length] as const
  const year = yearSaid ? Number(yearSaid) : now.year
  const inYear = (from: Moment): Moment => (yearSaid ? from : latest(from, now))
  if (quarter) {
    const from = monthStart(now).with({ year, month: QUARTERS[quarter]! * 3 - 2 })
    return { span: quarterSpan(inYear(from)), at }
  }
  if (relativeQuarter) {
    const from = quarterStart(now)
    return { span: quarterSpan(relativeQuarter === '上季度' ? from.subtract({ months: 3 }) : from), at }
  }
  if (month) return { span: monthSpan(inYear(monthStart(now).with({ year, month: Number(month) }))), at }
  if (relativeMonth) {
    const from = monthStart(now)
    return { span: monthSpan(relativeMonth.startsWith('上') ? from.subtract({ months: 1 }) : from), at }
  }
  if (relativeYear === '去年') return { span: yearSpan(now, now.year - 1), at }
  return { span: yearSpan(now, yearAlone ? Number(yearAlone) : year), at }
}

import { Temporal } from '../time/civil.js'

/** A stretch of whole months cut out of the books. */
export interface LedgerSpan {
  readonly from: Temporal.PlainDate
  /** The first day after it. */
  readonly until: Temporal.PlainDate
  /** 2026年5月, 2026年上半年. */
  readonly label: string
}

const YEAR = '(?:(20\\d{2}|\\d{2}(?=年))年?|(今年|本年|去年|上年|前年))'
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }
const QUARTER_NAMES = ['一', '二', '三', '四'] as const

const PATTERN = new RegExp(
  `(?:${YEAR}?\\s*的?(?:(1[0-2]|0?[1-9])月份?(?![0-9日号])|(上半年|下半年)|第?([一二三四1-4])季度?|(全年))|` +
    `(20\\d{2})-(0[1-9]|1[0-2])(?![0-9-])|${YEAR}|(本月|这个月|上个?月|本季度?|上季度?))`,
)

const monthsFrom = (year: number, month: number, months: number, label: string): LedgerSpan => {
  const from = Temporal.PlainDate.from({ year, month, day: 1 })
  return { from, until: from.add({ months }), label }
}

export const monthSpan = (year: number, month: number): LedgerSpan => monthsFrom(year, month, 1, `${year}年${month}月`)
export const yearSpan = (year: number): LedgerSpan => monthsFrom(year, 1, 12, `${year}年`)

/** The last one that has begun: 12月 said in November is last year's. */
const begun = (make: (year: number) => LedgerSpan, year: number | null, today: Temporal.PlainDate): LedgerSpan => {
  if (year !== null) return make(year)
  const now = make(today.year)
  return Temporal.PlainDate.compare(now.from, today) > 0 ? make(today.year - 1) : now
}

const yearOf = (digits: string | undefined, word: string | undefined, today: Temporal.PlainDate): number | null => {
  if (digits) return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  if (!word) return null
  return today.year - ({ 今年: 0, 本年: 0, 去年: 1, 上年: 1, 前年: 2 }[word] ?? 0)
}

const relative = (word: string, today: Temporal.PlainDate): LedgerSpan => {
  const back = word.startsWith('上') ? 1 : 0
  if (word.includes('季')) {
    const day = today.subtract({ months: back * 3 })
    return quarterSpan(day.year, Math.ceil(day.month / 3))
  }
  const day = today.with({ day: 1 }).subtract({ months: back })
  return monthSpan(day.year, day.month)
}

const quarterSpan = (year: number, quarter: number): LedgerSpan =>
  monthsFrom(year, quarter * 3 - 2, 3, `${year}年第${QUARTER_NAMES[quarter - 1]}季度`)

/** The period named in a text and where it stands; null: none. `today` decides what a month without a year means. */
export const scanSpan = (
  text: string,
  today: Temporal.PlainDate,
): { span: LedgerSpan; at: readonly [from: number, to: number] } | null => {
  const match = PATTERN.exec(text)
  if (!match) return null
  const at = [match.index, match.index + match[0].length] as const
  const [, digits, word, month, half, quarter, , isoYear, isoMonth, soleDigits, soleWord, near] = match
  const year = yearOf(digits, word, today)
  if (near) return { at, span: relative(near, today) }
  if (isoYear) return { at, span: monthSpan(Number(isoYear), Number(isoMonth)) }
  if (month) return { at, span: begun((of) => monthSpan(of, Number(month)), year, today) }
  if (half)
    return {
      at,
      span: begun((of) => monthsFrom(of, half === '上半年' ? 1 : 7, 6, `${of}年${half}`), year, today),
    }
  if (quarter) return { at, span: begun((of) => quarterSpan(of, QUARTERS[quarter]!), year, today) }
  return { at, span: yearSpan(year ?? yearOf(soleDigits, soleWord, today) ?? today.year) }
}

/** "2026-05" of every month of the span. */
export const monthKeys = ({ from, until }: LedgerSpan): string[] => {
  const keys: string[] = []
  for (let day = from; Temporal.PlainDate.compare(day, until) < 0; day = day.add({ months: 1 }))
    keys.push(day.toPlainYearMonth().toString())
  return keys
}

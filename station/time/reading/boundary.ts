import { charAfter, charBefore, isType, type Line, type Token, tokenAt } from './line.js'

/** The only tokens a phrase can begin with; all others are passed over unread. */
const BEGINNINGS = new Set<Token['type']>([
  ...(['number', 'half', 'elapse', 'remaining', 'ahead', 'back', 'after', 'before', 'hourOf'] as const),
  ...(['day', 'weekday', 'week', 'weekend', 'monthOf', 'yearOf', 'quarterOf', 'halfYear', 'nextWorkday'] as const),
  ...(['festival', 'nearFestival', 'lunarMonth', 'lunarNewYear', 'lunarCalendar', 'solarCalendar', 'leap'] as const),
  ...([
    'year',
    'month',
    'firstMonth',
    'quarter',
    'ordinal',
    'last',
    'part',
    'offWork',
    'lack',
    'about',
    'unit',
  ] as const),
  ...(['due', 'from', 'every', 'alternate'] as const),
])

const NUMBER_MARKS = '-./:'

/** False inside a longer thing: H12, 第12条, 138-1234, 1.2.3, ¥12.5, a link. */
export const mayStart = (line: Line, at: number): boolean => {
  const token = tokenAt(line, at)
  if (!BEGINNINGS.has(token.type)) return false
  // 第三个周五 of nothing in particular is not the coming Friday.
  if (token.type === 'weekday') return !isType(line, at - 1, 'measure') || token.gap
  if (token.type !== 'number') return true
  const before = charBefore(line, at)
  if (before === '') return true
  if (/[a-z0-9_$¥￥#@&=+%第几百千万亿/]/.test(before)) return false
  // 比分2:10
  if ((before === '比' || before === '分') && tokenAt(line, at + 1).type === 'colon') return false
  // 13月5日: a day whose month is none must not pass for a day of this month.
  if (before === '月') return false
  if (!NUMBER_MARKS.includes(before)) return true
  // "时间:5月18日" may start, "3:2" may not.
  const beforeMark = at > 1 && !tokenAt(line, at - 1).gap ? tokenAt(line, at - 2) : undefined
  return before === ':' && beforeMark?.type !== 'number'
}

/** Nothing that could belong to a number or a word stands right after the token before `next`. */
export const standsAlone = (line: Line, next: number): boolean => {
  const after = charAfter(line, next)
  return after === '' || /[\s,，。;；、!！?？()~"'“”]/.test(after)
}

/** What a lone 4.5 after such a word measures: 满意度 4.5, 版本 2.10. */
const MEASURED = '本版分度率均约达为共长降涨跌温压价款费额是比数值重'

/** The last character before a token, over white space. */
const lastCharBefore = (line: Line, at: number): string => {
  const before = tokenAt(line, at - 1)
  return before.to > 0 ? line.text.charAt(before.to - 1) : ''
}

/** A lone 5.18 stands free on both sides and measures nothing. */
export const maybeDate = (line: Line, at: number, next: number): boolean => {
  const last = lastCharBefore(line, at)
  return charBefore(line, at) === '' && standsAlone(line, next) && (last === '' || !MEASURED.includes(last))
}

export const followedBy = (line: Line, next: number, chars: string): boolean => {
  const after = charAfter(line, next)
  return after !== '' && chars.includes(after)
}

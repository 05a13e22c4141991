import { followedBy } from './boundary.js'
import { charBefore, isType, type Line, type Match, skip, type Token, tokenAt } from './line.js'
import { mayBeNth, parseNth } from './nth.js'
import type { DayPhrase, MonthRef } from './phrase.js'
import { parseYear } from './year.js'

const isCount = (token: Token): boolean => token.type === 'number' && !token.positional && token.digits <= 2

/** What a bare number after 月 would count: then it is no day (3月5人). */
const COUNTED_AFTER_MONTH = '个人名次场件位项家条篇份元万天周年月点时分.:/%'

/** Nouns that 号 or 日 after a number belong to: 12号楼, 3日游. */
const AFTER_NUMBER = {
  号: '楼线院馆门车厅会教窗床文令房桌台机井口活码选诊病',
  日: '游报刊程常薪均语元用志',
} as const
const BEFORE_NUMBER = '第路街巷弄道村楼栋幢座区园院班线'

const isHouseNumber = (line: Line, at: number): boolean => {
  const mark = line.text.charAt(tokenAt(line, at + 1).from) as keyof typeof AFTER_NUMBER
  const before = charBefore(line, at)
  const follows = tokenAt(line, at + 2).type
  if (follows === 'part' || follows === 'weekday' || follows === 'before') return false
  return followedBy(line, at + 2, AFTER_NUMBER[mark] ?? '') || (before !== '' && BEFORE_NUMBER.includes(before))
}

/** 29日, 28号, and the first half of 18-20日. */
export const parseDayOfMonth = (line: Line, at: number, month?: MonthRef): Match<DayPhrase> | undefined => {
  const token = tokenAt(line, at)
  if (!isCount(token) || token.value < 1 || token.value > 31) return undefined
  const value: DayPhrase = month
    ? { is: 'dayOfMonth', month, day: token.value }
    : { is: 'dayOfMonth', day: token.value }
  if (isType(line, at + 1, 'dayOfMonth')) return isHouseNumber(line, at) ? undefined : { value, next: at + 2 }
  return borrowsDay(line, at) ? { value, next: at + 1 } : undefined
}

const MAX_LISTED = 7

/** The 18 of 18-20日, the 1 of 1、3、5日: the mark 日 stands after the last one only. */
const borrowsDay = (line: Line, at: number): boolean => {
  const joint = tokenAt(line, at + 1).type
  if (joint === 'dash' || joint === 'to') {
    const end = tokenAt(line, at + 2)
    return isCount(end) && end.value > tokenAt(line, at).value && end.value <= 31 && isType(line, at + 3, 'dayOfMonth')
  }
  for (let next = at + 1; next < at + 2 * MAX_LISTED; next += 2) {
    if (isType(line, next, 'dayOfMonth')) return next > at + 1
    if (!isType(line, next, 'list') || !isCount(tokenAt(line, next + 1))) return false
  }
  return false
}

/** The day after 月: 18日, 18号, or a bare 18 that counts nothing else. */
const dayAfterMonth = (line: Line, at: number): Match<number> | undefined => {
  const token = tokenAt(line, at)
  if (!isCount(token) || token.value < 1) return undefined
  if (isType(line, at + 1, 'dayOfMonth')) return { value: token.value, next: at + 2 }
  const follows = tokenAt(line, at + 1)
  const isTime = follows.type === 'hour' || follows.type === 'colon' || follows.type === 'meridiem'
  if (isTime || followedBy(line, at + 1, COUNTED_AFTER_MONTH) || follows.type === 'measure') return undefined
  return token.value <= 31 ? { value: token.value, next: at + 1 } : undefined
}

/** 5月18日, 2026年5月18日, 今年5月18号, 公历5月18日, 5月第二个周日, 12月最后一个工作日. */
export const parseMonthDay = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const start = skip(line, at, 'solarCalendar')
  const year = parseYear(line, start)
  const atMonth = skip(line, year?.next ?? start, 'of')
  const month = tokenAt(line, atMonth)
  const isNamed = month.type === 'firstMonth'
  const isNumbered = isCount(month) && month.value >= 1 && month.value <= 12 && isType(line, atMonth + 1, 'month')
  if (!isNamed && !isNumbered) return undefined
  const afterMonth = isNamed ? atMonth + 1 : atMonth + 2
  const ref: MonthRef = year ? { month: month.value, year: year.value } : { month: month.value }
  const atDay = skip(line, afterMonth, 'of')
  if (mayBeNth(line, atDay)) {
    const nth = parseNth(line, atDay)
    return nth && { value: { is: 'inMonth', month: ref, day: nth.value }, next: nth.next }
  }
  const day = dayAfterMonth(line, afterMonth)
  if (!day) return undefined
  const yearPart = year ? { year: year.value } : {}
  return { value: { is: 'date', month: month.value, day: day.value, ...yearPart }, next: day.next }
}

/** 本月十日, 下个月10号, 下月第二个周四, 本月最后一个工作日. */
export const parseDayOfNamedMonth = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const token = tokenAt(line, at)
  if (token.type !== 'monthOf') return undefined
  const month: MonthRef = { monthsAhead: token.word?.shift ?? 0 }
  const atDay = skip(line, at + 1, 'of')
  const nth = parseNth(line, atDay)
  if (nth) return { value: { is: 'inMonth', month, day: nth.value }, next: nth.next }
  return parseDayOfMonth(line, atDay, month)
}

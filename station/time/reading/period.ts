import { charBefore, isType, type Line, type Match, skip, tokenAt } from './line.js'
import type { DayPhrase, MonthRef, PeriodPhrase, YearRef } from './phrase.js'
import { parseYear } from './year.js'

/** 底, 初, 中旬 right after a month, quarter or year. */
const parseEdge = (line: Line, at: number): Match<{ edge: number } | Record<string, never>> => {
  const token = tokenAt(line, at)
  return token.type === 'edge' && !token.gap ? { value: { edge: token.value }, next: at + 1 } : { value: {}, next: at }
}

const month = (line: Line, ref: MonthRef, at: number): Match<PeriodPhrase> => {
  const edge = parseEdge(line, at)
  return { value: { is: 'month', month: ref, ...edge.value }, next: edge.next }
}

const quarter = (line: Line, value: number | { ahead: number }, at: number, year?: YearRef): Match<PeriodPhrase> => {
  const edge = parseEdge(line, at)
  return { value: { is: 'quarter', quarter: value, ...(year && { year }), ...edge.value }, next: edge.next }
}

/** 三季度, 第三季度; a bare 四季 is no quarter. */
const parseQuarter = (line: Line, at: number, year?: YearRef): Match<PeriodPhrase> | undefined => {
  const atNumber = skip(line, at, 'ordinal')
  const number = tokenAt(line, atNumber)
  const unit = tokenAt(line, atNumber + 1)
  if (number.type !== 'number' || number.value < 1 || number.value > 4 || unit.type !== 'quarter') return undefined
  if (unit.to - unit.from < 2 && atNumber === at) return undefined
  return quarter(line, number.value, atNumber + 2, year)
}

const parseMonthNumber = (line: Line, at: number, year?: YearRef): Match<PeriodPhrase> | undefined => {
  const number = tokenAt(line, at)
  const counts = number.type === 'number' && !number.positional && number.digits <= 2
  if (!counts || number.value < 1 || number.value > 12) return undefined
  const ref: MonthRef = year ? { month: number.value, year } : { month: number.value }
  if (isType(line, at + 1, 'month')) return month(line, ref, at + 2)
  // 6-12月: the first number borrows 月 from the second.
  const connector = tokenAt(line, at + 1).type
  const lends = (connector === 'dash' || connector === 'to') && isType(line, at + 3, 'month')
  const end = tokenAt(line, at + 2)
  const isRange = lends && end.type === 'number' && end.value > number.value && end.value <= 12
  return isRange && !isType(line, at + 4, 'number') ? { value: { is: 'month', month: ref }, next: at + 1 } : undefined
}

const parseInYear = (line: Line, at: number): Match<PeriodPhrase> | undefined => {
  const year = parseYear(line, at)
  if (!year) return undefined
  const after = skip(line, year.next, 'of')
  const inner = parseMonthNumber(line, after, year.value) ?? parseQuarter(line, after, year.value)
  if (inner) return inner
  if (isType(line, after, 'halfYear')) {
    return { value: { is: 'halfYear', half: tokenAt(line, after).value, year: year.value }, next: after + 1 }
  }
  const edge = parseEdge(line, year.next)
  return { value: { is: 'year', year: year.value, ...edge.value }, next: edge.next }
}

/** 月底, 年底, 季度末: this one's. */
const parseBareEdge = (line: Line, at: number): Match<PeriodPhrase> | undefined => {
  const edge = parseEdge(line, at + 1)
  const isJoined = /[0-9一二三四五六七八九十个]/.test(charBefore(line, at))
  if (edge.next === at + 1 || isJoined) return undefined
  switch (tokenAt(line, at).type) {
    case 'month':
      return { value: { is: 'month', month: { monthsAhead: 0 }, ...edge.value }, next: edge.next }
    case 'quarter':
      return { value: { is: 'quarter', quarter: { ahead: 0 }, ...edge.value }, next: edge.next }
    default:
      return { value: { is: 'year', year: { yearsAhead: 0 }, ...edge.value }, next: edge.next }
  }
}

/** A stretch of days that has a name: 下周, 周末, 5月, 月底, 下个月中旬, 三季度, 上半年, 2026年. */
export const parsePeriod = (line: Line, at: number): Match<PeriodPhrase> | undefined => {
  const token = tokenAt(line, at)
  const shift = token.word?.shift
  switch (token.type) {
    case 'week':
      return { value: { is: 'week', weeksAhead: shift ?? 0 }, next: at + 1 }
    case 'weekend':
      return { value: { is: 'weekend', ...(shift !== undefined && { weeksAhead: shift }) }, next: at + 1 }
    case 'monthOf':
      return month(line, { monthsAhead: shift ?? 0 }, at + 1)
    case 'quarterOf':
      return quarter(line, { ahead: shift ?? 0 }, at + 1)
    case 'firstMonth':
      return month(line, { month: token.value }, at + 1)
    case 'halfYear':
      return { value: { is: 'halfYear', half: token.value }, next: at + 1 }
    case 'month':
    case 'quarter':
    case 'year':
      return parseBareEdge(line, at)
    case 'yearOf':
      return parseInYear(line, at)
    case 'ordinal':
      return parseQuarter(line, at)
    case 'number':
      return parseInYear(line, at) ?? parseMonthNumber(line, at) ?? parseQuarter(line, at)
    default:
      return undefined
  }
}

/** 国庆假期, 春节期间: the whole break around a festival. */
export const parseBreak = (line: Line, day: Match<DayPhrase>): Match<PeriodPhrase> | undefined =>
  day.value.is === 'festival' && isType(line, day.next, 'holiday')
    ? { value: { is: 'break', day: day.value }, next: day.next + 1 }
    : undefined

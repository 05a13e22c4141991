import { FESTIVALS, type FestivalId } from '../../calendar/festivals.js'
import { wordAt } from './lexicon.js'
import { charBefore, isType, type Line, type Match, skip, tokenAt } from './line.js'
import { parseLunarDay } from './lunar-day.js'
import { parseDayOfMonth, parseDayOfNamedMonth, parseMonthDay } from './month-day.js'
import { parseNth } from './nth.js'
import { parseNumericDate } from './numeric-date.js'
import type { DayPhrase, YearRef } from './phrase.js'
import { parseYear } from './year.js'

export const festivalId = (row: number): FestivalId => (FESTIVALS[row] as (typeof FESTIVALS)[number]).id

/** What may follow 五一 or 元宵 for it to be the festival and not a street, a number or a dumpling. */
const FESTIVAL_GOES_ON = new Set(['nearFestival', 'holiday', 'before', 'after', 'part', 'between', 'nextDay'])

const parseFestival = (line: Line, at: number, year?: YearRef): Match<DayPhrase> | undefined => {
  const token = tokenAt(line, at)
  const isNumber = token.type === 'number' && token.digits === 0
  const word = isNumber ? wordAt(line.text, token.from)?.word : token.word
  if (word?.type !== 'festival' || (isNumber && !word.weak)) return undefined
  if (word.weak && !FESTIVAL_GOES_ON.has(tokenAt(line, at + 1).type)) return undefined
  const id = festivalId(word.value)
  const next = isType(line, at + 1, 'nearFestival') && !tokenAt(line, at + 1).gap ? at + 2 : at + 1
  return { value: { is: 'festival', id, ...(year && { year }) }, next }
}

const parseWeekday = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'weekday') {
    // 本周3场: a digit after 周 counts the next word unless it stands alone.
    if (token.word?.weak && !isWeekdayDigit(line, at)) return undefined
    const weeksAhead = token.word?.shift
    const value: DayPhrase = { is: 'weekday', weekday: token.value, ...(weeksAhead !== undefined && { weeksAhead }) }
    return { value, next: at + 1 }
  }
  // 下周的周三
  const atDay = skip(line, at + 1, 'of')
  const day = tokenAt(line, atDay)
  if (token.type !== 'week' || day.type !== 'weekday' || day.word?.shift !== undefined) return undefined
  return { value: { is: 'weekday', weekday: day.value, weeksAhead: token.word?.shift ?? 0 }, next: atDay + 1 }
}

const isWeekdayDigit = (line: Line, at: number): boolean => {
  const after = line.text.charAt(tokenAt(line, at).to)
  const next = tokenAt(line, at + 1)
  return (
    after === '' || /[\s,，。(（]/.test(after) || next.type === 'part' || next.type === 'before' || next.type === 'to'
  )
}

const primary = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const token = tokenAt(line, at)
  switch (token.type) {
    case 'number':
      return (
        parseNumericDate(line, at) ??
        parseLunarDay(line, at) ??
        parseMonthDay(line, at) ??
        parseDayOfMonth(line, at) ??
        parseFestivalOfYear(line, at) ??
        parseFestival(line, at)
      )
    case 'day':
      return { value: { is: 'daysAhead', days: token.value }, next: at + 1 }
    case 'weekday':
    case 'week':
      return parseWeekday(line, at)
    case 'monthOf':
      return parseDayOfNamedMonth(line, at)
    case 'solarCalendar':
    case 'firstMonth':
      return parseMonthDay(line, at)
    case 'yearOf':
      return parseLunarDay(line, at) ?? parseMonthDay(line, at) ?? parseFestivalOfYear(line, at)
    case 'festival':
      return parseFestival(line, at)
    case 'nearFestival':
      return parseNearBreak(line, at)
    case 'year':
      return parseNewYear(line, at)
    case 'nextWorkday':
      return { value: { is: 'counted', from: { is: 'daysAhead', days: 0 }, nth: token.value }, next: at + 1 }
    case 'lunarMonth':
    case 'lunarNewYear':
    case 'lunarCalendar':
    case 'leap':
      return parseLunarDay(line, at)
    case 'ordinal':
    case 'last': {
      const nth = charBefore(line, at) === '' ? parseNth(line, at) : undefined
      return nth && 'weekday' in nth.value ? { value: { is: 'inMonth', day: nth.value }, next: nth.next } : undefined
    }
    default:
      return undefined
  }
}

const parseFestivalOfYear = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const year = parseYear(line, at)
  return year && parseFestival(line, skip(line, year.next, 'of'), year.value)
}

/** 节后第一个工作日: 节 alone is no day. */
const parseNearBreak = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const before = charBefore(line, at)
  const counts = isType(line, at + 1, 'after') || isType(line, at + 1, 'before')
  if (!counts || tokenAt(line, at + 1).gap || /[\u4e00-\u9fff]/.test(before)) return undefined
  return countedFrom(line, { value: { is: 'nearBreak' }, next: at + 1 })
}

/** 年后第一个周一, 年前最后一个工作日: 年 is the Spring Festival. 5年后 is not. */
const parseNewYear = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const joined = /[0-9零一二三四五六七八九十两几半个]/.test(charBefore(line, at))
  return joined ? undefined : countedFrom(line, { value: { is: 'festival', id: 'springFestival' }, next: at + 1 })
}

/** 国庆后第一个工作日, 春节前最后一个工作日, 元旦后第一个周三, 除夕前一天, 中秋次日. */
const countedFrom = (line: Line, day: Match<DayPhrase>): Match<DayPhrase> | undefined => {
  const from = day.value
  if (isType(line, day.next, 'nextDay')) return { value: { is: 'daysFrom', from, days: 1 }, next: day.next + 1 }
  const afterHoliday = skip(line, day.next, 'holiday')
  const direction = tokenAt(line, afterHoliday).type
  if (direction !== 'before' && direction !== 'after') return undefined
  const sign = direction === 'after' ? 1 : -1
  const at = skip(line, afterHoliday + 1, 'of')
  const nth = parseNth(line, at)
  if (nth) {
    const rank = 'day' in nth.value ? nth.value.day : 'nth' in nth.value ? nth.value.nth : nth.value.nthWorkday
    // 前最后一个 is the nearest before; 后最后一个 means nothing.
    const times = rank === -1 ? (sign === -1 ? 1 : 0) : rank
    if (times === 0) return undefined
    if ('day' in nth.value) return { value: { is: 'daysFrom', from, days: sign * times }, next: nth.next }
    const weekday = 'weekday' in nth.value ? { weekday: nth.value.weekday } : {}
    return { value: { is: 'counted', from, nth: sign * times, ...weekday }, next: nth.next }
  }
  const number = tokenAt(line, at)
  const unit = tokenAt(line, at + 1).word?.unit
  if (number.type !== 'number' || number.positional || number.value > 99 || unit !== 'day') return undefined
  return { value: { is: 'daysFrom', from, days: sign * number.value }, next: at + 2 }
}

const isAbsolute = (day: DayPhrase): boolean => day.is === 'date' || day.is === 'dayOfMonth' || day.is === 'lunar'

/** The same day said again: 11月26日（周四）, 10月12号，星期一, 下周六（12月5日）, 明天周二. */
const saidAgain = (line: Line, day: Match<DayPhrase>): Match<DayPhrase> => {
  const bracket = isType(line, day.next, 'open')
  const at = bracket ? day.next + 1 : isAbsolute(day.value) ? skip(line, day.next, 'comma') : day.next
  const again = primary(line, at)
  if (!again || !addsUp(day.value, again.value)) return day
  if (bracket && !isType(line, again.next, 'close')) return day
  const next = bracket ? again.next + 1 : again.next
  return { value: { is: 'twice', day: day.value, again: again.value }, next }
}

const addsUp = (day: DayPhrase, again: DayPhrase): boolean => {
  if (again.is === 'weekday') return day.is !== 'weekday'
  const relative = day.is === 'weekday' || day.is === 'daysAhead' || day.is === 'festival'
  return isAbsolute(again)
    ? relative || (day.is === 'date' && again.is === 'lunar')
    : again.is === 'festival' && isAbsolute(day)
}

/** A single day, however it is said. A time of day beside it is left for the caller. */
export const parseDay = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const day = primary(line, at)
  if (!day) return undefined
  return saidAgain(line, countedFrom(line, day) ?? day)
}

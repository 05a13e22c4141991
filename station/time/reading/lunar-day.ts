import { FESTIVALS, type Festival } from '../../calendar/festivals.js'
import { isType, type Line, type Match, skip, tokenAt } from './line.js'
import type { DayPhrase, YearRef } from './phrase.js'
import { parseYear } from './year.js'

type LunarMonth = { readonly month: number; readonly leap: boolean; readonly plainly: boolean }

const parseMonth = (line: Line, at: number): Match<LunarMonth> | undefined => {
  const afterLeap = skip(line, at, 'leap')
  const leap = afterLeap > at
  const token = tokenAt(line, afterLeap)
  if (token.type === 'lunarMonth') return { value: { month: token.value, leap, plainly: true }, next: afterLeap + 1 }
  // 大年初三: the first month goes without saying.
  if (token.type === 'lunarNewYear') return { value: { month: 1, leap, plainly: true }, next: afterLeap + 1 }
  if (token.type !== 'number' || token.value < 1 || token.value > 12 || !isType(line, afterLeap + 1, 'month'))
    return undefined
  return { value: { month: token.value, leap, plainly: leap }, next: afterLeap + 2 }
}

/** 初三, 十五, 廿三; `plainly` when only the lunar calendar says it so. */
const parseDay = (line: Line, at: number): Match<{ day: number; plainly: boolean }> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'edge' && token.value === 0) {
    const number = tokenAt(line, at + 1)
    const counts =
      number.type === 'number' && number.digits === 0 && !number.gap && number.value >= 1 && number.value <= 10
    return counts ? { value: { day: number.value, plainly: true }, next: at + 2 } : undefined
  }
  if (token.type !== 'number' || token.positional || token.value < 1 || token.value > 30) return undefined
  const twenties = /[廿卅]/.test(line.text.slice(token.from, token.to)) && !isType(line, at + 1, 'dayOfMonth')
  return { value: { day: token.value, plainly: twenties }, next: at + 1 }
}

const lunar = (month: number, day: number, leap: boolean, year?: YearRef): DayPhrase => {
  const date = leap ? { month, day, leap } : { month, day }
  // A short twelfth month ends on the 29th, and its last day is still called 三十.
  if (month === 12 && day === 30) return { is: 'festival', id: 'newYearsEve', ...(year && { year }) }
  return { is: 'lunar', lunar: date, ...(year && { year }) }
}

/** Days known by their lunar date, 八月十五: said like this they are rarely days of August. */
const KNOWN = new Set(
  (FESTIVALS as readonly Festival[])
    .flatMap((row) => row.days)
    .flatMap((day) => ('lunar' in day && day.lunar.month > 1 && day.lunar.month < 12 ? [day.lunar] : []))
    .map(({ month, day }) => `${month}-${day}`),
)

/**
 * 腊月二十三, 正月十五, 农历八月十五, 农历2015年十月初一, 大年初三, 八月十五. A month and day that the solar calendar
 * can say as well (十月二十) is left to the solar reader, save the days everybody knows by their lunar date.
 */
export const parseLunarDay = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const afterCalendar = skip(line, at, 'lunarCalendar')
  const said = afterCalendar > at
  const year = parseYear(line, afterCalendar)
  const atMonth = skip(line, year?.next ?? afterCalendar, 'lunarCalendar')
  const month = parseMonth(line, atMonth)
  const day = month && parseDay(line, month.next)
  if (!month || !day) return undefined
  const { month: monthNumber, leap } = month.value
  const plainly = said || atMonth > (year?.next ?? afterCalendar) || month.value.plainly || day.value.plainly
  const value = lunar(monthNumber, day.value.day, leap, year?.value)
  if (plainly) return { value, next: skip(line, day.next, 'dayOfMonth') }
  const dayToken = tokenAt(line, month.next)
  const solarMark = isType(line, day.next, 'dayOfMonth')
  if (solarMark || dayToken.digits > 0 || !KNOWN.has(`${monthNumber}-${day.value.day}`)) return undefined
  const solar: DayPhrase = { is: 'date', month: monthNumber, day: day.value.day, ...(year && { year: year.value }) }
  return { value: { is: 'either', reason: 'solarOrLunar', days: [value, solar] }, next: day.next }
}

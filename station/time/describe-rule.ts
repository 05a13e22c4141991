import { type FestivalId, festivalOf } from '../calendar/festivals.js'
import type { LunarDate } from '../calendar/lunar.js'
import { DAY_PARTS } from './day-part.js'
import type { ClockTime, HolidayShift, MonthDay, Recurrence } from './recurrence.js'
import { WEEKDAY_NAMES } from './weekday-names.js'

const SHIFTS: Readonly<Record<HolidayShift, string>> = {
  nextWorkday: '，遇节假日顺延',
  previousWorkday: '，遇节假日提前',
  skip: '，遇节假日取消',
}

const weekdayName = (weekday: number): string => `周${WEEKDAY_NAMES[weekday - 1]}`

const nthName = (nth: number): string => (nth === -1 ? '最后一个' : `第${nth}个`)

const monthDay = (day: MonthDay): string => {
  if ('day' in day) return day.day === -1 ? '最后一天' : `${day.day}日`
  return 'weekday' in day ? nthName(day.nth) + weekdayName(day.weekday) : `${nthName(day.nthWorkday)}工作日`
}

const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const LUNAR_TENS = ['初', '十', '廿', '三']
const LUNAR_ONES = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 腊月廿三, 闰六月初一, 三月二十. */
const lunar = ({ month, day, leap }: LunarDate): string => {
  const tens = day === 20 ? '二十' : day === 30 ? '三十' : undefined
  const name = tens ?? `${LUNAR_TENS[Math.floor((day - (day === 10 ? 1 : 0)) / 10)]}${LUNAR_ONES[day % 10]}`
  return `${leap ? '闰' : ''}${LUNAR_MONTHS[month - 1]}月${name}`
}

/** 重阳节 rather than 重阳. */
const festivalName = (id: FestivalId): string => {
  const { names } = festivalOf(id)
  return names.find((name) => name.endsWith('节')) ?? names[0] ?? id
}

const days = (rule: Recurrence): string => {
  switch (rule.every) {
    case 'day':
      return '每天'
    case 'workday':
      return '每个工作日'
    case 'week': {
      const names = rule.weekdays.map(weekdayName).join('、')
      return rule.intervalWeeks === 1 ? `每${names}` : `每${rule.intervalWeeks}周的${names}`
    }
    case 'month':
      return `每月${rule.days.map(monthDay).join('、')}`
    case 'quarter':
      return `每季度第${rule.monthOfQuarter}个月${monthDay(rule.day)}`
    case 'year':
      if ('festival' in rule) return `每年${festivalName(rule.festival)}`
      return 'lunar' in rule ? `每年农历${lunar(rule.lunar)}` : `每年${rule.month}月${monthDay(rule.day)}`
  }
}

const clock = ({ hour, minute }: ClockTime): string => `${hour}:${String(minute).padStart(2, '0')}`

const time = ({ start, end, part }: Recurrence): string => {
  if (start) return end ? `${clock(start)}–${clock(end)}` : clock(start)
  return part ? DAY_PARTS[part].label : ''
}

/** "每月第2个周四14:00，遇节假日顺延" */
export const describeRule = (rule: Recurrence): string =>
  days(rule) + time(rule) + (rule.shift ? SHIFTS[rule.shift] : '')

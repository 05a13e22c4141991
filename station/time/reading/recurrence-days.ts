import type { MonthDay, RecurrenceDays } from '../recurrence.js'
import type { AmbiguityReason } from '../scan.js'
import { festivalId, parseDay } from './day.js'
import { charAfter, isType, type Line, type Match, skip, tokenAt } from './line.js'
import { parseNth } from './nth.js'
import { moreWeekdays } from './weekday-list.js'

export type Days = { readonly days: RecurrenceDays } | { readonly unclear: AmbiguityReason }

const MAX_LISTED = 7

const known = (days: RecurrenceDays, next: number): Match<Days> => ({ value: { days }, next })
const incomplete = (next: number): Match<Days> => ({ value: { unclear: 'incompleteRecurrence' }, next })
const unsupported = (next: number): Match<Days> => ({ value: { unclear: 'unsupportedRecurrence' }, next })

/** 周一, 周一三五, 周一、三、五, 周二和周四, 周一至周五. */
const weekdayList = (line: Line, at: number): Match<readonly number[]> => {
  const weekdays = [tokenAt(line, at).value]
  let next = at + 1
  while (weekdays.length < MAX_LISTED) {
    const joint = tokenAt(line, next).type
    const isRange = joint === 'to' || joint === 'dash'
    const joined = isRange || joint === 'list' || joint === 'and' ? next + 1 : next
    const more = tokenAt(line, joined).gap ? [] : moreWeekdays(line, joined)
    const end = more[0]
    if (end === undefined) break
    const last = weekdays.at(-1) as number
    if (isRange) for (let day = last + 1; day < end; day += 1) weekdays.push(day)
    weekdays.push(...more)
    next = joined + 1
  }
  return { value: [...new Set(weekdays)].sort((a, b) => a - b), next }
}

const weekly = (line: Line, at: number, intervalWeeks: number): Match<Days> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'weekend') return known({ every: 'week', weekdays: [6, 7], intervalWeeks }, at + 1)
  if (token.type !== 'weekday' || token.word?.shift !== undefined) return undefined
  // 每周一次 is once a week, not each Monday.
  if ('次场回期篇'.includes(charAfter(line, at + 1) || ' ')) return incomplete(at + 1)
  const list = weekdayList(line, at)
  return known({ every: 'week', weekdays: list.value, intervalWeeks }, list.next)
}

const edgeOfMonth = (line: Line, at: number): Match<MonthDay> | undefined => {
  const { type, value } = tokenAt(line, at)
  // 月月底 and 每月底 say the same.
  const inner = type === 'month' ? edgeOfMonth(line, at + 1) : undefined
  if (inner) return inner
  return type === 'edge' && value === 4 ? { value: { day: -1 }, next: at + 1 } : undefined
}

const dayNumber = (line: Line, at: number): Match<MonthDay> | undefined => {
  const { type, value, positional } = tokenAt(line, at)
  const counts = type === 'number' && !positional && value >= 1 && value <= 31
  if (!counts) return undefined
  const marked = isType(line, at + 1, 'dayOfMonth')
  const listGoesOn = isType(line, at + 1, 'list') && isType(line, at + 2, 'number')
  return marked || listGoesOn ? { value: { day: value }, next: marked ? at + 2 : at + 1 } : undefined
}

const dayOfMonth = (line: Line, at: number): Match<MonthDay> | undefined =>
  edgeOfMonth(line, at) ?? parseNth(line, at) ?? dayNumber(line, at)

const monthly = (line: Line, at: number): Match<Days> => {
  const days: MonthDay[] = []
  let next = skip(line, at, 'of')
  while (days.length < MAX_LISTED) {
    const day = dayOfMonth(line, days.length ? skip(line, next, 'list', 'and') : next)
    if (!day || (days.length > 0 && day.next === next)) break
    days.push(day.value)
    next = day.next
    if (!isType(line, next, 'list') && !isType(line, next, 'and')) break
  }
  if (days.length === 0) return incomplete(at)
  // 每月5日至10日 is a stretch, not a day.
  const isStretch = (isType(line, next, 'to') || isType(line, next, 'dash')) && dayNumber(line, next + 1) !== undefined
  return isStretch ? unsupported(next) : known({ every: 'month', days }, next)
}

const quarterly = (line: Line, at: number): Match<Days> => {
  const start = skip(line, at, 'of')
  const first = { monthOfQuarter: 1 } as const
  const last = { monthOfQuarter: 3 } as const
  const edge = edgeOfMonth(line, start)
  if (edge) return known({ every: 'quarter', ...last, day: edge.value }, edge.next)
  const month = monthOfQuarter(line, start)
  if (month) {
    const day = dayOfMonth(line, skip(line, month.next, 'of'))
    return day
      ? known({ every: 'quarter', monthOfQuarter: month.value, day: day.value }, day.next)
      : incomplete(month.next)
  }
  const nth = parseNth(line, start)
  if (!nth) return incomplete(start)
  const rank = 'day' in nth.value ? nth.value.day : 'nth' in nth.value ? nth.value.nth : nth.value.nthWorkday
  // Farther into a quarter than its first month a rank would have to be carried over months.
  if (rank > 4) return unsupported(nth.next)
  return known({ every: 'quarter', ...(rank === -1 ? last : first), day: nth.value }, nth.next)
}

/** 首月, 末月, 第二个月, 最后一个月. */
const monthOfQuarter = (line: Line, at: number): Match<1 | 2 | 3> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'monthOfQuarter') return { value: token.value as 1 | 2 | 3, next: at + 1 }
  const number = tokenAt(line, at + 1)
  const next = skip(line, at + 2, 'measure')
  if (number.type !== 'number' || !isType(line, next, 'month') || next === at + 2) return undefined
  if (token.type === 'last' && number.value === 1) return { value: 3, next: next + 1 }
  const within = token.type === 'ordinal' && number.value >= 1 && number.value <= 3
  return within ? { value: number.value as 1 | 2 | 3, next: next + 1 } : undefined
}

const yearly = (line: Line, at: number): Match<Days> => {
  const start = skip(line, at, 'of')
  const day = parseDay(line, start)
  const value = day?.value
  if (day && value?.is === 'date' && !value.year) {
    return known({ every: 'year', month: value.month, day: { day: value.day } }, day.next)
  }
  if (day && value?.is === 'festival' && !value.year) return known({ every: 'year', festival: value.id }, day.next)
  if (day && value?.is === 'lunar' && !value.year) return known({ every: 'year', lunar: value.lunar }, day.next)
  if (day && value?.is === 'inMonth' && value.month && 'month' in value.month) {
    return known({ every: 'year', month: value.month.month, day: value.day }, day.next)
  }
  const month = tokenAt(line, start)
  const edge = isType(line, start + 1, 'month') ? edgeOfMonth(line, start + 2) : undefined
  if (month.type !== 'number' || !edge || month.value < 1 || month.value > 12) return incomplete(start)
  return known({ every: 'year', month: month.value, day: edge.value }, edge.next)
}

/** 每两周周三, 隔周周三, 每隔一周的周三; other rhythms we do not keep. */
const atIntervals = (line: Line, at: number, between: boolean): Match<Days> | undefined => {
  const number = tokenAt(line, at)
  const counted = number.type === 'number' && !number.positional
  const atUnit = skip(line, counted ? at + 1 : at, 'measure')
  const unit = tokenAt(line, atUnit)
  if (!counted && !between) return undefined
  const isWeek = unit.type === 'unit' && unit.word?.unit === 'week'
  const isOther = unit.type === 'unit' || unit.type === 'month' || unit.type === 'year' || unit.type === 'quarter'
  if (!isWeek) return isOther || (between && unit.type === 'weekday') ? unsupported(atUnit + 1) : undefined
  const intervalWeeks = (counted ? number.value : 1) + (between ? 1 : 0)
  const days = weekly(line, skip(line, atUnit + 1, 'of'), intervalWeeks)
  return days ?? incomplete(atUnit + 1)
}

/** What follows 每, 逢 or 隔. Undefined when it is no rhythm at all: 每人, 每次. */
export const parseRecurrenceDays = (line: Line, at: number): Match<Days> | undefined => {
  const between = isType(line, at, 'alternate')
  const start = at + 1
  const intervals = atIntervals(line, start, between)
  if (intervals || between) return intervals
  const token = tokenAt(line, start)
  const afterMeasure = skip(line, start, 'measure')
  const unit = tokenAt(line, afterMeasure)
  switch (unit.type) {
    case 'weekday':
    case 'weekend':
      return weekly(line, afterMeasure, 1)
    case 'unit':
      if (unit.word?.unit === 'day') return known({ every: 'day' }, afterMeasure + 1)
      if (unit.word?.unit === 'workday') return known({ every: 'workday' }, afterMeasure + 1)
      if (unit.word?.unit !== 'week') return unsupported(afterMeasure + 1)
      return weekly(line, skip(line, afterMeasure + 1, 'of'), 1) ?? incomplete(afterMeasure + 1)
    case 'month':
      return monthly(line, afterMeasure + 1)
    case 'quarter':
      return quarterly(line, afterMeasure + 1)
    case 'year':
      return yearly(line, afterMeasure + 1)
    case 'half':
      return unsupported(afterMeasure + 1)
    case 'dayOfMonth':
      return line.text.charAt(unit.from) === '日' ? known({ every: 'day' }, afterMeasure + 1) : undefined
    case 'part':
      // 每晚8点: the part is left for the time of day.
      return known({ every: 'day' }, afterMeasure)
    case 'other':
      // 每双月, 每单周
      return '单双'.includes(line.text.charAt(unit.from)) ? unsupported(afterMeasure + 1) : undefined
    case 'festival':
      return token === unit ? known({ every: 'year', festival: festivalId(unit.value) }, start + 1) : undefined
    default:
      return undefined
  }
}

import type { DayPart } from '../day-part.js'
import { charAfter, isType, type Line, type Match, skip, type Token, tokenAt } from './line.js'
import type { ClockPhrase } from './phrase.js'

export type ClockMatch = Match<ClockPhrase>

const isHour = (token: Token): boolean => token.type === 'number' && token.value <= 24 && token.digits <= 2
const isTwoDigits = (token: Token): boolean => token.type === 'number' && !token.gap && token.digits === 2
const isSixtieth = (token: Token): boolean => token.type === 'number' && token.value < 60

type Style = ClockPhrase['style']

const clock = (hour: number, minute: number, second: number, style: Style): ClockPhrase | undefined =>
  hour < 24 || (hour === 24 && minute === 0 && second === 0) ? { hour, minute, second, style } : undefined

/** 零点, 十五点 and 08时 are hours of the twenty-four; so is 十二点, which without 夜里 is noon. */
const spokenStyle = (line: Line, hour: Token): Style =>
  hour.value === 0 || hour.value >= 12 || line.text.charAt(hour.from) === '0' ? 'exact' : 'twelve'

const withMeridiem = (line: Line, next: number, value: ClockPhrase): ClockMatch => {
  const token = tokenAt(line, next)
  if (token.type !== 'meridiem' || value.hour > 12) return { value, next }
  return { value: { ...value, meridiem: token.value }, next: next + 1 }
}

// 9:00 is the morning to everybody; 3:00 may be the afternoon.
const FIRST_PLAIN_HOUR = 7

/** 9:00, 09:30:15, 2:00pm. A lone digit after the colon is a score or a ratio. */
const digital = (line: Line, at: number): ClockMatch | undefined => {
  const hour = tokenAt(line, at)
  const minute = tokenAt(line, at + 2)
  if (hour.digits === 0 || tokenAt(line, at + 1).gap || !isTwoDigits(minute) || minute.value > 59) return undefined
  const second = tokenAt(line, at + 4)
  const hasSecond = isType(line, at + 3, 'colon') && isTwoDigits(second) && second.value < 60
  const isPadded = hour.digits === 2 && (hour.value < 10 || hour.value > 11)
  const style = isPadded || hour.value === 0 ? 'exact' : hour.value >= FIRST_PLAIN_HOUR ? 'plain' : 'twelve'
  const value = clock(hour.value, minute.value, hasSecond ? second.value : 0, style)
  return value && withMeridiem(line, at + (hasSecond ? 5 : 3), value)
}

/** What may be counted right after 九点二十: then it is no time. */
const COUNTED_THINGS = '人个名位元块万亿件份篇次场届条项米斤公里%'

/** Minutes after 点: 半, 一刻, 零五, 二十, 30分, 过五分, 差五分; undefined when nothing of the kind follows. */
const minutesAfterHour = (line: Line, at: number): Match<number> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'sharp') return { value: 0, next: at + 1 }
  if (token.type === 'half') return { value: 30, next: at + 1 }
  if (token.type === 'past' || token.type === 'lack') {
    const less = token.type === 'lack' ? -1 : 1
    const inner = minuteCount(line, at + 1)
    return inner && { value: less * inner.value, next: inner.next }
  }
  const counted = minuteCount(line, at)
  if (counted) return counted
  if (!isSixtieth(token) || token.gap) return undefined
  const isBare = token.digits === 2 || (token.digits === 0 && (token.value >= 10 || token.positional))
  const after = charAfter(line, at + 1)
  if (!isBare || (after !== '' && COUNTED_THINGS.includes(after))) return undefined
  const follows = tokenAt(line, at + 1).type
  return follows === 'hour' || follows === 'month' || follows === 'unit'
    ? undefined
    : { value: token.value, next: at + 1 }
}

/** 三点五公里: a number that is no minute makes 点 the decimal point, unless it counts something (9点3人). */
const isDecimal = (line: Line, at: number): boolean => {
  const token = tokenAt(line, at)
  if (token.type !== 'number' || token.gap) return false
  const after = charAfter(line, at + 1)
  return token.digits === 0 || after === '' || !COUNTED_THINGS.includes(after)
}

/** 五分, 一刻, 10分钟. */
const minuteCount = (line: Line, at: number): Match<number> | undefined => {
  const token = tokenAt(line, at)
  const unit = tokenAt(line, at + 1)
  if (!isSixtieth(token)) return undefined
  if (unit.type === 'minute' || unit.word?.unit === 'minute') return { value: token.value, next: at + 2 }
  const isQuarter = unit.type === 'quarterHour' || unit.word?.unit === 'quarterHour'
  return isQuarter && token.value <= 3 ? { value: token.value * 15, next: at + 2 } : undefined
}

/** 三点, 9时30分, 晚上十点零五分, 零点整. */
const spoken = (line: Line, at: number): ClockMatch | undefined => {
  const number = tokenAt(line, at)
  if (number.positional) return undefined
  const style = spokenStyle(line, number)
  const minutes = minutesAfterHour(line, at + 2)
  if (!minutes && isDecimal(line, at + 2)) return undefined
  const afterMinutes = minutes?.next ?? at + 2
  const seconds = tokenAt(line, afterMinutes)
  const hasSeconds = minutes && isSixtieth(seconds) && tokenAt(line, afterMinutes + 1).word?.unit === 'second'
  const next = hasSeconds ? afterMinutes + 2 : afterMinutes
  const minute = minutes?.value ?? 0
  const value =
    minute < 0
      ? clock((number.value + 23) % 24, 60 + minute, 0, style)
      : clock(number.value, minute, hasSeconds ? seconds.value : 0, style)
  return value && { value, next }
}

/** 差五分九点. */
const lacking = (line: Line, at: number): ClockMatch | undefined => {
  const minutes = minuteCount(line, at + 1)
  const hour = minutes && tokenAt(line, minutes.next)
  if (!minutes || !hour || !isHour(hour) || !isType(line, minutes.next + 1, 'hour')) return undefined
  const value = clock((hour.value + 23) % 24, 60 - minutes.value, 0, spokenStyle(line, hour))
  return value && { value, next: minutes.next + 2 }
}

/** 9-11点, 五到六点: the first number borrows the unit of the second. */
const borrowed = (line: Line, at: number): ClockMatch | undefined => {
  const connector = tokenAt(line, at + 1).type
  const end = tokenAt(line, at + 2)
  if ((connector !== 'to' && connector !== 'dash') || !isHour(end) || !isType(line, at + 3, 'hour')) return undefined
  const hour = tokenAt(line, at)
  const value = clock(hour.value, 0, 0, spokenStyle(line, hour))
  return value && { value, next: at + 1 }
}

/** A time of day at `at`. With a `part` before it 2.30 is a time too. */
export const parseClock = (line: Line, at: number, part?: DayPart): ClockMatch | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'lack') return lacking(line, at)
  if (!isHour(token)) return undefined
  switch (tokenAt(line, at + 1).type) {
    case 'colon':
      return digital(line, at)
    case 'hour':
      return spoken(line, at)
    case 'meridiem':
      return token.value > 12
        ? undefined
        : withMeridiem(line, at + 1, { hour: token.value, minute: 0, second: 0, style: 'exact' })
    case 'dot': {
      const minute = tokenAt(line, at + 2)
      if (!part || tokenAt(line, at + 1).gap || !isTwoDigits(minute) || minute.value > 59) return undefined
      const value = clock(token.value, minute.value, 0, spokenStyle(line, token))
      return value && { value, next: at + 3 }
    }
    default:
      return borrowed(line, at)
  }
}

export const skipRoughly = (line: Line, at: number): number => skip(line, at, 'approximately')

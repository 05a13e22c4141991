import type { DayPart } from '../day-part.js'
import { standsAlone } from './boundary.js'
import { parseClock, skipRoughly } from './clock.js'
import { parseDay } from './day.js'
import { type Passed, parsePassed } from './elapsed.js'
import { charBefore, isType, type Line, type Match, skip, tokenAt } from './line.js'
import { parseBreak, parsePeriod } from './period.js'
import type { ClockPhrase, DayPhrase, WhenPhrase } from './phrase.js'

type TimeOfDay = { readonly part?: DayPart; readonly clock?: ClockPhrase }

// Whoever says 下班前 means the end of office hours.
const OFFICE_CLOSES: ClockPhrase = { hour: 18, minute: 0, second: 0, style: 'exact' }

/** What 三点 counts when no day and no part of the day stand before it: three points of something. */
const POINTS_OF = new Set([
  ...[
    '建议',
    '意见',
    '要求',
    '说明',
    '体会',
    '想法',
    '看法',
    '问题',
    '内容',
    '原因',
    '原则',
    '理由',
    '好处',
    '措施',
    '思考',
  ],
  ...[
    '感受',
    '注意',
    '希望',
    '共识',
    '收获',
    '启示',
    '补充',
    '困难',
    '不足',
    '经验',
    '优点',
    '优势',
    '缺点',
    '亮点',
    '特点',
  ],
  ...[
    '特色',
    '重点',
    '难点',
    '疑问',
    '疑点',
    '关切',
    '心得',
    '认识',
    '做法',
    '办法',
    '观点',
    '期望',
    '期待',
    '任务',
    '诉求',
  ],
  ...['考虑', '打算', '小事', '变化', '区别', '共性', '工作', '事项', '贡献', '感想', '遗憾', '差距'],
])
const BEFORE_POINTS = '这那几有讲提谈说写列如以下上述前后共分等'

const countsPoints = (line: Line, at: number, next: number): boolean => {
  const number = tokenAt(line, at)
  const hour = tokenAt(line, at + 1)
  // Only a bare 三点 counts points; 三点半, 三点整 and 3:00 do not.
  if (hour.type !== 'hour' || hour.to - hour.from > 1 || next !== at + 2) return false
  if (BEFORE_POINTS.includes(charBefore(line, at) || ' ')) return true
  // 一点 is mostly "a little".
  if (number.digits === 0 && number.value === 1) return !standsAlone(line, next) && !followsClock(line, next)
  const after = tokenAt(line, next - 1).to
  return POINTS_OF.has(line.text.slice(after, after + 2))
}

const followsClock = (line: Line, next: number): boolean => {
  const { type } = tokenAt(line, next)
  return type === 'before' || type === 'after' || type === 'to' || type === 'dash' || type === 'approximately'
}

/** 下午两三点: no hour to go by, but part of what was said. */
const skipFewHours = (line: Line, at: number): number => {
  const { type, positional, from, to } = tokenAt(line, at)
  const isFew =
    (type === 'number' && positional) ||
    (type === 'other' && /^[一二两三四五六七八九十]{2,3}$/.test(line.text.slice(from, to)))
  return isFew && isType(line, at + 1, 'hour') ? at + 2 : at
}

/** 上午9点, 15:00, 下午, 下班, 大约十点. With a day before it a lone 早 or 晚 is enough. */
const parseTimeOfDay = (line: Line, at: number, afterDay: boolean, said?: DayPart): Match<TimeOfDay> | undefined => {
  const start = skip(line, at, 'about')
  const token = tokenAt(line, start)
  if (token.type === 'offWork') return { value: { clock: OFFICE_CLOSES }, next: start + 1 }
  if (token.type !== 'part') {
    const clock = parseClock(line, start, said)
    if (!clock || (!afterDay && countsPoints(line, start, clock.next))) return undefined
    return { value: { clock: clock.value }, next: skipRoughly(line, clock.next) }
  }
  const part = token.word?.part as DayPart
  const clock = parseClock(line, skip(line, start + 1, 'about', 'of'), part)
  if (clock) return { value: { part, clock: clock.value }, next: skipRoughly(line, clock.next) }
  if (token.word?.weak && (!afterDay || token.gap)) return undefined
  return { value: { part }, next: skipFewHours(line, start + 1) }
}

const partOfDayWord = (line: Line, at: number): DayPart | undefined => tokenAt(line, at).word?.part

/** 11月28日（周六上午9点）: day and time in one bracket. */
const parseBracketed = (line: Line, at: number, day: DayPhrase): Match<WhenPhrase> | undefined => {
  if (!isType(line, at, 'open')) return undefined
  const again = isType(line, at + 1, 'weekday') ? parseDay(line, at + 1) : undefined
  const time = parseTimeOfDay(line, again?.next ?? at + 1, true)
  if (!time) return undefined
  const both: DayPhrase = again ? { is: 'twice', day, again: again.value } : day
  // An unclosed bracket may hold more (9:00-11:00): then only what was read is taken.
  return { value: { day: both, ...time.value }, next: skip(line, time.next, 'close') }
}

/** 三天后; 三周后的周五 is the Friday of that week. */
const passedDay = (line: Line, { value, next }: Match<Passed>): Match<DayPhrase> => {
  const { days, months, workdays } = value.elapsed
  const atWeekday = skip(line, next, 'of')
  const weekday = tokenAt(line, atWeekday)
  const inWeeks = months === 0 && workdays === 0 && days % 7 === 0
  if (!inWeeks || weekday.type !== 'weekday' || weekday.word?.shift !== undefined) {
    return { value: { is: 'elapsed', ...value }, next }
  }
  const weeksAhead = (value.back ? -days : days) / 7
  return { value: { is: 'weekday', weekday: weekday.value, weeksAhead }, next: atWeekday + 1 }
}

const parseWithDay = (line: Line, at: number): Match<WhenPhrase> | undefined => {
  const passed = parsePassed(line, at)
  if (passed && passed.value.elapsed.seconds > 0) return { value: { instant: passed.value }, next: passed.next }
  const day = passed ? passedDay(line, passed) : parseDay(line, at)
  if (!day) return undefined
  const period = parseBreak(line, day)
  if (period) return { value: { period: period.value }, next: period.next }
  const bracketed = parseBracketed(line, day.next, day.value)
  if (bracketed) return bracketed
  const part = tokenAt(line, at).type === 'day' ? partOfDayWord(line, at) : undefined
  const afterDay = skip(line, day.next, 'thatDay')
  const atTime = skip(line, afterDay, 'of', 'comma')
  const time = parseTimeOfDay(line, atTime, atTime === afterDay, part)
  if (!time) return { value: { day: day.value, ...(part && { part }) }, next: afterDay }
  return { value: { day: day.value, ...(part && { part }), ...time.value }, next: time.next }
}

/** A day, a time of day, both, or a named stretch of days. */
export const parseWhen = (line: Line, at: number): Match<WhenPhrase> | undefined => {
  const withDay = parseWithDay(line, at)
  if (withDay) return withDay
  const period = parsePeriod(line, at)
  if (period) return { value: { period: period.value }, next: period.next }
  return parseTimeOfDay(line, at, false)
}

import type { MonthDay } from '../recurrence.js'
import { isType, type Line, type Match, skip, tokenAt } from './line.js'

/** 第2, 第一个, 首个, 最后一个; -1 is the last. */
const parseRank = (line: Line, at: number): Match<number> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'first') return { value: 1, next: skip(line, at + 1, 'measure') }
  const number = tokenAt(line, at + 1)
  const isOne = number.type === 'number' && number.value === 1 && number.digits <= 1
  if (token.type === 'last') return { value: -1, next: skip(line, isOne ? at + 2 : at + 1, 'measure') }
  if (token.type !== 'ordinal' || number.type !== 'number' || number.value < 1 || number.positional) return undefined
  return { value: number.value, next: skip(line, at + 2, 'measure') }
}

/** 第二个周四, 第2周周四, 最后一个工作日, 第一天, 最后一天; within a month, a quarter or after a holiday. */
export const parseNth = (line: Line, at: number): Match<MonthDay> | undefined => {
  const rank = parseRank(line, at)
  if (!rank) return undefined
  const nth = rank.value
  const token = tokenAt(line, rank.next)
  if (token.type === 'weekday' && token.word?.shift === undefined) {
    return { value: { nth, weekday: token.value }, next: rank.next + 1 }
  }
  if (token.type !== 'unit') return undefined
  switch (token.word?.unit) {
    case 'workday':
      return { value: { nthWorkday: nth }, next: rank.next + 1 }
    case 'day':
      return { value: { day: nth }, next: rank.next + 1 }
    case 'week': {
      const at2 = skip(line, rank.next + 1, 'of')
      const weekday = tokenAt(line, at2)
      if (weekday.type !== 'weekday' || weekday.word?.shift !== undefined) return undefined
      return { value: { nth, weekday: weekday.value }, next: at2 + 1 }
    }
    default:
      return undefined
  }
}

export const mayBeNth = (line: Line, at: number): boolean =>
  isType(line, at, 'ordinal') || isType(line, at, 'last') || isType(line, at, 'first')

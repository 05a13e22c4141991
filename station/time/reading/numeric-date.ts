import { followedBy, maybeDate } from './boundary.js'
import { parseClock } from './clock.js'
import { isType, type Line, type Match, skip, type Token, tokenAt } from './line.js'
import type { DayPhrase } from './phrase.js'
import { isFullYear } from './year.js'

const isShort = (token: Token): boolean => token.digits === 1 || token.digits === 2
const isMonth = (value: number): boolean => value >= 1 && value <= 12
const isDay = (value: number): boolean => value >= 1 && value <= 31

/** Numbers joined without white space by one and the same mark. */
const chain = (line: Line, at: number): readonly Token[] => {
  const numbers = [tokenAt(line, at)]
  const mark = tokenAt(line, at + 1)
  if (mark.type !== 'slash' && mark.type !== 'dot' && mark.type !== 'dash') return numbers
  for (let index = at + 1; index < at + 8; index += 2) {
    const joint = tokenAt(line, index)
    const number = tokenAt(line, index + 1)
    if (joint.type !== mark.type || joint.gap || number.digits === 0 || number.gap) break
    numbers.push(number)
  }
  return numbers
}

const date = (month: number, day: number, year?: number): DayPhrase =>
  year === undefined ? { is: 'date', month, day } : { is: 'date', year: { year }, month, day }

const withYear = (mark: Token['type'], [a, b, c]: readonly Token[]): DayPhrase | undefined => {
  if (!a || !b || !c) return undefined
  if (isFullYear(a.value, a.digits, false))
    return isShort(b) && isShort(c) ? date(b.value, c.value, a.value) : undefined
  if (!isShort(a) || !isShort(b)) return undefined
  if (isFullYear(c.value, c.digits, false)) {
    const monthFirst = isMonth(a.value) && isDay(b.value) ? [date(a.value, b.value, c.value)] : []
    const dayFirst = isMonth(b.value) && isDay(a.value) ? [date(b.value, a.value, c.value)] : []
    const days = a.value === b.value ? monthFirst : [...monthFirst, ...dayFirst]
    return days.length === 1 ? days[0] : days.length ? { is: 'either', reason: 'dayMonthOrder', days } : undefined
  }
  // 26-12-10; with dots it is a version.
  const allTwo = a.digits === 2 && b.digits === 2 && c.digits === 2
  return allTwo && mark !== 'dot' && isMonth(b.value) && isDay(c.value)
    ? date(b.value, c.value, 2000 + a.value)
    : undefined
}

/** Something that only follows a date: a time, a weekday, 前, another such date. */
const dateGoesOn = (line: Line, next: number): boolean => {
  const token = tokenAt(line, next)
  switch (token.type) {
    case 'part':
    case 'weekday':
    case 'dayOfMonth':
      // 12.10日 is a date, 5-8日 a stretch of days.
      return !isType(line, next - 2, 'dash')
    case 'festival':
    case 'until':
      return true
    case 'before':
    case 'after':
    case 'since':
      return !token.gap
    case 'open':
      return isType(line, next + 1, 'weekday')
    case 'due':
      return true
    case 'to':
    case 'dash':
      return chain(line, next + 1).length === 2
    default:
      return parseClock(line, next) !== undefined
  }
}

/** The second half of 11.28-11.29. */
const endsRange = (line: Line, at: number): boolean => {
  const joint = tokenAt(line, at - 1).type
  const mark = tokenAt(line, at + 1).type
  return (joint === 'dash' || joint === 'to') && tokenAt(line, at - 2).digits > 0 && isType(line, at - 3, mark)
}

const monthAndDay = (line: Line, at: number, numbers: readonly Token[], next: number): DayPhrase | undefined => {
  const [a, b] = numbers
  if (!a || !b || !isShort(a) || !isShort(b) || !isMonth(a.value) || !isDay(b.value)) return undefined
  const plain = date(a.value, b.value)
  const mark = tokenAt(line, at + 1).type
  if (dateGoesOn(line, next) || endsRange(line, at)) return plain
  if (mark === 'slash') return followedBy(line, next, '的以人票多份个位名分/.-%') ? undefined : plain
  if (mark === 'dot' && maybeDate(line, at, next)) return { is: 'either', reason: 'dateOrNumber', days: [plain] }
  return undefined
}

const EIGHT_DIGITS = 8

const compact = (token: Token): DayPhrase | undefined => {
  const year = Math.floor(token.value / 10_000)
  const month = Math.floor(token.value / 100) % 100
  const day = token.value % 100
  if (token.digits !== EIGHT_DIGITS || !isFullYear(year, 4, false) || !isMonth(month) || !isDay(day)) return undefined
  return date(month, day, year)
}

/** 2026-12-10, 2026.12.10, 12/10, 12.10下午, 26-12-10, 1/2/2026, 20261210. */
export const parseNumericDate = (line: Line, at: number): Match<DayPhrase> | undefined => {
  const first = tokenAt(line, at)
  if (first.type !== 'number' || first.digits === 0) return undefined
  if (first.digits === EIGHT_DIGITS) {
    const day = compact(first)
    return day && !followedBy(line, at + 1, '.-/:') ? { value: day, next: at + 1 } : undefined
  }
  const numbers = chain(line, at)
  const mark = tokenAt(line, at + 1).type
  const next = at + numbers.length * 2 - 1
  if (numbers.length === 1 || numbers.length > 3) return undefined
  // A slash that goes on is a path, a letter a version or a unit.
  if (followedBy(line, next, '/_') || /[a-su-z]/.test(line.text.charAt(tokenAt(line, next - 1).to))) return undefined
  const value = numbers.length === 3 ? withYear(mark, numbers) : monthAndDay(line, at, numbers, next)
  if (!value) return undefined
  const joinsTime = line.text.charAt(tokenAt(line, next).from) === 't' && isType(line, next + 1, 'number')
  return { value, next: joinsTime ? next + 1 : skip(line, next, 'dayOfMonth') }
}

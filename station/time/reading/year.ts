import { isType, type Line, type Match, tokenAt } from './line.js'
import type { YearRef } from './phrase.js'

const FIRST_YEAR = 1900
const LAST_YEAR = 2199

export const isFullYear = (value: number, digits: number, positional: boolean): boolean =>
  (digits === 4 || (digits === 0 && positional)) && value >= FIRST_YEAR && value <= LAST_YEAR

/** 2026年, 二零二六年, 今年; 26年 only when a month follows. The 年 is taken, a 的 after it too. */
export const parseYear = (line: Line, at: number): Match<YearRef> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'yearOf') return { value: { yearsAhead: token.word?.shift ?? 0 }, next: at + 1 }
  if (token.type !== 'number' || !isType(line, at + 1, 'year')) return undefined
  if (isFullYear(token.value, token.digits, token.positional)) return { value: { year: token.value }, next: at + 2 }
  const monthFollows = isType(line, at + 2, 'number') && isType(line, at + 3, 'month')
  const isShort = token.digits === 2 || (token.positional && token.to - token.from === 2)
  return isShort && monthFollows ? { value: { year: 2000 + token.value }, next: at + 2 } : undefined
}

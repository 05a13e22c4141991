import { parseDuration } from './duration.js'
import { charBefore, type Line, type Match, tokenAt } from './line.js'
import type { Elapsed } from './phrase.js'

export type Passed = { readonly elapsed: Elapsed; readonly back: boolean }

/** 会后三天内, 收到后3天内: counted from something that only the writer knows. */
const isFromElsewhere = (line: Line, at: number): boolean => /[前后起]/.test(charBefore(line, at))

/** 三天后, 一个半小时后, 5天前, 再过两周: a point so far from now. */
export const parsePassed = (line: Line, at: number): Match<Passed> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'elapse') {
    const duration = parseDuration(line, at + 1)
    if (!duration) return undefined
    const tail = tokenAt(line, duration.next).type === 'after' ? duration.next + 1 : duration.next
    return { value: { elapsed: duration.value, back: false }, next: tail }
  }
  if ((token.type !== 'number' && token.type !== 'half') || isFromElsewhere(line, at)) return undefined
  const duration = parseDuration(line, at)
  const direction = duration && tokenAt(line, duration.next).type
  if (!duration || (direction !== 'after' && direction !== 'before')) return undefined
  return { value: { elapsed: duration.value, back: direction === 'before' }, next: duration.next + 1 }
}

/** 三个工作日内, 两小时之内. */
export const parseWithin = (line: Line, at: number): Match<Elapsed> | undefined => {
  const token = tokenAt(line, at)
  if ((token.type !== 'number' && token.type !== 'half') || isFromElsewhere(line, at)) return undefined
  const duration = parseDuration(line, at)
  return duration && tokenAt(line, duration.next).type === 'within'
    ? { value: duration.value, next: duration.next + 1 }
    : undefined
}

/** 还剩3小时, 未来三天, 之后5分钟, 过去一周, 上个小时: a stretch that begins or ends now. */
export const parseStretch = (line: Line, at: number): Match<Passed> | undefined => {
  const token = tokenAt(line, at)
  if (token.type === 'hourOf') {
    const hour = { seconds: 3600, days: 0, months: 0, workdays: 0 }
    const shift = token.word?.shift ?? 0
    return Math.abs(shift) === 1 ? { value: { elapsed: hour, back: shift < 0 }, next: at + 1 } : undefined
  }
  const isLong = token.to - token.from >= 2
  const ahead = token.type === 'remaining' || token.type === 'ahead' || (token.type === 'after' && isLong)
  const back = token.type === 'back' || (token.type === 'before' && isLong)
  // "报名之前3小时" counts from the sign-up, not from now.
  if ((!ahead && !back) || /[\u4e00-\u9fff0-9]/.test(charBefore(line, at))) return undefined
  const duration = parseDuration(line, at + 1)
  return duration && { value: { elapsed: duration.value, back }, next: duration.next }
}

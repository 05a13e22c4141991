import { isType, type Line, type Match, tokenAt } from './line.js'
import type { Phrase, WhenPhrase } from './phrase.js'
import { moreWeekdays } from './weekday-list.js'
import { parseWhen } from './when.js'

const MAX_LISTED = 7

/** 周一三五, 周六日, 周二周四: weekdays that stand together without a mark between them. */
const parseRun = (line: Line, first: Match<WhenPhrase>): Match<readonly WhenPhrase[]> | undefined => {
  const { day, clock, part } = first.value
  const next = tokenAt(line, first.next)
  if (day?.is !== 'weekday' || clock || part || next.gap) return undefined
  const isNumber = next.type === 'number'
  // 周一三点 and 周六日报 are no lists.
  const isCounted = ['hour', 'month', 'dayOfMonth', 'unit', 'measure', 'colon'].includes(
    tokenAt(line, first.next + 1).type,
  )
  const isLone = isNumber && next.to - next.from === 1
  if (isLone || (isNumber && isCounted) || (next.type === 'dayOfMonth' && day.weekday !== 6)) return undefined
  const weekdays = moreWeekdays(line, first.next).filter((weekday) => weekday > day.weekday)
  const whens = weekdays.map((weekday): WhenPhrase => ({ day: { ...day, weekday } }))
  return whens.length > 0 ? { value: whens, next: first.next + 1 } : undefined
}

/** 周末上午9点 is a time on either of two days. */
const parseWeekendTime = (line: Line, first: Match<WhenPhrase>): Match<Phrase> | undefined => {
  const { period } = first.value
  const time = period?.is === 'weekend' ? parseWhen(line, first.next) : undefined
  if (period?.is !== 'weekend' || !time || !isTimeOfDay(time.value)) return undefined
  const { weeksAhead } = period
  const on = (weekday: number): WhenPhrase => ({
    day: { is: 'weekday', weekday, ...(weeksAhead !== undefined && { weeksAhead }) },
    ...time.value,
  })
  return { value: { is: 'several', whens: [on(6), on(7)], either: true }, next: time.next }
}

const isTimed = (when: WhenPhrase | undefined): boolean => when?.clock !== undefined || when?.part !== undefined

const isTimeOfDay = (when: WhenPhrase): boolean =>
  !when.day && !when.period && !when.instant && (when.clock !== undefined || when.part !== undefined)

/**
 * 5月18日、20日; 周三或周四; 周三下午/周四上午/周六; 周一三五; 明天上午9点或下午3点: what is listed, each with its own
 * day and time. A time without a day is of the day before it.
 */
export const parseSeveral = (line: Line, first: Match<WhenPhrase>): Match<Phrase> | undefined => {
  if (first.value.period) return parseWeekendTime(line, first)
  if (first.value.instant) return undefined
  const run = parseRun(line, first)
  const whens: WhenPhrase[] = [first.value, ...(run?.value ?? [])]
  let either = false
  let next = run?.next ?? first.next
  while (whens.length < MAX_LISTED) {
    const joint = tokenAt(line, next)
    const isChoice = joint.type === 'or' || joint.type === 'slash'
    if (!isChoice && joint.type !== 'list' && joint.type !== 'and') break
    if (isType(line, next + 1, 'number') && joint.type === 'slash') break
    const more = parseWhen(line, next + 1)
    if (!more || !(more.value.day || (isTimeOfDay(more.value) && isTimed(whens.at(-1))))) break
    const day = more.value.day ?? whens.at(-1)?.day
    whens.push({ ...more.value, ...(day && { day }) })
    either ||= isChoice || !more.value.day
    next = more.next
  }
  return whens.length > 1 ? { value: { is: 'several', whens, either }, next } : undefined
}

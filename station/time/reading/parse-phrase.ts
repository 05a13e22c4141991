import { parseClock } from './clock.js'
import { parseDuration } from './duration.js'
import { parseStretch, parseWithin } from './elapsed.js'
import { isType, type Line, type Match, skip, tokenAt } from './line.js'
import type { Elapsed, Phrase, WhenPhrase } from './phrase.js'
import { parseRecurrenceDays } from './recurrence-days.js'
import { parseSeveral } from './several.js'
import { parseWhen } from './when.js'

const isDayless = (when: WhenPhrase): boolean => !when.day && !when.period && !when.instant

/** 9:00-11:00, 两点半到四点, 5月18日至20日, 周一到周五, 1月15号4点和2月3号9点之间. */
const parseRange = (line: Line, from: Match<WhenPhrase>): Match<Phrase> | undefined => {
  if (from.value.instant) return undefined
  const at = skip(line, from.next, 'since')
  const joint = tokenAt(line, at).type
  if (joint !== 'to' && joint !== 'dash' && joint !== 'and') return undefined
  const overnight = isType(line, at + 1, 'nextDay') ? at + 2 : undefined
  const end = overnight ? parseNextDay(line, overnight) : parseWhen(line, skip(line, at + 1, 'to'))
  if (!end || end.value.instant) return undefined
  // A whole day that runs "to five o'clock" is no range.
  if (isDayless(end.value) && !from.value.clock && !from.value.part) return undefined
  if (Boolean(end.value.period) !== Boolean(from.value.period)) return undefined
  const dailyTo = dailyTimeTo(line, from.value, end)
  if (dailyTo) return { value: { is: 'unclear', reason: 'several' }, next: dailyTo }
  const closed = isType(line, end.next, 'between') || isType(line, end.next, 'until')
  if (joint === 'and' && !isType(line, end.next, 'between')) return undefined
  const value: Phrase = { is: 'range', from: from.value, to: end.value }
  return { value, next: closed ? end.next + 1 : end.next }
}

/** 周一到周五上午9点(到11点): the time is one of each day, not the end of the stretch. */
const dailyTimeTo = (line: Line, from: WhenPhrase, end: Match<WhenPhrase>): number | undefined => {
  if (from.clock || from.part || !from.day || !end.value.day || !(end.value.clock ?? end.value.part)) return undefined
  const goesOn = isType(line, end.next, 'to') || isType(line, end.next, 'dash')
  const until = goesOn ? parseWhen(line, end.next + 1) : undefined
  const isWeekdays = from.day.is === 'weekday' && end.value.day.is === 'weekday'
  return until?.next ?? (isWeekdays ? end.next : undefined)
}

/** 22:00至次日6:00 */
const parseNextDay = (line: Line, at: number): Match<WhenPhrase> | undefined => {
  const part = tokenAt(line, at).type === 'part' ? tokenAt(line, at).word?.part : undefined
  const clock = parseClock(line, part ? at + 1 : at, part)
  const day = { is: 'nextDay' } as const
  return clock && { value: { day, ...(part && { part }), clock: clock.value }, next: clock.next }
}

/** 前, 内, 截止, 以后 and the like after a time. */
const withSuffix = (line: Line, { value: when, next }: Match<WhenPhrase>): Match<Phrase> => {
  const suffix = tokenAt(line, next)
  switch (suffix.type) {
    case 'approximately':
      if (!when.day || when.clock) break
      return { value: { is: 'roughly', when }, next: next + 1 }
    case 'before': {
      if (when.instant) break
      // 清明前一周: the week before it, or a week before it?
      const span = parseDuration(line, next + 1)
      if (span) return { value: { is: 'unclear', reason: 'boundary' }, next: span.next }
      const after = isType(line, next + 1, 'due') ? next + 2 : next + 1
      const said = suffix.value === 1 ? 'within' : 'before'
      return { value: { is: 'deadline', when, said }, next: after }
    }
    case 'due':
    case 'until':
      if (suffix.type === 'due' && !mayCloseDeadline(line, next)) break
      return { value: { is: 'deadline', when, said: 'due' }, next: next + 1 }
    case 'within':
      if (!when.period && !when.day) break
      return { value: { is: 'deadline', when, said: 'within' }, next: next + 1 }
    case 'after':
    case 'since':
      if (when.instant || (suffix.word?.weak && (when.clock || when.part))) break
      return { value: { is: 'open', from: when, inclusive: suffix.type === 'since' }, next: next + 1 }
  }
  return { value: { is: 'when', when }, next }
}

/** "5月18日 截止5月16日" are two dates: a 截止 that a date follows belongs to that one. */
const mayCloseDeadline = (line: Line, at: number): boolean =>
  !tokenAt(line, at).gap && parseWhen(line, skip(line, at + 1, 'colon', 'to')) === undefined

/** 截止5月16日18:00, 最迟周五, 截止时间：5月16日. */
const parseDue = (line: Line, at: number): Match<Phrase> | undefined => {
  const start = skip(line, skip(line, at + 1, 'colon', 'to', 'of', 'open'), 'to')
  const within = parseWithin(line, start)
  if (within) return deadlineWithin(within)
  const when = parseWhen(line, start)
  if (!when || when.value.instant) return undefined
  const said = isType(line, when.next, 'before') ? 'before' : 'due'
  const next = skip(line, skip(line, when.next, 'before'), 'until')
  return { value: { is: 'deadline', when: when.value, said }, next }
}

const deadlineWithin = ({ value, next }: Match<Elapsed>): Match<Phrase> => {
  const passed = { elapsed: value, back: false }
  const when: WhenPhrase = value.seconds > 0 ? { instant: passed } : { day: { is: 'elapsed', ...passed } }
  return { value: { is: 'deadline', when, said: 'within' }, next }
}

const parseRecurrence = (line: Line, at: number): Match<Phrase> | undefined => {
  const days = parseRecurrenceDays(line, at)
  if (!days) return undefined
  if ('unclear' in days.value) return { value: { is: 'unclear', reason: days.value.unclear }, next: days.next }
  const base = { is: 'recurrence', days: days.value.days } as const
  const time = parseWhen(line, skip(line, days.next, 'of', 'comma'))
  if (!time || !isDayless(time.value)) return { value: base, next: days.next }
  return timed(base, line, time)
}

type Recurring = Extract<Phrase, { is: 'recurrence' }>

/** A rule with the time of day, or the stretch of it, that was said after it. */
const timed = (base: Recurring, line: Line, time: Match<WhenPhrase>): Match<Phrase> => {
  const { part, clock } = time.value
  const start: Recurring = { ...base, ...(part && { part }), ...(clock && { clock }) }
  const range = parseRange(line, time)
  // 每天上午9点和下午3点 is two rules.
  const isJoined = isType(line, time.next, 'and') || isType(line, time.next, 'list') || isType(line, time.next, 'or')
  const other = isJoined && !range ? parseWhen(line, time.next + 1) : undefined
  if (other && isDayless(other.value))
    return { value: { is: 'unclear', reason: 'unsupportedRecurrence' }, next: other.next }
  if (range?.value.is === 'range' && isDayless(range.value.to))
    return { value: { ...start, end: range.value.to }, next: range.next }
  return { value: start, next: time.next }
}

/** The phrase that begins at one token, as far as it reaches. */
export const parsePhrase = (line: Line, at: number): Match<Phrase> | undefined => {
  switch (tokenAt(line, at).type) {
    case 'every':
    case 'alternate':
      return parseRecurrence(line, at)
    case 'due':
      return parseDue(line, at)
    case 'from': {
      const from = parseWhen(line, at + 1)
      if (!from) return undefined
      const range = parseRange(line, from)
      const opens = tokenAt(line, at).value === 1 && !from.value.instant
      const stretch: Match<Phrase> = {
        value: { is: 'open', from: from.value, inclusive: true },
        next: skip(line, from.next, 'since'),
      }
      return range ?? (opens ? stretch : withSuffix(line, from))
    }
    case 'unit': {
      // 工作日上午9点 is each of them; 三个工作日 is a count.
      const counted = isType(line, at - 1, 'measure') || isType(line, at - 1, 'number')
      const time = tokenAt(line, at).word?.unit === 'workday' && !counted ? parseWhen(line, at + 1) : undefined
      if (!time || !isDayless(time.value)) return undefined
      return timed({ is: 'recurrence', days: { every: 'workday' } }, line, time)
    }
  }
  const within = parseWithin(line, at)
  if (within) return deadlineWithin(within)
  const stretch = parseStretch(line, at)
  if (stretch) return { value: { is: 'stretch', ...stretch.value }, next: stretch.next }
  const when = parseWhen(line, at)
  if (!when) return undefined
  return parseRange(line, when) ?? parseSeveral(line, when) ?? withSuffix(line, when)
}

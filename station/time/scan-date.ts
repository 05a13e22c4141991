import type { Moment } from './civil.js'
import { mayStart } from './reading/boundary.js'
import { fold } from './reading/fold.js'
import { findHolidayClause } from './reading/holiday-clause.js'
import { isType, type Line, tokenAt, tokenize } from './reading/line.js'
import { parsePhrase } from './reading/parse-phrase.js'
import type { Phrase, WhenPhrase } from './reading/phrase.js'
import { type Context, contextOf } from './resolving/context.js'
import { resolve } from './resolving/resolve.js'
import type { FoundScan, Lean, Scan, Span } from './scan.js'

export type * from './scan.js'

/** Longer messages are read this far: nobody hides a date behind two thousand characters. */
export const MAX_SCANNED_CHARS = 2000

type Hit = { readonly phrase: Phrase; readonly span: Span; readonly apart?: Span }

// One of these is in every date there is; most messages stop here.
const DATE_SIGN =
  /[0-9０-９月日号號点點时時周週天明今昨后後前早晚午夜晨半节節期拜年季底末旬假分秒内夕晓昏班每逢隔腊旦庆阳]|小时|清明|端午|中秋|立[春夏秋冬]|[冬夏]至|龙抬头/

const spanOf = (line: Line, from: number, next: number): Span => [tokenAt(line, from).from, tokenAt(line, next - 1).to]

const ERA_YEAR = /[\u4e00-\u9fff][元零一二三四五六七八九十廿卅\d]{1,3}年$/

/** 雍正四年大年三十: the year before the phrase is one we do not count in. */
const hasUnknownYear = (line: Line, at: number): boolean => {
  const before = tokenAt(line, at - 1)
  const start = tokenAt(line, at)
  const lunar =
    start.type === 'lunarMonth' || start.type === 'lunarNewYear' || start.type === 'festival' || start.type === 'number'
  return (
    lunar &&
    before.type === 'year' &&
    !start.gap &&
    ERA_YEAR.test(line.text.slice(Math.max(0, start.from - 6), start.from))
  )
}

// 每双月15日
const EVERY_REACH = 3

/** 每10日, 每双月15日, 单周周三: what a rhythm that was not understood leaves must not pass for a single date. */
const followsUnreadRhythm = (line: Line, at: number): boolean => {
  if (isType(line, at, 'weekday') && tokenAt(line, at - 1).word?.unit === 'week' && !tokenAt(line, at).gap) return true
  for (let back = 0; back < EVERY_REACH && at - back > 0 && !tokenAt(line, at - back).gap; back += 1) {
    const { type } = tokenAt(line, at - back - 1)
    if (type === 'every' || type === 'alternate') return true
    if (type !== 'other' && type !== 'month' && type !== 'measure') return false
  }
  return false
}

const MAX_HITS = 8

const readAll = (line: Line): Hit[] => {
  const hits: Hit[] = []
  for (let at = 0; at < line.tokens.length && hits.length < MAX_HITS; ) {
    const match = mayStart(line, at) ? parsePhrase(line, at) : undefined
    if (!match) {
      at += 1
      continue
    }
    const span = spanOf(line, at, match.next)
    const phrase: Phrase = followsUnreadRhythm(line, at)
      ? { is: 'unclear', reason: 'unsupportedRecurrence' }
      : hasUnknownYear(line, at)
        ? { is: 'unclear', reason: 'unknownYear' }
        : match.value
    hits.push({ phrase, span })
    at = match.next
  }
  return hits
}

const dayAlone = ({ phrase }: Hit): WhenPhrase | undefined =>
  phrase.is === 'when' && phrase.when.day && !phrase.when.clock ? phrase.when : undefined

const isTimeAlone = (when: WhenPhrase): boolean => !when.day && !when.period && !when.instant

/** 11月28日 义诊 上午9点: a day and a time that stand apart are one appointment. */
const joined = (day: Hit, time: Hit): Hit | undefined => {
  const when = dayAlone(day)
  if (!when?.day) return undefined
  const { phrase } = time
  const apart = { span: day.span, apart: time.span }
  const onDay = (said: WhenPhrase): WhenPhrase => ({ ...when, ...said })
  if (phrase.is === 'when' && isTimeAlone(phrase.when) && (phrase.when.clock || !when.part)) {
    return { phrase: { is: 'when', when: onDay(phrase.when) }, ...apart }
  }
  if (phrase.is === 'range' && isTimeAlone(phrase.from) && isTimeAlone(phrase.to)) {
    return { phrase: { ...phrase, from: onDay(phrase.from) }, ...apart }
  }
  return undefined
}

const joinApart = (hits: readonly Hit[]): readonly Hit[] => {
  const dayAt = hits.findIndex((hit) => dayAlone(hit) !== undefined)
  const day = hits[dayAt]
  if (!day) return hits
  for (const [at, hit] of hits.entries()) {
    const both = at === dayAt ? undefined : joined(day, hit)
    if (both)
      return hits.flatMap((each, index) =>
        index === Math.min(at, dayAt) ? [both] : index === at || index === dayAt ? [] : [each],
      )
  }
  return hits
}

/** 每月10日接待（逢节假日顺延）: the clause may stand anywhere after its rule. */
const withHolidayClause = (text: string, hit: Hit): Hit => {
  if (hit.phrase.is !== 'recurrence') return hit
  const clause = findHolidayClause(text, hit.span[1])
  if (!clause) return hit
  const phrase = { ...hit.phrase, shift: clause.shift }
  const between = text.slice(hit.span[1], clause.span[0])
  if (/^[\s,;。]*$/.test(between)) return { ...hit, phrase, span: [hit.span[0], clause.span[1]] }
  return { ...hit, phrase, apart: clause.span }
}

const hitsOf = (text: string): { folded: string; hits: readonly Hit[] } => {
  const head = text.length > MAX_SCANNED_CHARS ? text.slice(0, MAX_SCANNED_CHARS) : text
  if (!DATE_SIGN.test(head)) return { folded: '', hits: [] }
  const folded = fold(head)
  return { folded, hits: joinApart(readAll(tokenize(folded))) }
}

const read = (context: Context, folded: string, hit: Hit): FoundScan => {
  const whole = withHolidayClause(folded, hit)
  const scan = resolve(context, whole.phrase, whole.span)
  return whole.apart ? { ...scan, apart: whole.apart } : scan
}

/** Every date phrase of a text, in order. */
export const scanDates = (text: string, now: Moment, lean: Lean = 'future'): FoundScan[] => {
  const { folded, hits } = hitsOf(text)
  if (hits.length === 0) return []
  const context = contextOf(now, lean)
  return hits.map((hit) => read(context, folded, hit))
}

/** A stretch that merely names a week, month or year, or nothing to act on; a plainer phrase in the line goes first. */
const isVague = (scan: FoundScan): boolean =>
  scan.kind === 'range'
    ? scan.to !== null && scan.precision !== 'minute' && scan.precision !== 'halfDay' && scan.precision !== 'day'
    : scan.kind === 'ambiguous' && (scan.reason === 'incompleteRecurrence' || scan.reason === 'dateOrNumber')

const isWithin = (scan: FoundScan, vague: FoundScan): boolean =>
  vague.kind !== 'range' || scan.kind !== 'point' || vague.to === null
    ? true
    : scan.at.epochMilliseconds >= vague.from.epochMilliseconds &&
      scan.at.epochMilliseconds <= vague.to.epochMilliseconds

/**
 * The date phrase of a text: the first one, except that a mere "2026年" or "下周" gives way to a day within it.
 *
 * - A weekday without 上 or 下 is the coming one; today counts while its time is not past. 下周六 is the Saturday of
 *   the next ISO week.
 * - A month and day without a year is the next such date, today included. A date that is past by its own words (昨天,
 *   2020年5月18日) is returned as it is: refusing it is the caller's business.
 * - A time without a day is the next such time.
 * - With lean `past` dates without a year, month or week are the last such ones instead.
 *
 * Never throws; linear in the length of the text.
 */
export const scanDate = (text: string, now: Moment, lean: Lean = 'future'): Scan => {
  const scans = scanDates(text, now, lean)
  const [first] = scans
  if (!first) return { kind: 'none' }
  if (!isVague(first)) return first
  return scans.find((scan) => !isVague(scan) && isWithin(scan, first)) ?? first
}

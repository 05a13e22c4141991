import { scanSpan } from '../../station/ledger/span.js'
import { type Moment, Temporal } from '../../station/time/civil.js'
import { scanDates } from '../../station/time/scan-date.js'
import type { Argument } from '../arguments.js'
import type { WantedPeriod } from './write.js'

const KINDS: Readonly<Record<string, string>> = {
  今天: 'day',
  日: 'day',
  本周: 'week',
  周: 'week',
  本月: 'month',
  月: 'month',
  本季度: 'quarter',
  季: 'quarter',
  今年: 'year',
  年: 'year',
}

/** Months of a span that make a period with a name of its own. */
const NAMED: Readonly<Record<number, string>> = { 1: 'month', 3: 'quarter', 12: 'year' }

const SINCE_LAST = /[自从]?上(?:次|一次|回)(?:的?小结)?(?:以来|之后|以后|到现在|至今)/u
/** Kinds of a range that has a name of its own. */
const RANGES: Readonly<Record<string, string>> = { week: 'week', month: 'month', quarter: 'quarter', year: 'year' }

/** 11月9日, 前天, 上上周, 最近30天, 10月1日到15日: days that are over or running; of days to come there is nothing to tell. */
function datedStretch(text: string, now: Moment): { wanted: WantedPeriod; at: readonly [number, number] } | null {
  const [scan] = scanDates(text, now, 'past')
  if (!scan || (scan.kind !== 'point' && scan.kind !== 'range')) return null
  const today = now.toPlainDate()
  const from = (scan.kind === 'point' ? scan.at : scan.from).toPlainDate()
  if (Temporal.PlainDate.compare(from, today) > 0) return null
  const at = scan.span
  if (scan.kind === 'point')
    return scan.precision === 'day' ? { wanted: { kind: 'day', on: from.toString() }, at } : null
  const named = RANGES[scan.precision]
  if (named) return { wanted: { kind: named, on: from.toString() }, at }
  const until = (scan.to?.toPlainDate() ?? today).add({ days: 1 })
  return { wanted: { kind: 'since', on: from.toString(), until: until.toString() }, at }
}

/** 本周, 昨天, 11月1日到10日, 上月, 第三季度, 2025年, 上半年, 上次以来: the period a summary is to tell of. */
export function period(): Argument<WantedPeriod> {
  return {
    label: '时段',
    example: '本月',
    take(line, { now }) {
      const { rest } = line
      const today = now.toPlainDate()
      const since = SINCE_LAST.exec(rest)
      if (since) {
        line.claim(since.index, since.index + since[0].length)
        return { value: { kind: 'since' } }
      }
      const past: Readonly<Record<string, WantedPeriod>> = {
        上星期: { kind: 'week', on: today.subtract({ weeks: 1 }).toString() },
        上周: { kind: 'week', on: today.subtract({ weeks: 1 }).toString() },
      }
      const claim = (word: string, value: WantedPeriod) => {
        const at = rest.indexOf(word)
        line.claim(at, at + word.length)
        return { value }
      }
      const dated = datedStretch(rest, now)
      const found = scanSpan(rest, today)
      if (dated && dated.at[1] - dated.at[0] > (found ? found.at[1] - found.at[0] : 0)) {
        line.claim(...dated.at)
        return { value: dated.wanted }
      }
      for (const [word, value] of Object.entries(past)) if (rest.includes(word)) return claim(word, value)
      if (found) {
        const { from, until } = found.span
        const kind = NAMED[from.until(until, { largestUnit: 'months' }).months]
        line.claim(...found.at)
        if (!kind) return { value: { kind: 'since', on: from.toString(), until: until.toString() } }
        const isRunning = Temporal.PlainDate.compare(from, today) <= 0 && Temporal.PlainDate.compare(today, until) < 0
        return { value: isRunning ? { kind } : { kind, on: from.toString() } }
      }
      const word = Object.keys(KINDS)
        .sort((a, b) => b.length - a.length)
        .find((each) => rest.includes(each))
      return word ? claim(word, { kind: KINDS[word]! }) : { missing: true }
    },
  }
}

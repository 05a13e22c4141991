import { scanSpan } from '../../station/ledger/span.js'
import { Temporal } from '../../station/time/civil.js'
import type { Argument } from '../arguments.js'
import type { WantedPeriod } from './write.js'

export const KINDS: Readonly<Record<string, string>> = {
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

/** 本周, 昨天, 上月, 第三季度, 2025年, 上半年, 上次以来: the period a summary is to tell of. */
export function period(): Argument<WantedPeriod> {
  return {
    label: '时段',
    example: '本月',
    take(line, { now }) {
      const { rest } = line
      const today = now.toPlainDate()
      const past: Readonly<Record<string, WantedPeriod>> = {
        上次以来: { kind: 'since' },
        昨天: { kind: 'day', on: today.subtract({ days: 1 }).toString() },
        上星期: { kind: 'week', on: today.subtract({ weeks: 1 }).toString() },
        上周: { kind: 'week', on: today.subtract({ weeks: 1 }).toString() },
      }
      const claim = (word: string, value: WantedPeriod) => {
        const at = rest.indexOf(word)
        line.claim(at, at + word.length)
        return { value }
      }
      for (const [word, value] of Object.entries(past)) if (rest.includes(word)) return claim(word, value)
      const found = scanSpan(rest, today)
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

import type { Moment } from './civil.js'
import { scanDate } from './scan-date.js'

const BETWEEN = /^(?:每天|每晚)?\s*(.{1,12}?)\s*(?:[-–—~]|到|至)\s*(?:第二天|次日|明天)?\s*(.{1,12})$/

/**
 * "22:00-7:30", "晚上10点到早上7点半": two times of the day as "22:00" and "07:30". A bare hour that may be morning or evening
 * begins in the evening and ends in the morning, since that is when people want to be left alone. Takes folded text.
 */
export function readQuietSpan(folded: string, now: Moment): { from: string; until: string } | undefined {
  const sides = BETWEEN.exec(folded.trim())
  if (!sides) return undefined
  const from = timeOfDay(sides[1]!, now, 'late')
  const until = timeOfDay(sides[2]!, now, 'early')
  return from !== undefined && until !== undefined && from !== until ? { from, until } : undefined
}

function timeOfDay(text: string, now: Moment, doubt: 'early' | 'late'): string | undefined {
  const scan = scanDate(text, now)
  if (scan.kind === 'none' || scan.span[0] > 0 || scan.span[1] < text.length) return undefined
  const readings = scan.kind === 'ambiguous' ? scan.readings : [scan]
  const times = readings.flatMap((reading) =>
    reading.kind === 'point' ? [reading.at.toPlainTime().toString({ smallestUnit: 'minute' })] : [],
  )
  return times.sort().at(doubt === 'late' ? -1 : 0)
}

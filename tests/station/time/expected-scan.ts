import { readFileSync } from 'node:fs'
import type { Moment } from '../../../station/time/civil.js'
import type { Scan, Span } from '../../../station/time/scan-date.js'

/** One row of tests/data/dates: a line as typed, and what it says. Times are "2026-11-28 09:00", Chinese civil time. */
export type ExpectedScan = {
  readonly text: string
  readonly now?: string
  /** What is cut out of the line. */
  readonly phrase?: string
  readonly apart?: string
  readonly kind: Scan['kind']
  readonly at?: string
  readonly precision?: string
  readonly from?: string
  readonly to?: string | null
  readonly by?: string
  readonly rule?: unknown
  readonly reason?: string
}

export const MONDAY_MORNING = '2026-11-23 09:00'

export const readRows = <T>(file: string): T[] =>
  readFileSync(new URL(`../../data/dates/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

const clock = (moment: Moment): string => {
  const text = moment.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
  return text.endsWith(':00') ? text.slice(0, -3) : text
}

/** The parts of a scan that a row states, in the row's own words, so that a failure reads as a difference of rows. */
export const asRow = (text: string, scan: Scan): ExpectedScan => {
  const cut = ([from, to]: Span): string => text.slice(from, to)
  if (scan.kind === 'none') return { text, kind: 'none' }
  const found = { text, phrase: cut(scan.span), ...(scan.apart && { apart: cut(scan.apart) }) }
  switch (scan.kind) {
    case 'point':
      return { ...found, kind: 'point', at: clock(scan.at), precision: scan.precision }
    case 'range':
      return { ...found, kind: 'range', from: clock(scan.from), to: scan.to && clock(scan.to) }
    case 'deadline':
      return { ...found, kind: 'deadline', by: clock(scan.by) }
    case 'recurrence':
      return { ...found, kind: 'recurrence', rule: scan.rule }
    case 'ambiguous':
      return { ...found, kind: 'ambiguous', reason: scan.reason }
  }
}

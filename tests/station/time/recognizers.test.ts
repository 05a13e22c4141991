import { describe, expect, test } from 'vitest'
import { type Moment, parseMoment } from '../../../station/time/civil.js'
import { DAY_PARTS } from '../../../station/time/day-part.js'
import { type DefiniteScan, type Scan, scanDate } from '../../../station/time/scan-date.js'
import { readRows } from './expected-scan.js'

type Value = { type: string; value?: string; start?: string; end?: string; Mod?: string }
type Row = {
  input: string
  reference: string
  results: { text: string; start: number; end: number; values: Value[] }[]
  meeting_core: boolean
}

const rows = readRows<Row>('recognizers-datetime.jsonl').filter((row) => row.meeting_core)

/**
 * Where the file is wrong: it takes lunar dates for solar ones. True dates by the Chinese calendar; the first month
 * of 2018 has 29 days, so that the next 正月三十 after March 2017 is in 2019.
 */
const TRUE_LUNAR: Readonly<Record<string, string>> = {
  农历2015年十月初一: '2015-11-12',
  正月三十: '2019-03-06',
  '2015年十月初一早上九点二十': '2015-11-12 09:20:00',
}

/** 12 October 2017 is a Thursday: what contradicts itself is to be asked about. */
const CONTRADICTS_ITSELF = new Set(['10月12号，星期一'])

type Verdict = 'right' | 'asked' | 'missed' | 'wrong'

const dateTime = (moment: Moment): string =>
  moment.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
const date = (moment: Moment): string => dateTime(moment).slice(0, 10)
const time = (moment: Moment): string => dateTime(moment).slice(11)

/** A moment as precisely as the file states it: date, time or both. */
const same = (moment: Moment, stated: string): boolean =>
  (stated.length === 10 ? date(moment) : stated.length === 8 ? time(moment) : dateTime(moment)) === stated

/** The file gives 上午 as 8 to 12 and 早间 as the same; that day and an overlapping part of it is the same answer. */
const overlaps = (scan: Extract<DefiniteScan, { kind: 'point' }>, { start = '', end = '' }: Value): boolean => {
  if (!scan.part) return false
  const { startHour, endHour } = DAY_PARTS[scan.part]
  const hour = (stated: string): number => Number(stated.slice(-8, -6))
  const sameDay = start.length === 8 || date(scan.at) === start.slice(0, 10)
  return sameDay && startHour < hour(end) && hour(start) < endHour
}

const means = (scan: DefiniteScan, value: Value): boolean => {
  const stated = value.value ?? ''
  switch (scan.kind) {
    case 'point':
      return scan.precision === 'halfDay' ? overlaps(scan, value) : same(scan.at, stated)
    case 'deadline':
      return value.Mod === 'before' && same(scan.by, value.end ?? '')
    case 'range':
      if (value.Mod === 'after') return scan.to === null && same(scan.from, value.start ?? '')
      return scan.to !== null && same(scan.from, value.start ?? '') && same(scan.to, value.end ?? '')
    case 'recurrence':
      return false
  }
}

const verdict = ({ input, results }: Row, scan: Scan): Verdict => {
  const values = results[0]?.values ?? []
  const truth = TRUE_LUNAR[input]
  const expected: Value[] = truth ? [{ type: 'date', value: truth }] : values
  if (scan.kind === 'none') return 'missed'
  if (scan.kind === 'ambiguous') {
    if (CONTRADICTS_ITSELF.has(input)) return scan.reason === 'contradiction' ? 'right' : 'asked'
    if (expected.every((value) => value.value === 'not resolved'))
      return scan.reason === 'noSuchDate' ? 'right' : 'asked'
    // A time that has two resolutions in the file is rightly in doubt between just these two.
    const { readings } = scan
    const both =
      readings.length === expected.length && expected.every((value) => readings.some((each) => means(each, value)))
    return both && expected.length > 1 ? 'right' : 'asked'
  }
  // Of a past and a future date the future one is meant; of two times either may be.
  const acceptable = expected[0]?.type.startsWith('time') ? expected : expected.slice(-1)
  return acceptable.some((value) => means(scan, value)) ? 'right' : 'wrong'
}

describe('ninety-six inputs an activity needs, from the Recognizers-Text specifications', () => {
  const judged = rows.map((row) => ({
    input: row.input,
    verdict: verdict(row, scanDate(row.input, parseMoment(row.reference))),
  }))
  const inputsThatWere = (wanted: Verdict): string[] =>
    judged.filter((each) => each.verdict === wanted).map((each) => each.input)

  test('none is silently wrong', () => expect(inputsThatWere('wrong')).toEqual([]))

  test('at least nine in ten are right', () => {
    expect(rows).toHaveLength(96)
    expect(inputsThatWere('right').length / rows.length).toBeGreaterThanOrEqual(0.9)
  })

  test('the others are asked about, or too vague to be a date', () => {
    expect(inputsThatWere('missed')).toEqual(['最近'])
    expect(inputsThatWere('asked')).toEqual([
      '二零零四年八月十五',
      '从昨天下午两点到明天四点',
      '1月15号4点和2月3号9点之间',
      '神龙二年正月初一',
      '雍正四年大年三十',
      '1/2/2020',
    ])
  })

  test('the phrase is cut out where the file has it', () => {
    const elsewhere = rows.filter((row) => {
      const scan = scanDate(row.input, parseMoment(row.reference))
      if (scan.kind === 'none' || scan.kind === 'ambiguous') return false
      const [found] = row.results
      return scan.span[0] !== found?.start || scan.span[1] !== found.end + 1
    })
    expect(elsewhere.map((row) => row.input)).toEqual([])
  })
})

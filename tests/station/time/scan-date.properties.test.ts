import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Moment, momentOf, ZONE } from '../../../station/time/civil.js'
import { describe as echo } from '../../../station/time/describe.js'
import {
  type DefiniteScan,
  type FoundScan,
  MAX_SCANNED_CHARS,
  scanDate,
  scanDates,
} from '../../../station/time/scan-date.js'
import { readRows } from './expected-scan.js'

const SEED = 20_261_123

const phrases = readRows<{ text: string }>('phrases.jsonl').map((row) => row.text)
const PIECES = [
  ...[
    '今天',
    '明儿',
    '后天',
    '下周',
    '下下',
    '周',
    '星期',
    '一',
    '三',
    '六',
    '日',
    '号',
    '月',
    '年',
    '点',
    '时',
    '分',
    '半',
    '刻',
  ],
  ...[
    '上午',
    '下午',
    '晚',
    '早',
    '凌晨',
    '12',
    '5',
    '18',
    '2026',
    '二〇二六',
    '十',
    '廿',
    '初',
    '腊月',
    '正月',
    '闰',
    '除夕',
    '国庆',
  ],
  ...[
    '-',
    '/',
    '.',
    ':',
    '：',
    '～',
    '到',
    '至',
    '和',
    '之间',
    '从',
    '前',
    '后',
    '内',
    '截止',
    '每',
    '每月',
    '第',
    '最后一个',
  ],
  ...[
    '个',
    '工作日',
    '遇节假日顺延',
    '季度',
    '末',
    '底',
    '小时',
    '（',
    '）',
    ' ',
    '，',
    '、',
    '或',
    '《',
    '》',
    'am',
    'pm',
    '😀',
    '\n',
  ],
]

const anyMoment = fc
  .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => momentOf(date))
const dateLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''))
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  dateLike,
  fc.constantFrom(...phrases),
  fc.tuple(dateLike, fc.constantFrom(...phrases), dateLike).map((parts) => parts.join('')),
)
const lean = fc.constantFrom('future', 'past' as const)

const definite = (scan: FoundScan): readonly DefiniteScan[] => (scan.kind === 'ambiguous' ? scan.readings : [scan])

const moments = (scan: DefiniteScan): readonly Moment[] => {
  switch (scan.kind) {
    case 'point':
      return scan.notThisWeek ? [scan.at, scan.notThisWeek] : [scan.at]
    case 'range':
      return scan.to ? [scan.from, scan.to] : [scan.from]
    case 'deadline':
      return [scan.by]
    case 'recurrence':
      return []
  }
}

const everyScan = (check: (scan: FoundScan, text: string, now: Moment) => void, numRuns = 3000): void => {
  fc.assert(
    fc.property(anyText, anyMoment, lean, (text, now, leaning) => {
      for (const scan of scanDates(text, now, leaning)) check(scan, text, now)
    }),
    { seed: SEED, numRuns },
  )
}

describe('whatever is typed', () => {
  test('scanning and echoing never throw', () => {
    fc.assert(
      fc.property(anyText, anyMoment, lean, (text, now, leaning) => {
        expect(typeof echo(scanDate(text, now, leaning), now)).toBe('string')
      }),
      { seed: SEED, numRuns: 3000 },
    )
  })

  test('spans lie within the text, are not empty, and pieces of one phrase do not overlap', () => {
    everyScan((scan, text) => {
      for (const [from, to] of scan.apart ? [scan.span, scan.apart] : [scan.span]) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
      }
      if (scan.apart) {
        const [first, second] = [scan.span, scan.apart].sort(([a], [b]) => a - b)
        expect(first?.[1]).toBeLessThanOrEqual(second?.[0] ?? 0)
      }
    })
  })

  test('phrases of one text do not overlap', () => {
    fc.assert(
      fc.property(anyText, anyMoment, (text, now) => {
        const spans = scanDates(text, now).flatMap((scan) => (scan.apart ? [scan.span, scan.apart] : [scan.span]))
        const inOrder = spans.sort(([a], [b]) => a - b)
        for (const [index, span] of inOrder.entries()) {
          expect(span[0]).toBeGreaterThanOrEqual(inOrder[index - 1]?.[1] ?? 0)
        }
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  test('every moment is in Chinese civil time', () => {
    everyScan((scan) => {
      for (const moment of definite(scan).flatMap(moments)) expect(moment.timeZoneId).toBe(ZONE)
    })
  })

  test('a range never ends before it begins, and an ambiguous scan never offers one reading as if it were sure', () => {
    everyScan((scan) => {
      for (const reading of definite(scan)) {
        if (reading.kind !== 'range' || !reading.to) continue
        expect(reading.to.epochMilliseconds).toBeGreaterThanOrEqual(reading.from.epochMilliseconds)
      }
      if (scan.kind === 'ambiguous' && scan.reason === 'halfOfDay') expect(scan.readings.length).toBeGreaterThan(1)
    })
  })

  test('the same text at the same moment is the same scan', () => {
    fc.assert(
      fc.property(anyText, anyMoment, (text, now) => {
        expect(JSON.stringify(scanDate(text, now))).toBe(JSON.stringify(scanDate(text, now)))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test('what stands behind the cap is not read', () => {
    const padding = '。'.repeat(MAX_SCANNED_CHARS)
    fc.assert(
      fc.property(fc.constantFrom(...phrases), anyMoment, (phrase, now) => {
        expect(scanDate(padding + phrase, now)).toEqual({ kind: 'none' })
      }),
      { seed: SEED, numRuns: 60 },
    )
  })
})

describe('what is echoed is understood again', () => {
  test('any day with a time of day, once written out, is read as itself', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (at, now) => {
        const minute = at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
        const [date] = echo(minute, now).split('（')
        const time = `${String(minute.hour).padStart(2, '0')}:${String(minute.minute).padStart(2, '0')}`
        const year = date?.includes('年') ? '' : `${minute.year}年`
        const scan = scanDate(`${year}${date} ${time}`, now)
        expect(scan).toMatchObject({ kind: 'point', precision: 'minute' })
        if (scan.kind === 'point') expect(scan.at.equals(minute)).toBe(true)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})

import { describe, expect, it, test } from 'vitest'
import { FESTIVALS, type Festival } from '../../../station/calendar/festivals.js'
import { parseMoment } from '../../../station/time/civil.js'
import { DAY_PARTS } from '../../../station/time/day-part.js'
import { type PointScan, scanDate, scanDates } from '../../../station/time/scan-date.js'
import { asRow, type ExpectedScan, MONDAY_MORNING, readRows } from './expected-scan.js'

const now = parseMoment(MONDAY_MORNING)
const scanned = (text: string, at = now) => asRow(text, scanDate(text, at))

describe('phrases as deputies type them', () => {
  const rows = readRows<ExpectedScan>('phrases.jsonl')

  it('has sixty of them', () => expect(rows).toHaveLength(60))

  test.each(rows)('$text', ({ now: said = MONDAY_MORNING, ...row }) => {
    expect(scanned(row.text, parseMoment(said))).toEqual(row)
  })
})

describe('phrases that were once read wrongly', () => {
  const rows = readRows<ExpectedScan & { was: string }>('regressions.jsonl')

  test.each(rows)('$text', ({ now: said = MONDAY_MORNING, was: _was, ...row }) => {
    expect(scanned(row.text, parseMoment(said))).toEqual(row)
  })
})

describe('what only looks like a date', () => {
  test.each([
    ...['3点建议', '我有三点意见', '这3点很重要', '一点小事', '有一点问题', '早一点来', '晚点再说', '一点也不麻烦'],
    ...[
      '12.5元',
      '￥12.50',
      '限8人',
      'H12',
      '报名 H12',
      'H１２',
      '12号活动',
      '人次 86',
      '带2人',
      '+1',
      '第12条',
      '第3届',
    ],
    ...['13812345678', '138-1234-5678', '025-83637812', '320102199001011234', '12345热线', '12345'],
    ...['v1.2.3', 'V2.10', '版本2.10', '10.12.26', '192.168.1.10', 'https://a.cn/2026/12/10', 'a/12/10/b.jpg'],
    ...[
      '3:2',
      '2个百分点',
      '三点五公里',
      '代表法51条',
      '十四五规划',
      '每人3份',
      '三四点',
      '两三天后',
      '2-3天后',
      '5-10人',
    ],
    ...['五一路38号', '中山路12号', '12号楼', '5号会议室', '2号线', '八一小学', '元宵好吃', '四季常青'],
    ...['大家早上好', '下午好', '晚上好', '今日头条', '《12月5日》读后感', '周宁', '周代表', '收到', '报名', '谢谢'],
    ...['2小时', '3天', '一周', '本周3场活动', '年度计划', '意见 3号楼电梯坏了两周', '意见 社区医院缺儿科'],
    ...['', ' ', '。', '25:00', '12-10', '2026', '五角大楼宣布了作战计划', '这是我的队伍'],
  ])('%s', (text) => {
    expect(scanDate(text, now)).toEqual({ kind: 'none' })
  })
})

describe('cutting the phrase out of a line', () => {
  test('given a command, when its date is cut out, then name, place and limit are left', () => {
    const line = '义诊进社区 下周六上午9点 来凤街 限1人'
    const scan = scanDate(line, now)
    expect(scan).toMatchObject({ kind: 'point', span: [6, 13] })
    expect(line.slice(6, 13)).toBe('下周六上午9点')
  })

  test('given a date and a deadline in one line, then both are found in order', () => {
    const line = '建活动 义诊进社区 5月18日9:00 来凤街 限8 截止5月16日'
    expect(scanDates(line, now).map((scan) => asRow(line, scan))).toEqual([
      { text: line, phrase: '5月18日9:00', kind: 'point', at: '2027-05-18 09:00', precision: 'minute' },
      { text: line, phrase: '截止5月16日', kind: 'deadline', by: '2027-05-16 23:59:59' },
    ])
  })

  test('given a day and a time that stand apart, then they are one appointment with two pieces', () => {
    expect(scanned('11月28日 义诊进社区 上午9点 来凤街')).toEqual({
      text: '11月28日 义诊进社区 上午9点 来凤街',
      phrase: '11月28日',
      apart: '上午9点',
      kind: 'point',
      at: '2026-11-28 09:00',
      precision: 'minute',
    })
    expect(scanned('上午9点到11点 来凤街 11月28日')).toMatchObject({
      phrase: '11月28日',
      apart: '上午9点到11点',
      from: '2026-11-28 09:00',
      to: '2026-11-28 11:00',
    })
  })

  test('given a year in the title, then the day within it is the date', () => {
    expect(scanned('2026年迎新春义诊 12月20日下午2点')).toMatchObject({ at: '2026-12-20 14:00' })
  })

  test('given a whole month and nothing else, then the month is the answer', () => {
    expect(scanned('台账 2023年5月')).toMatchObject({
      kind: 'range',
      from: '2023-05-01 00:00',
      to: '2023-05-31 23:59:59',
    })
  })
})

describe('what is asked about instead of guessed', () => {
  test.each([
    ['3点', 'halfOfDay', ['2026-11-23 15:00', '2026-11-24 03:00']],
    ['明天9点', 'halfOfDay', ['2026-11-24 09:00', '2026-11-24 21:00']],
    ['周三3:30', 'halfOfDay', ['2026-11-25 15:30', '2026-11-25 03:30']],
    ['8:00', 'halfOfDay', ['2026-11-24 08:00', '2026-11-23 20:00']],
    ['11月26日（周五）', 'contradiction', ['2026-11-26 00:00', '2026-11-27 00:00']],
    ['明天（11月26日）', 'contradiction', ['2026-11-24 00:00', '2026-11-26 00:00']],
    ['八月十五晚上七点', 'solarOrLunar', ['2027-09-15 19:00', '2027-08-15 19:00']],
    ['小年', 'regionalCustom', ['2027-01-30 00:00', '2027-01-31 00:00']],
    ['1/2/2027', 'dayMonthOrder', ['2027-01-02 00:00', '2027-02-01 00:00']],
    ['5.18', 'dateOrNumber', ['2027-05-18 00:00']],
    ['2月30日', 'noSuchDate', []],
    ['2027年2月29日', 'noSuchDate', []],
    ['雍正四年大年三十', 'unknownYear', []],
  ])('%s: %s', (text, reason, moments) => {
    const scan = scanDate(text, now)
    expect(scan).toMatchObject({ kind: 'ambiguous', reason })
    const readings = scan.kind === 'ambiguous' ? scan.readings : []
    expect(readings.map((reading) => asRow(text, reading).at)).toEqual(moments)
  })

  test('given both ends of a range in doubt, then afternoon is offered before night', () => {
    const scan = scanDate('两点半到四点', now)
    expect(scan).toMatchObject({ kind: 'ambiguous', reason: 'halfOfDay' })
    expect((scan.kind === 'ambiguous' ? scan.readings : []).map((reading) => asRow('', reading))).toMatchObject([
      { from: '2026-11-23 14:30', to: '2026-11-23 16:00' },
      { from: '2026-11-24 02:30', to: '2026-11-24 04:00' },
    ])
  })

  test('given 下午前 or a month with 前, then both of its ends are offered', () => {
    const by = (text: string) => {
      const scan = scanDate(text, now)
      return scan.kind === 'ambiguous' ? scan.readings.map((reading) => asRow(text, reading).by) : []
    }
    expect(by('周三下午前')).toEqual(['2026-11-25 17:59:59', '2026-11-25 13:00'])
    expect(by('6月前')).toEqual(['2027-05-31 23:59:59', '2027-06-30 23:59:59'])
  })

  test('given workdays of a year whose notice is not out, then nothing is guessed', () => {
    for (const text of ['国庆后第一个工作日', '春节假期', '节后第一个工作日', '60个工作日内']) {
      expect(scanDate(text, now)).toMatchObject({ kind: 'ambiguous', reason: 'calendarUnpublished', readings: [] })
    }
  })

  test('given a rhythm without a day or one we do not keep, then it is no single date', () => {
    expect(scanDate('每周走访', now)).toMatchObject({ reason: 'incompleteRecurrence' })
    expect(scanDate('每周一次', now)).toMatchObject({ reason: 'incompleteRecurrence' })
    for (const text of ['每三个月10日', '每隔三天', '每10日', '每月5日至10日', '每半年']) {
      expect(scanDate(text, now)).toMatchObject({ reason: 'unsupportedRecurrence' })
    }
  })
})

describe('weekdays', () => {
  const saturday = parseMoment('2026-11-28 10:00')

  test('given today is Saturday ten o’clock, then 周六 is today until its time is past', () => {
    expect(scanned('周六', saturday)).toMatchObject({ at: '2026-11-28 00:00' })
    expect(scanned('周六下午2点', saturday)).toMatchObject({ at: '2026-11-28 14:00' })
    expect(scanned('周六上午9点', saturday)).toMatchObject({ at: '2026-12-05 09:00' })
    expect(scanned('周六上午', saturday)).toMatchObject({ at: '2026-11-28 08:00' })
  })

  test('given Monday, then 下周六 is the one of next week and the nearer one is named', () => {
    const scan = scanDate('下周六上午9点', now) as PointScan
    expect(asRow('', scan)).toMatchObject({ at: '2026-12-05 09:00' })
    expect(asRow('', { ...scan, at: scan.notThisWeek ?? scan.at })).toMatchObject({ at: '2026-11-28 09:00' })
  })

  test('given Sunday, then 下周一 is tomorrow and nothing nearer is left to confuse it with', () => {
    const scan = scanDate('下周一', parseMoment('2026-11-29 09:00')) as PointScan
    expect(asRow('下周一', scan)).toMatchObject({ at: '2026-11-30 00:00' })
    expect(scan.notThisWeek).toBeUndefined()
  })

  test('本周 and 上周 are counted in weeks from Monday, past or not', () => {
    expect(scanned('本周一', saturday)).toMatchObject({ at: '2026-11-23 00:00' })
    expect(scanned('上周日', saturday)).toMatchObject({ at: '2026-11-22 00:00' })
    expect(scanned('下周的周三', saturday)).toMatchObject({ at: '2026-12-02 00:00' })
  })
})

describe('dates without a year', () => {
  test('the next such date, today included', () => {
    expect(scanned('11月23日8:00')).toMatchObject({ at: '2026-11-23 08:00' })
    expect(scanned('11月22日')).toMatchObject({ at: '2027-11-22 00:00' })
    expect(scanned('2月29日')).toMatchObject({ at: '2028-02-29 00:00' })
    expect(scanned('31日', parseMoment('2026-11-23 09:00'))).toMatchObject({ at: '2026-12-31 00:00' })
  })

  test('what is past by its own words stays past', () => {
    expect(scanned('昨天')).toMatchObject({ at: '2026-11-22 00:00' })
    expect(scanned('2020年5月18日')).toMatchObject({ at: '2020-05-18 00:00' })
    expect(scanned('本月10日')).toMatchObject({ at: '2026-11-10 00:00' })
  })

  test('given a record of what was done, then the last such date is meant', () => {
    const past = (text: string) => asRow(text, scanDate(text, now, 'past'))
    expect(past('答复 Y17 6月2日 已协调')).toMatchObject({ at: '2026-06-02 00:00' })
    expect(past('11月24日')).toMatchObject({ at: '2025-11-24 00:00' })
    expect(past('28号')).toMatchObject({ at: '2026-10-28 00:00' })
    expect(past('周五')).toMatchObject({ at: '2026-11-20 00:00' })
    expect(past('中秋')).toMatchObject({ at: '2026-09-25 00:00' })
    expect(past('月报 5月')).toMatchObject({ from: '2026-05-01 00:00' })
    expect(past('明天')).toMatchObject({ at: '2026-11-24 00:00' })
  })
})

describe('times of day', () => {
  test.each([
    ['中午1点', '2026-11-23 13:00'],
    ['晚上12点', '2026-11-24 00:00'],
    ['今晚零点', '2026-11-24 00:00'],
    ['凌晨一点', '2026-11-24 01:00'],
    ['半夜十二点', '2026-11-24 00:00'],
    ['周三晚8点', '2026-11-25 20:00'],
    ['傍晚五点半', '2026-11-23 17:30'],
    ['下午差五分三点', '2026-11-23 14:55'],
    ['下午三点过五分', '2026-11-23 15:05'],
    ['2：30pm', '2026-11-23 14:30'],
    ['24:00', '2026-11-24 00:00'],
    ['14点30分', '2026-11-23 14:30'],
    ['下午2.30', '2026-11-23 14:30'],
    ['08:30', '2026-11-24 08:30'],
  ])('%s', (text, at) => {
    expect(scanned(text)).toMatchObject({ phrase: text, kind: 'point', at })
  })
})

describe('deadlines', () => {
  test.each([
    ['周日24:00前', '2026-11-30 00:00'],
    ['国庆前', '2027-09-30 23:59:59'],
    ['除夕前', '2027-02-04 23:59:59'],
    ['12/10前', '2026-12-10 23:59:59'],
    ['截止时间：5月16日18:00', '2027-05-16 18:00'],
    ['11月25日截止', '2026-11-25 23:59:59'],
    ['下月底前', '2026-12-31 23:59:59'],
    ['两小时内', '2026-11-23 11:00'],
    ['3日内', '2026-11-26 23:59:59'],
    ['两个月内', '2027-01-23 23:59:59'],
    ['5个工作日内', '2026-11-30 23:59:59'],
    ['截止今晚', '2026-11-23 23:59:59'],
  ])('%s', (text, by) => {
    expect(scanned(text)).toMatchObject({ phrase: text, kind: 'deadline', by })
  })

  test('given a make-up Saturday, then it counts as a workday', () => {
    expect(scanned('2个工作日内', parseMoment('2026-02-13 09:00'))).toMatchObject({ by: '2026-02-24 23:59:59' })
  })
})

describe('ranges', () => {
  test.each([
    ['9点到5点', '2026-11-23 09:00', '2026-11-23 17:00'],
    ['晚上7点到8点半', '2026-11-23 19:00', '2026-11-23 20:30'],
    ['18:00-7:00', '2026-11-23 18:00', '2026-11-24 07:00'],
    ['12月28日至1月3日', '2026-12-28 00:00', '2027-01-03 23:59:59'],
    ['即日起至11月30日', '2026-11-23 00:00', '2026-11-30 23:59:59'],
    ['18-20日', '2026-12-18 00:00', '2026-12-20 23:59:59'],
    ['下周一至周三', '2026-11-30 00:00', '2026-12-02 23:59:59'],
    ['11月28日9:00-11月29日17:00', '2026-11-28 09:00', '2026-11-29 17:00'],
    ['第四季度', '2026-10-01 00:00', '2026-12-31 23:59:59'],
    ['下周末', '2026-12-05 00:00', '2026-12-06 23:59:59'],
    ['12月中旬', '2026-12-11 00:00', '2026-12-20 23:59:59'],
  ])('%s', (text, from, to) => {
    expect(scanned(text)).toMatchObject({ phrase: text, kind: 'range', from, to })
  })

  test('given the notice of the year is out, then a holiday is its whole break', () => {
    expect(scanned('国庆假期', parseMoment('2026-09-15 09:00'))).toMatchObject({
      from: '2026-10-01 00:00',
      to: '2026-10-07 23:59:59',
    })
  })
})

describe('every word of the tables', () => {
  test('a festival by any of its names is found', () => {
    for (const { names, weakNames = [] } of FESTIVALS as readonly Festival[]) {
      for (const name of [...names, ...weakNames.map((weak) => `${weak}上午`)]) {
        expect(scanDate(name, now).kind, name).not.toBe('none')
      }
    }
  })

  test('a part of the day by any of its words is found', () => {
    for (const { words } of Object.values(DAY_PARTS)) {
      for (const word of words) expect(scanDate(word, now), word).toMatchObject({ kind: 'point', precision: 'halfDay' })
    }
  })

  test.each(['十分钟内', '三十秒后', '下班前', '一刻钟后', '本季度', '今早', '下个工作日'])('%s is found', (text) => {
    expect(scanDate(text, now).kind).not.toBe('none')
  })
})

describe('recurrences', () => {
  test.each([
    ['每周一、三、五', { every: 'week', weekdays: [1, 3, 5], intervalWeeks: 1 }],
    ['每周二至周四上午9点', { every: 'week', weekdays: [2, 3, 4], intervalWeeks: 1, start: { hour: 9, minute: 0 } }],
    ['隔周周三', { every: 'week', weekdays: [3], intervalWeeks: 2, anchor: '2026-11-23' }],
    ['每月1号和15号', { every: 'month', days: [{ day: 1 }, { day: 15 }] }],
    ['每月最后一个工作日', { every: 'month', days: [{ nthWorkday: -1 }] }],
    ['每季度首月10日', { every: 'quarter', monthOfQuarter: 1, day: { day: 10 } }],
    ['每年3月5日', { every: 'year', month: 3, day: { day: 5 } }],
    ['每年重阳节', { every: 'year', festival: 'doubleNinth' }],
    ['每年腊月二十三', { every: 'year', lunar: { month: 12, day: 23 } }],
    ['每晚8点', { every: 'day', start: { hour: 20, minute: 0 } }],
    ['每月15日（遇节假日提前）', { every: 'month', days: [{ day: 15 }], shift: 'previousWorkday' }],
    ['每月15日，节假日除外', { every: 'month', days: [{ day: 15 }], shift: 'skip' }],
  ])('%s', (text, rule) => {
    expect(scanned(text)).toEqual({ text, phrase: text, kind: 'recurrence', rule })
  })
})

import { expect, describe as suite, test } from 'vitest'
import { parseMoment } from '../../../station/time/civil.js'
import { describe, describeDay } from '../../../station/time/describe.js'
import { scanDate } from '../../../station/time/scan-date.js'
import { MONDAY_MORNING } from './expected-scan.js'

const now = parseMoment(MONDAY_MORNING)

suite('the echo of a moment', () => {
  test('has its weekday, and its year only when that is another one', () => {
    expect(describe(parseMoment('2026-11-28 09:00'), now)).toBe('11月28日（周六）9:00')
    expect(describe(parseMoment('2027-05-18 14:05'), now)).toBe('2027年5月18日（周二）14:05')
    expect(describe(parseMoment('2027-05-18 14:05'))).toBe('5月18日（周二）14:05')
    expect(describeDay(parseMoment('2026-11-29 00:00'), now)).toBe('11月29日（周日）')
  })
})

suite('the echo of what was scanned', () => {
  test.each([
    ['11月28日', '11月28日（周六）'],
    ['11月28日下午', '11月28日（周六）下午'],
    ['11月28日上午9点', '11月28日（周六）9:00'],
    ['下周六上午9点', '12月5日（周六）9:00，不是本周的11月28日（周六）'],
    ['11月28日9:00-11:00', '11月28日（周六）9:00–11:00'],
    ['18:00-7:00', '11月23日（周一）18:00至11月24日（周二）7:00'],
    ['11月28日至29日', '11月28日（周六）至11月29日（周日）'],
    ['周三以后', '11月26日（周四）起'],
    ['下周', '11月30日（周一）至12月6日（周日）'],
    ['截止5月16日18:00', '2027年5月16日（周日）18:00前'],
    ['月底前', '11月30日（周一）24:00前'],
    ['周日24:00前', '11月29日（周日）24:00前'],
    ['周三3点', '11月25日（周三）15:00或11月25日（周三）3:00'],
    ['2月30日', ''],
    ['报名', ''],
  ])('%s: %s', (text, echo) => {
    expect(describe(scanDate(text, now), now)).toBe(echo)
  })

  test.each([
    ['每月第2周周四 14:00 遇节假日顺延', '每月第2个周四14:00，遇节假日顺延'],
    ['每周一三五晚上7点', '每周一、周三、周五19:00'],
    ['隔周周三', '每2周的周三'],
    ['每季度末', '每季度第3个月最后一天'],
    ['每月最后一个工作日', '每月最后一个工作日'],
    ['每月1号、15号上午', '每月1日、15日上午'],
    ['每年重阳节', '每年重阳节'],
    ['每年腊月二十三', '每年农历腊月廿三'],
    ['每年农历三月初十', '每年农历三月初十'],
    ['每年3月5日', '每年3月5日'],
    ['每晚8点到9点半，节假日除外', '每天20:00–21:30，遇节假日取消'],
    ['每个工作日上午9点', '每个工作日9:00'],
  ])('%s: %s', (text, echo) => {
    expect(describe(scanDate(text, now), now)).toBe(echo)
  })
})

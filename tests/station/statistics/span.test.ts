import { expect, it } from 'vitest'
import { spanIn, yearSpan } from '../../../station/statistics/span.js'
import { parseMoment } from '../../../station/time/civil.js'

const now = parseMoment('2026-05-20 10:00')
const day = (moment: { toPlainDate(): { toString(): string } }) => moment.toPlainDate().toString()

it.each([
  ['今年', '今年', '2026-01-01', '2027-01-01'],
  ['全年', '今年', '2026-01-01', '2027-01-01'],
  ['去年', '2025年', '2025-01-01', '2026-01-01'],
  ['2024年', '2024年', '2024-01-01', '2025-01-01'],
  ['一季度', '2026年一季度', '2026-01-01', '2026-04-01'],
  ['第2季度', '2026年二季度', '2026-04-01', '2026-07-01'],
  // not begun yet: last year's is meant
  ['四季度', '2025年四季度', '2025-10-01', '2026-01-01'],
  ['2026年四季度', '2026年四季度', '2026-10-01', '2027-01-01'],
  ['本季度', '2026年二季度', '2026-04-01', '2026-07-01'],
  ['上季度', '2026年一季度', '2026-01-01', '2026-04-01'],
  ['本月', '2026年5月', '2026-05-01', '2026-06-01'],
  ['上个月', '2026年4月', '2026-04-01', '2026-05-01'],
  ['3月份', '2026年3月', '2026-03-01', '2026-04-01'],
  ['12月', '2025年12月', '2025-12-01', '2026-01-01'],
  ['2024年2月', '2024年2月', '2024-02-01', '2024-03-01'],
])('%s is %s, from %s to before %s', (said, label, from, until) => {
  const found = spanIn(`统计 ${said}`, now)
  expect(found && [found.span.label, day(found.span.from), day(found.span.until)]).toEqual([label, from, until])
  expect(found && `统计 ${said}`.slice(...found.at)).toBe(said)
})

it.each(['', '统计', '13月', '五季度', '明年', '五站'])('“%s” names no span', (said) => {
  expect(spanIn(said, now)).toBeNull()
})

it('a year runs from its first day to the first of the next', () => {
  const { from, until } = yearSpan(now, 2023)
  expect([day(from), day(until)]).toEqual(['2023-01-01', '2024-01-01'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeAll, changeOne, endSeries } from '../../../station/activity/change-series.js'
import { holidayFate, type RuleDate, type RuleDates } from '../../../station/activity/rule-dates.js'
import { instancesOf, newSeries, type Series, type SeriesTemplate } from '../../../station/activity/series.js'
import { type Moment, parseMoment, Temporal } from '../../../station/time/civil.js'

/** 每月第N周周几, put off to the next workday when it is a holiday: enough of a rule to try a series on. */
interface MonthlyRule {
  readonly nth: number
  readonly weekday: number
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const nthWeekday = (month: Temporal.PlainDate, { nth, weekday }: MonthlyRule): Temporal.PlainDate => {
  const first = month.with({ day: 1 })
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 })
}

const monthly: RuleDates<MonthlyRule> = (rule, from, until) => {
  const dates: RuleDate[] = []
  for (
    let month = from.with({ day: 1 });
    Temporal.PlainDate.compare(month, until) <= 0;
    month = month.add({ months: 1 })
  ) {
    const ruleDate = nthWeekday(month, rule)
    if (Temporal.PlainDate.compare(ruleDate, from) >= 0 && Temporal.PlainDate.compare(ruleDate, until) <= 0)
      dates.push(holidayFate(ruleDate, 'nextWorkday', false))
  }
  return dates
}

const THURSDAY = 4
const talks: SeriesTemplate = {
  title: '金融宣讲',
  place: '蒋寿山故居',
  startTime: '14:30',
  durationMin: 90,
  capacityPersons: 40,
}
const secondThursday: Series<MonthlyRule> = newSeries(5, day('2026-06-01'), { nth: 2, weekday: THURSDAY }, talks)
const firstThursday: Series<MonthlyRule> = newSeries(6, day('2026-09-01'), { nth: 1, weekday: THURSDAY }, talks)

const told = (series: Series<MonthlyRule>, from: string, until: string): string[] =>
  instancesOf(series, day(from), day(until), monthly).map(
    ({ startsAt, fate, episode }) =>
      `${episode ?? '-'} ${startsAt?.toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? '-'} ${fate}`,
  )

const changed = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('the instances of a series', () => {
  test('每月第2周周四 from June to December 2026: seven', () => {
    expect(told(secondThursday, '2026-06-01', '2026-12-31')).toEqual([
      '1 2026-06-11T14:30 asRuled',
      '2 2026-07-09T14:30 asRuled',
      '3 2026-08-13T14:30 asRuled',
      '4 2026-09-10T14:30 asRuled',
      '5 2026-10-08T14:30 asRuled',
      '6 2026-11-12T14:30 asRuled',
      '7 2026-12-10T14:30 asRuled',
    ])
  })

  test('遇节假日顺延: the first Thursday of October 2026 is National Day, so it is held on the 8th', () => {
    expect(told(firstThursday, '2026-10-01', '2026-10-31')).toEqual(['2 2026-10-08T14:30 moved'])
  })

  test('a year whose notice is not out gives provisional dates, not guesses', () => {
    expect(told(firstThursday, '2028-01-01', '2028-01-31')).toEqual(['17 2028-01-06T14:30 provisional'])
  })

  test('lectures begun elsewhere go on counting; a cancelled one is not counted', () => {
    const lectures = newSeries(7, day('2026-06-01'), { nth: 2, weekday: THURSDAY }, talks, { firstEpisode: 4 })
    const without = changed(
      changeOne(lectures, day('2026-07-09'), 'cancelled', parseMoment('2026-06-20 09:00'), monthly),
    )
    expect(told(without.series, '2026-06-01', '2026-08-31')).toEqual([
      '4 2026-06-11T14:30 asRuled',
      '- - cancelled',
      '5 2026-08-13T14:30 asRuled',
    ])
  })
})

describe('changing one instance', () => {
  const now = parseMoment('2026-07-01 09:00')

  test('another day and place for this one only', () => {
    const { series, instance } = changed(
      changeOne(secondThursday, day('2026-07-09'), { date: day('2026-07-10'), place: '夫子庙社区' }, now, monthly),
    )
    expect(instance).toMatchObject({ place: '夫子庙社区', fate: 'changed', key: 'S:5:2026-07-09' })
    expect(told(series, '2026-07-01', '2026-08-31')).toEqual([
      '2 2026-07-10T14:30 changed',
      '3 2026-08-13T14:30 asRuled',
    ])
  })

  test.each([
    ['2026-06-11', {}, 'past'],
    ['2026-07-08', {}, 'noInstance'],
    ['2026-07-09', { date: day('2026-06-30') }, 'newDatePast'],
  ])('%s with %o is refused as %s', (ruleDate, change, code) => {
    expect(changeOne(secondThursday, day(ruleDate), change, now, monthly)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('changing the whole series', () => {
  test('from now on another rule and place; what was held stays held as it was', () => {
    const now = parseMoment('2026-07-09 16:00')
    const { series } = changed(
      changeAll(secondThursday, { rule: { nth: 3, weekday: 2 }, template: { startTime: '09:30' } }, now, monthly),
    )
    expect(told(series, '2026-06-01', '2026-08-31')).toEqual([
      '1 2026-06-11T14:30 asRuled',
      '2 2026-07-09T14:30 asRuled',
      '3 2026-07-21T09:30 asRuled',
      '4 2026-08-18T09:30 asRuled',
    ])
  })

  test('changed on the morning of an instance that has not begun, that one changes too', () => {
    const now = parseMoment('2026-07-09 08:00')
    const { series } = changed(changeAll(secondThursday, { template: { startTime: '15:00' } }, now, monthly))
    expect(told(series, '2026-07-01', '2026-07-31')).toEqual(['2 2026-07-09T15:00 asRuled'])
  })

  test('changed at noon to nine in the morning, today keeps its old hour', () => {
    const now = parseMoment('2026-07-09 12:00')
    const { series } = changed(changeAll(secondThursday, { template: { startTime: '09:00' } }, now, monthly))
    expect(told(series, '2026-07-01', '2026-08-31')).toEqual([
      '2 2026-07-09T14:30 asRuled',
      '3 2026-08-13T09:00 asRuled',
    ])
  })

  test('single changes survive where their day still exists; the others are handed back', () => {
    const now = parseMoment('2026-07-01 09:00')
    const one = changed(changeOne(secondThursday, day('2026-09-10'), { place: '街道' }, now, monthly)).series
    expect(changed(changeAll(one, { template: { startTime: '15:00' } }, now, monthly)).dropped).toEqual([])
    const moved = changed(changeAll(one, { rule: { nth: 1, weekday: 1 } }, now, monthly))
    expect(moved.dropped.map(({ ruleDate }) => ruleDate.toString())).toEqual(['2026-09-10'])
    expect(moved.series.exceptions).toEqual([])
  })

  test('a series that has not begun is changed from its own beginning', () => {
    const { series } = changed(
      changeAll(secondThursday, { template: { place: '街道' } }, parseMoment('2026-03-01 09:00'), monthly),
    )
    expect(series.versions).toHaveLength(1)
    expect(told(series, '2026-03-01', '2026-06-30')).toEqual(['1 2026-06-11T14:30 asRuled'])
  })

  test('an ended series is not changed; ending never takes back what was held', () => {
    const now = parseMoment('2026-07-09 16:00')
    const ended = changed(endSeries(secondThursday, day('2026-01-01'), now, monthly))
    expect(told(ended, '2026-06-01', '2026-12-31')).toEqual([
      '1 2026-06-11T14:30 asRuled',
      '2 2026-07-09T14:30 asRuled',
    ])
    expect(changeAll(ended, { template: { place: '街道' } }, now, monthly)).toMatchObject({ error: { code: 'ended' } })
    const later = changed(endSeries(secondThursday, day('2026-08-31'), now, monthly))
    expect(told(later, '2026-06-01', '2026-12-31')).toHaveLength(3)
    expect(endSeries(ended, day('2026-12-31'), now, monthly)).toMatchObject({ error: { code: 'ended' } })
  })
})

describe('the past is never rewritten', () => {
  const opened = parseMoment('2026-06-01 08:00')
  const rule = fc.record({ nth: fc.integer({ min: 1, max: 4 }), weekday: fc.integer({ min: 1, max: 7 }) })
  const change = fc.record({
    afterHours: fc.integer({ min: 1, max: 24 * 45 }),
    kind: fc.constantFrom('all' as const, 'rule' as const, 'one' as const, 'end' as const),
    rule,
    startTime: fc.constantFrom('09:00', '14:30', '19:00'),
    offsetDays: fc.integer({ min: -20, max: 20 }),
    which: fc.nat(5),
  })

  const held = (series: Series<MonthlyRule>, now: Moment): string[] =>
    instancesOf(series, day('2026-06-01'), day('2027-12-31'), monthly)
      .filter(({ startsAt }) => startsAt !== null && Temporal.ZonedDateTime.compare(startsAt, now) <= 0)
      .map(({ key, startsAt, title, place }) => `${key} ${startsAt?.toString()} ${title} ${place}`)
      .sort()

  test('whatever is changed and whenever, what had begun by then stays exactly as it was', () => {
    fc.assert(
      fc.property(rule, fc.array(change, { maxLength: 12 }), (firstRule, changes) => {
        let series = newSeries(1, day('2026-06-01'), firstRule, talks)
        let now = opened
        for (const { afterHours, kind, rule, startTime, offsetDays, which } of changes) {
          now = now.add({ hours: afterHours })
          const before = held(series, now)
          const ahead = instancesOf(series, now.toPlainDate(), now.toPlainDate().add({ months: 6 }), monthly)
          const target = ahead[which % Math.max(1, ahead.length)]
          if (kind === 'end') {
            const result = endSeries(series, now.toPlainDate().add({ days: 5 * offsetDays }), now, monthly)
            if (result.ok) series = result.value
          } else if (kind === 'one' && target !== undefined) {
            const date = target.ruleDate.add({ days: offsetDays })
            const result = changeOne(series, target.ruleDate, { date, startTime }, now, monthly)
            if (result.ok) series = result.value.series
          } else {
            const result = changeAll(series, kind === 'rule' ? { rule } : { template: { startTime } }, now, monthly)
            if (result.ok) series = result.value.series
          }
          expect(held(series, now)).toEqual(before)
        }
      }),
      { seed: 20260601, numRuns: 150 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assistDueOn,
  complexUntil,
  readStatutoryClock,
  remindersOf,
  replyAgainClock,
  replyClock,
  returnDueOn,
} from '../../../station/suggestion/clock.js'
import { SUGGESTION_RULES } from '../../../station/suggestion/rules.js'
import { Temporal } from '../../../station/time/civil.js'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('三个月、六个月 (代表法 51)', () => {
  it.each([
    // handed over, three months, six months
    ['2023-11-30', '2024-02-29', '2024-05-30'],
    ['2024-11-30', '2025-02-28', '2025-05-30'],
    ['2025-11-30', '2026-02-28', '2026-05-30'],
    ['2024-11-29', '2025-02-28', '2025-05-29'],
    ['2024-08-31', '2024-11-30', '2025-02-28'],
    ['2023-08-31', '2023-11-30', '2024-02-29'],
    ['2024-01-31', '2024-04-30', '2024-07-31'],
    ['2024-02-29', '2024-05-29', '2024-08-29'],
    ['2025-03-31', '2025-06-30', '2025-09-30'],
    ['2025-12-31', '2026-03-31', '2026-06-30'],
    ['2026-06-15', '2026-09-15', '2026-12-15'],
    ['2026-07-31', '2026-10-31', '2027-01-31'],
  ])('from %s: %s, complex %s', (assigned, ordinary, complex) => {
    expect(replyClock(day(assigned), false).dueOn.toString()).toBe(ordinary)
    expect(replyClock(day(assigned), true).dueOn.toString()).toBe(complex)
  })

  it('names its rule, so that the reply can', () => {
    expect(replyClock(day('2026-06-15'), false).rule).toEqual({ kind: 'ordinary', article: '代表法51', months: 3 })
    expect(replyClock(day('2026-06-15'), true).rule).toEqual({ kind: 'complex', article: '代表法51', months: 6 })
    expect(replyAgainClock(day('2026-06-15'), SUGGESTION_RULES).rule.article).toBe('local')
  })

  it('does not move for a holiday: 2026-07-01 + 3 months stays on National Day', () => {
    expect(replyClock(day('2026-07-01'), false).dueOn.toString()).toBe('2026-10-01')
  })

  it('always lands in the third month after, never in the fourth', () => {
    const anyDay = fc.integer({ min: 0, max: 1095 }).map((days) => day('2024-01-01').add({ days }))
    fc.assert(
      fc.property(anyDay, (assigned) => {
        const { dueOn } = replyClock(assigned, false)
        expect((dueOn.year - assigned.year) * 12 + dueOn.month - assigned.month).toBe(3)
        expect(dueOn.day).toBe(Math.min(assigned.day, dueOn.daysInMonth))
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })
})

describe('local limits', () => {
  it('再答复 is due after one month or two', () => {
    expect(replyAgainClock(day('2025-01-31'), SUGGESTION_RULES).dueOn.toString()).toBe('2025-02-28')
    const two = { ...SUGGESTION_RULES, replyAgainMonths: 2 } as const
    expect(replyAgainClock(day('2024-12-31'), two).dueOn.toString()).toBe('2025-02-28')
  })

  it.each([
    ['2024-02-08', '2024-02-23'],
    ['2024-09-27', '2024-10-12'],
    ['2025-01-24', '2025-02-10'],
    ['2025-09-26', '2025-10-13'],
    ['2026-02-12', '2026-02-28'],
    ['2026-06-15', '2026-06-25'],
  ])('退办 of what was handed over on %s is open until %s', (assigned, until) => {
    const due = returnDueOn(day(assigned), SUGGESTION_RULES)
    expect(due.ok && due.value.toString()).toBe(until)
  })

  it('is not guessed where the calendar is not out', () => {
    expect(returnDueOn(day('2026-12-29'), SUGGESTION_RULES)).toEqual({
      ok: false,
      error: { code: 'calendarUnpublished', year: 2027 },
    })
  })

  it('会办 owes its opinion after a month; 复杂 may be declared for three', () => {
    expect(assistDueOn(day('2026-01-31'), SUGGESTION_RULES).toString()).toBe('2026-02-28')
    expect(complexUntil(day('2025-11-30')).toString()).toBe('2026-02-28')
  })
})

describe('colours and reminders', () => {
  const clock = replyClock(day('2026-06-15'), false)

  it.each([
    ['2026-06-15', 92, 'green'],
    ['2026-08-14', 32, 'green'],
    ['2026-08-15', 31, 'green'],
    ['2026-08-16', 30, 'yellow'],
    ['2026-09-15', 0, 'yellow'],
    ['2026-09-16', -1, 'red'],
  ] as const)('on %s: %i days left, %s', (today, leftDays, colour) => {
    expect(readStatutoryClock(clock, day(today))).toEqual({ leftDays, colour })
  })

  it('reminds 30, 7 and 1 days before, on the day and the day after', () => {
    expect(remindersOf(clock).map(({ on, offsetDays }) => `${offsetDays} ${on}`)).toEqual([
      '-30 2026-08-16',
      '-7 2026-09-08',
      '-1 2026-09-14',
      '0 2026-09-15',
      '1 2026-09-16',
    ])
  })

  it('leaves out a reminder that would come before there is anything to remind of', () => {
    const short = replyAgainClock(day('2025-02-01'), SUGGESTION_RULES)
    expect(remindersOf(short).map(({ offsetDays }) => offsetDays)).toEqual([-7, -1, 0, 1])
  })
})

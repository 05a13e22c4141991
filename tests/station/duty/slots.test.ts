import { describe, expect, test } from 'vitest'
import { monthSlots, numbered, type SlotRule, slotsAhead } from '../../../station/duty/slots.js'
import { anySeats, at, calendarOf } from './stage.js'

const TENTH: SlotRule = {
  id: 'tenth',
  when: { every: 'month', days: [{ day: 10 }] },
  startsAt: '09:00',
  endsAt: '11:00',
  seats: anySeats(2),
}
const LAST_SUNDAY: SlotRule = { ...TENTH, id: 'sunday', when: { every: 'month', days: [{ nth: -1, weekday: 7 }] } }

describe('the days of a rule', () => {
  test.each<[string, SlotRule['when'], string, string[]]>([
    ['the tenth', { every: 'month', days: [{ day: 10 }] }, '2026-06', ['2026-06-10']],
    ['the last Sunday', { every: 'month', days: [{ nth: -1, weekday: 7 }] }, '2026-06', ['2026-06-28']],
    ['the 31st of a short month is its last day', { every: 'month', days: [{ day: 31 }] }, '2026-02', ['2026-02-28']],
    [
      'every Wednesday',
      { every: 'week', weekdays: [3], intervalWeeks: 1 },
      '2026-02',
      ['2026-02-04', '2026-02-11', '2026-02-18', '2026-02-25'],
    ],
    ['the second month of a quarter', { every: 'quarter', monthOfQuarter: 2, day: { day: 5 } }, '2026-06', []],
  ])('%s', (_, when, month, expected) => {
    const { slots } = monthSlots([{ ...TENTH, when }], month, calendarOf())
    expect(slots.map(({ shift }) => shift.date)).toEqual(expected)
  })

  test('the first working day of a year without its notice is a question', () => {
    const rule = { ...TENTH, when: { every: 'month', days: [{ nthWorkday: 1 }] } as const }
    expect(monthSlots([rule], '2099-06', calendarOf())).toMatchObject({
      slots: [],
      questions: [{ ruleId: 'tenth', question: { code: 'unpublished', date: '2099-06-01', year: 2099 } }],
    })
  })
})

describe('a month’s receptions', () => {
  test('in order of date, numbered from the first free number', () => {
    const { slots } = monthSlots([LAST_SUNDAY, TENTH], '2026-06', calendarOf())
    expect(numbered(slots, 7).map(({ no, date, dayClass }) => [no, date, dayClass])).toEqual([
      [7, '2026-06-10', 'workday'],
      [8, '2026-06-28', 'weekend'],
    ])
  })

  test('odd months only', () => {
    const odd = { ...TENTH, months: [1, 3, 5, 7, 9, 11] }
    expect(monthSlots([odd], '2026-06', calendarOf()).slots).toEqual([])
    expect(monthSlots([odd], '2026-07', calendarOf()).slots).toHaveLength(1)
  })

  test('a postponed one keeps its roster month, even when it lands in the next', () => {
    const calendar = calendarOf({
      '2026-09-30': { kind: 'holiday', name: '国庆节' },
      '2026-10-01': { kind: 'holiday', name: '国庆节' },
    })
    const rule = { ...TENTH, when: { every: 'month', days: [{ day: 30 }] } as const }
    const [slot] = monthSlots([rule], '2026-09', calendar).slots
    expect(slot?.shift).toMatchObject({ rosterMonth: '2026-09', date: '2026-10-02' })
    expect(slot?.day).toMatchObject({ code: 'postponed', from: '2026-09-30', holiday: '国庆节' })
  })

  test('what must be asked is not planned until it is answered', () => {
    const calendar = calendarOf({ '2026-06-28': { kind: 'makeUpWorkday', name: '端午节' } })
    const open = monthSlots([TENTH, LAST_SUNDAY], '2026-06', calendar)
    expect(open.slots.map(({ ruleId }) => ruleId)).toEqual(['tenth'])
    expect(open.questions).toEqual([
      { ruleId: 'sunday', question: { code: 'makeUpWorkday', date: '2026-06-28', holiday: '端午节' } },
    ])
    const answered = monthSlots(
      [TENTH, LAST_SUNDAY],
      '2026-06',
      calendar,
      new Map([['2026-06-28', { date: '2026-06-21' }]]),
    )
    expect(answered.slots.map(({ shift }) => shift.date)).toEqual(['2026-06-10', '2026-06-21'])
    expect(answered.questions).toEqual([])
  })

  test('two receptions that a holiday pushes together are pointed out', () => {
    const calendar = calendarOf({ '2026-06-10': { kind: 'holiday', name: '端午节' } })
    const eleventh = { ...TENTH, id: 'eleventh', when: { every: 'month', days: [{ day: 11 }] } as const }
    const { slots, collisions } = monthSlots([TENTH, eleventh], '2026-06', calendar)
    expect(slots).toHaveLength(2)
    expect(collisions).toEqual([{ date: '2026-06-11', ruleIds: ['eleventh', 'tenth'] }])
  })

  test('drafted in mid-month, what is over is not planned', () => {
    const { slots } = monthSlots([TENTH, LAST_SUNDAY], '2026-06', calendarOf())
    expect(slotsAhead(slots, at('2026-06-10 09:00')).map(({ ruleId }) => ruleId)).toEqual(['sunday'])
  })
})

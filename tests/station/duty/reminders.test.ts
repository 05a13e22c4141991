import { describe, expect, test } from 'vitest'
import { askLeave, takeCover } from '../../../station/duty/cover.js'
import { moveShift } from '../../../station/duty/move.js'
import { remindersDue } from '../../../station/duty/reminders.js'
import { momentOf, Temporal } from '../../../station/time/civil.js'
import {
  at,
  CHEN_JING,
  calendarOf,
  Desk,
  deskWith,
  done,
  draftInto,
  roster,
  SUN_LI,
  shift,
  WANG_FANG,
  ZHANG_MIN,
} from './stage.js'

/** Confirmed on 1 May: every reminder of a June reception is known long before. */
const desk7 = () => deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] })
const due = (desk: Desk, moment: string, done_: readonly string[] = []) =>
  remindersDue(desk.state(7), at(moment), new Set(done_)).map(({ offset, code }) => [offset, code])
const KEYS = ['-7', '-3', '-1', '0'].map((offset) => `D7|2026-06-10|${offset}`)

describe('each reminder at its time', () => {
  test.each<[string, string[][]]>([
    ['2026-06-03 17:59', []],
    ['2026-06-03 18:00', [['-7', 'onTime']]],
    [
      '2026-06-07 18:00',
      [
        ['-7', 'tooLate'],
        ['-3', 'onTime'],
      ],
    ],
    [
      '2026-06-09 18:00',
      [
        ['-7', 'tooLate'],
        ['-3', 'tooLate'],
        ['-1', 'onTime'],
      ],
    ],
    [
      '2026-06-10 07:30',
      [
        ['-7', 'tooLate'],
        ['-3', 'tooLate'],
        ['-1', 'tooLate'],
        ['0', 'onTime'],
      ],
    ],
  ])('%s', (moment, expected) => {
    expect(due(desk7(), moment)).toEqual(expected)
  })

  test('a late one says so, a very late one is skipped, and none after the start', () => {
    const before = KEYS.slice(0, 2)
    expect(due(desk7(), '2026-06-09 18:10', before)).toEqual([['-1', 'onTime']])
    expect(due(desk7(), '2026-06-09 18:11', before)).toEqual([['-1', 'late']])
    expect(due(desk7(), '2026-06-10 07:00', before)).toEqual([['-1', 'late']])
    expect(due(desk7(), '2026-06-10 07:01', before)).toEqual([['-1', 'tooLate']])
    expect(due(desk7(), '2026-06-10 08:59', KEYS.slice(0, 3))).toEqual([['0', 'late']])
    expect(due(desk7(), '2026-06-10 09:00', KEYS.slice(0, 3))).toEqual([['0', 'tooLate']])
  })

  test('of two that are due together only the nearest is sent', () => {
    const rows = [
      { offset: 'a', daysBefore: 2, at: '18:00', lateForMinutes: 9999 },
      { offset: 'b', daysBefore: 1, at: '18:00', lateForMinutes: 9999 },
    ]
    const found = remindersDue(desk7().state(7), at('2026-06-09 20:00'), new Set(), rows)
    expect(found.map(({ offset, code, lateMinutes }) => [offset, code, lateMinutes])).toEqual([
      ['a', 'superseded', 1560],
      ['b', 'late', 120],
    ])
  })
})

describe('exactly once', () => {
  /** A machine that wakes at these moments, in this order, and keeps the keys of what it has done. */
  const wake = (moments: readonly string[]): string[] => {
    const kept = new Set<string>()
    const sent: string[] = []
    const desk = desk7()
    for (const moment of moments)
      for (const { key, code } of remindersDue(desk.state(7), at(moment), kept)) {
        kept.add(key)
        if (code === 'onTime' || code === 'late') sent.push(key)
      }
    return sent
  }
  const minutes = ['2026-06-03 18:00', '2026-06-07 18:00', '2026-06-09 18:00', '2026-06-10 07:30']

  test('awake all the time: four', () => {
    expect(wake(minutes)).toEqual(KEYS)
    expect(wake(minutes.flatMap((moment) => [moment, moment]))).toEqual(KEYS)
  })

  test('the clock jumps back and forth: still four, none twice', () => {
    expect(wake(['2026-06-03 18:00', '2026-06-01 09:00', '2026-06-03 18:00', ...minutes])).toEqual(KEYS)
    expect(wake(['2026-06-09 18:00', '2026-06-03 18:00', '2026-06-07 18:00', '2026-06-10 07:30'])).toEqual(
      KEYS.slice(2),
    )
  })

  test('dead from the 2nd to the 8th: the missed ones are not sent days late', () => {
    expect(wake(['2026-06-02 09:00', '2026-06-08 09:00', '2026-06-09 18:00', '2026-06-10 07:30'])).toEqual(
      KEYS.slice(1),
    )
    expect(wake(['2026-06-02 09:00', '2026-06-09 09:00', '2026-06-09 18:00', '2026-06-10 07:30'])).toEqual(
      KEYS.slice(2),
    )
  })

  test('the zone of the machine does not matter: the same instant, read elsewhere', () => {
    const state = desk7().state(7)
    const moment = at('2026-06-09 18:00')
    const elsewhere = Temporal.Instant.from('2026-06-09T10:00:00Z')
    expect(momentOf(elsewhere.epochMilliseconds).equals(moment)).toBe(true)
    expect(remindersDue(state, momentOf(elsewhere.epochMilliseconds), new Set(KEYS.slice(0, 2)))).toMatchObject([
      { offset: '-1', code: 'onTime' },
    ])
  })
})

describe('by the truth of the moment', () => {
  test('whoever is on duty now is reminded, and empty places are counted', () => {
    const desk = desk7()
    const now = at('2026-06-08 09:00')
    desk.take(done(askLeave(desk.book, { shiftNo: 7, personId: CHEN_JING, reason: '出差', now })), now)
    const find = () => remindersDue(desk.state(7), at('2026-06-09 18:00'), new Set(KEYS.slice(0, 2)))[0]
    expect(find()).toMatchObject({ personIds: [ZHANG_MIN], emptySeats: 1 })
    desk.take(done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, roster())), now)
    expect(find()).toMatchObject({ personIds: [WANG_FANG, ZHANG_MIN], emptySeats: 0 })
  })

  test('a moved reception is reminded of at its new times; those past already are not made up', () => {
    const desk = desk7()
    const now = at('2026-06-08 09:00')
    const input = { shiftNo: 7, to: { date: '2026-06-12' }, why: 'changed', now } as const
    desk.take(done(moveShift(desk.book, input, roster(), calendarOf())), now, SUN_LI)
    expect(
      remindersDue(desk.state(7), at('2026-06-08 09:01'), new Set(KEYS.slice(0, 2))).map(({ key, code }) => [
        key,
        code,
      ]),
    ).toEqual([['D7|2026-06-12|-7', 'tooLate']])
    expect(remindersDue(desk.state(7), at('2026-06-09 18:00'), new Set(['D7|2026-06-12|-7']))).toMatchObject([
      { key: 'D7|2026-06-12|-3', code: 'onTime' },
    ])
  })

  test('confirmed the day before: what was due before anybody could know is not sent late', () => {
    const desk = new Desk()
    const now = at('2026-06-08 09:00')
    draftInto(desk, [shift(7, '2026-06-10')], '2026-06', roster(), now)
    expect(remindersDue(desk.state(7), at('2026-06-08 10:00'), new Set())).toEqual([])
    desk.take({ facts: [{ type: 'staged', shiftNo: 7, stage: 'confirmed' }], affected: [], notes: [] }, now)
    expect(due(desk, '2026-06-08 10:00')).toEqual([
      ['-7', 'tooLate'],
      ['-3', 'beforeKnown'],
    ])
  })
})

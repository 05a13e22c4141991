import { describe, expect, test } from 'vitest'
import { raiseAlarm } from '../../../station/duty/attendance.js'
import { monthGaps } from '../../../station/duty/month-gap.js'
import { at, CHEN_JING, deskWith, done } from './stage.js'

describe('a month without reception', () => {
  const desk = () => deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING] })
  const gaps = (moment: string, held = desk()) => monthGaps(held.book, at(moment)).map(({ key }) => key)

  test('is flagged from the 20th of the month before', () => {
    expect(gaps('2026-06-19 23:59')).toEqual([])
    expect(gaps('2026-06-20 00:00')).toEqual(['nextMonth|2026-07'])
    expect(gaps('2026-05-20 09:00')).toEqual(['thisMonth|2026-05'])
    expect(gaps('2026-12-31 09:00')).toEqual(['thisMonth|2026-12', 'nextMonth|2027-01'])
  })

  test('also when one was planned and nobody came', () => {
    const empty = desk()
    const alarm = at('2026-06-10 09:20')
    empty.take(done(raiseAlarm(empty.book, 7, alarm)), alarm)
    expect(gaps('2026-06-20 09:00', empty)).toEqual(['thisMonth|2026-06', 'nextMonth|2026-07'])
  })
})

import { describe, expect, test } from 'vitest'
import { moveShift } from '../../../station/duty/move.js'
import { at, CHEN_JING, calendarOf, codeOf, deskWith, done, roster, ZHANG_MIN, ZHOU_NING } from './stage.js'

const june = () =>
  deskWith(
    { no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] },
    { no: 8, date: '2026-06-28', holders: [ZHOU_NING] },
  )

describe('moving', () => {
  const now = at('2026-06-02 09:00')
  const move = (to: { date?: string; startsAt?: string; place?: string }, moment = now) =>
    moveShift(june().book, { shiftNo: 7, to, why: 'changed', now: moment }, roster(), calendarOf())

  test('into the past, to nothing new, after it began', () => {
    expect(codeOf(move({ date: '2026-06-01' }))).toBe('dateInPast')
    expect(codeOf(move({ date: '2026-06-10' }))).toBe('sameTime')
    expect(codeOf(move({ date: '2026-06-12' }, at('2026-06-10 09:00')))).toBe('tooLate')
  })

  test('下沉: only the place changes', () => {
    expect(done(move({ place: '来凤街社区' })).facts[0]).toMatchObject({
      to: { date: '2026-06-10', place: '来凤街社区' },
    })
  })

  test('who cannot come on the new date is mentioned, not removed; its weight follows the day', () => {
    const away = roster({ leaves: [{ personId: CHEN_JING, from: '2026-06-13', until: '2026-06-13', reason: '会议' }] })
    const desk = june()
    const decision = desk.take(
      done(moveShift(desk.book, { shiftNo: 7, to: { date: '2026-06-13' }, why: 'changed', now }, away, calendarOf())),
      now,
    )
    expect(decision.notes).toEqual([{ code: 'cannotCome', personId: CHEN_JING, shiftNo: 7, bar: 'onLeave' }])
    expect(desk.holders(7)).toContain(CHEN_JING)
    expect(desk.state(7).shift.dayClass).toBe('weekend')
  })
})

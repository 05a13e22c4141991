import { describe, expect, test } from 'vitest'
import { announceRoster, isOutdated, noticeLine } from '../../../station/duty/announce.js'
import { moveShift } from '../../../station/duty/move.js'
import { sidesOf } from '../../../station/duty/sides.js'
import { at, CHEN_JING, calendarOf, codeOf, deskWith, done, roster, SUN_LI, ZHANG_MIN, ZHOU_NING } from './stage.js'

const june = () =>
  deskWith(
    { no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] },
    { no: 8, date: '2026-06-28', holders: [ZHOU_NING] },
  )
const announced = (moment: string) => {
  const desk = june()
  const decision = desk.take(done(announceRoster(desk.book, '2026-06', at(moment))), at(moment), SUN_LI)
  return { desk, decision }
}

describe('提前3天', () => {
  test('three days before is in time, later is announced and marked', () => {
    expect(announced('2026-06-07 23:00').decision.notes).toEqual([])
    expect(announced('2026-06-08 00:00').decision.notes).toEqual([
      { code: 'shortNotice', shiftNo: 7, daysAhead: 2, dueDays: 3 },
    ])
  })

  test('the notice says date, hours, place and names as they are', () => {
    const { desk } = announced('2026-06-01 09:00')
    expect(desk.state(7).notice).toEqual({
      shiftNo: 7,
      date: '2026-06-10',
      startsAt: '09:00',
      endsAt: '11:00',
      place: '秦淮医疗联络站',
      theme: null,
      personIds: [CHEN_JING, ZHANG_MIN],
    })
    expect(desk.state(7).stage).toBe('announced')
  })

  test('nothing new to announce; announced again after a change, and only that', () => {
    const { desk } = announced('2026-06-01 09:00')
    const now = at('2026-06-02 09:00')
    expect(codeOf(announceRoster(desk.book, '2026-06', now))).toBe('alreadyAnnounced')
    const moved = done(
      moveShift(
        desk.book,
        { shiftNo: 7, to: { date: '2026-06-11', place: '来凤街社区' }, why: 'changed', now },
        roster(),
        calendarOf(),
      ),
    )
    expect(moved.notes).toContainEqual({ code: 'noticeOutdated', shiftNo: 7 })
    desk.take(moved, now, SUN_LI)
    expect(isOutdated(desk.state(7))).toBe(true)
    expect(sidesOf(desk.book, desk.state(7))).toEqual(['postponed'])
    const again = desk.take(done(announceRoster(desk.book, '2026-06', now)), now, SUN_LI)
    expect(again.facts.map(({ type }) => type)).toEqual(['announced', 'staged'])
    expect(noticeLine(desk.state(7))).toMatchObject({ date: '2026-06-11', place: '来凤街社区' })
    expect(isOutdated(desk.state(7))).toBe(false)
    expect(sidesOf(desk.book, desk.state(7))).toEqual([])
  })

  test('a reception without anybody is announced with a warning', () => {
    const desk = deskWith({ no: 7, date: '2026-06-10', holders: [] })
    const decision = done(announceRoster(desk.book, '2026-06', at('2026-06-01 09:00')))
    expect(decision.notes).toEqual([{ code: 'nobodyOnDuty', shiftNo: 7 }])
  })
})

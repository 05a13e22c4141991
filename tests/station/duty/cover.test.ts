import { describe, expect, test } from 'vitest'
import { signIn } from '../../../station/duty/attendance.js'
import { askLeave, seekCover, takeCover } from '../../../station/duty/cover.js'
import { sidesOf } from '../../../station/duty/sides.js'
import { vacancies } from '../../../station/duty/vacancy.js'
import {
  at,
  CHEN_JING,
  codeOf,
  deskWith,
  done,
  leave,
  roster,
  SUN_LI,
  WANG_FANG,
  ZHANG_MIN,
  ZHAO_LEI,
  ZHOU_NING,
} from './stage.js'

const now = at('2026-06-05 10:00')
const desk7 = () => deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] })
const asks = (personId = CHEN_JING, reason = '出差', moment = now) => ({ shiftNo: 7, personId, reason, now: moment })

describe('请假', () => {
  test('frees the place at once, with the reason, and says how long there is to find somebody', () => {
    const desk = desk7()
    const decision = desk.take(done(askLeave(desk.book, asks())), now, CHEN_JING)
    expect(desk.holders(7)).toEqual([ZHANG_MIN])
    expect(decision.notes).toEqual([{ code: 'vacant', shiftNo: 7, seat: 0, daysLeft: 5 }])
    expect(decision.affected).toEqual([{ personId: CHEN_JING, shiftNo: 7, code: 'relieved' }])
    expect(desk.state(7).seats[0]?.history.at(-1)?.cause).toEqual({
      kind: 'leave',
      personId: CHEN_JING,
      reason: '出差',
    })
    expect(sidesOf(desk.book, desk.state(7))).toEqual(['awaitingCover'])
  })

  test('needs a reason, a duty, and a reception that is not over', () => {
    const desk = desk7()
    expect(codeOf(askLeave(desk.book, asks(CHEN_JING, '  ')))).toBe('reasonMissing')
    expect(codeOf(askLeave(desk.book, asks(WANG_FANG)))).toBe('notOnDuty')
    expect(codeOf(askLeave(desk.book, asks(CHEN_JING, '堵车', at('2026-06-10 11:00'))))).toBe('tooLate')
    expect(codeOf(askLeave(desk.book, { ...asks(), shiftNo: 99 }))).toBe('noSuchShift')
  })
})

describe('顶班', () => {
  test('the first who offers has it; the second finds nothing to cover', () => {
    const desk = desk7()
    desk.take(done(askLeave(desk.book, asks())), now, CHEN_JING)
    const decision = desk.take(
      done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, roster())),
      now,
      WANG_FANG,
    )
    expect(desk.holders(7)).toEqual([WANG_FANG, ZHANG_MIN])
    expect(decision.affected).toEqual([{ personId: WANG_FANG, shiftNo: 7, code: 'onDuty' }])
    expect(desk.state(7).seats[0]?.reason).toEqual({ basis: 'volunteered', insteadOfId: CHEN_JING })
    expect(codeOf(takeCover(desk.book, { shiftNo: 7, personId: ZHOU_NING, now }, roster()))).toBe('nothingToCover')
  })

  test('who is on leave, or already there, cannot', () => {
    const desk = desk7()
    desk.take(done(askLeave(desk.book, asks())), now, CHEN_JING)
    const away = roster({ leaves: [leave(WANG_FANG, '2026-06-10', '2026-06-10')] })
    expect(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, away)).toMatchObject({
      error: { bar: 'onLeave' },
    })
    expect(takeCover(desk.book, { shiftNo: 7, personId: ZHANG_MIN, now }, roster())).toMatchObject({
      error: { bar: 'sameShift' },
    })
  })

  test('on the day, for somebody who has not come; not for somebody who has', () => {
    const desk = desk7()
    const begun = at('2026-06-10 09:20')
    desk.take(
      done(signIn(desk.book, { shiftNo: 7, personId: ZHANG_MIN, now: at('2026-06-10 08:55') }, roster())),
      at('2026-06-10 08:55'),
    )
    expect(
      codeOf(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now: at('2026-06-10 08:59') }, roster())),
    ).toBe('nothingToCover')
    const decision = desk.take(
      done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now: begun }, roster())),
      begun,
      SUN_LI,
    )
    expect(desk.holders(7)).toEqual([WANG_FANG, ZHANG_MIN])
    expect(decision.affected).toContainEqual({ personId: CHEN_JING, shiftNo: 7, code: 'relieved' })
    expect(desk.state(7).seats[0]?.reason).toEqual({ basis: 'coveredOnTheDay', insteadOfId: CHEN_JING })
    expect(desk.state(7).seats[0]?.history.at(-1)?.byId).toBe(SUN_LI)
    expect(codeOf(takeCover(desk.book, { shiftNo: 7, personId: ZHOU_NING, now: begun }, roster()))).toBe('ok')
  })
})

describe('empty places', () => {
  test('go to the convenor on duty two days before, under a key that stays the same', () => {
    const desk = desk7()
    desk.take(done(askLeave(desk.book, asks())), now, CHEN_JING)
    const on = (moment: string) =>
      vacancies(desk.book, at(moment)).map(({ key, daysLeft, isEscalated }) => ({ key, daysLeft, isEscalated }))
    expect(on('2026-06-07 23:59')).toEqual([{ key: 'D7|0|2026-06-10', daysLeft: 3, isEscalated: false }])
    expect(on('2026-06-08 00:00')).toEqual([{ key: 'D7|0|2026-06-10', daysLeft: 2, isEscalated: true }])
    expect(on('2026-06-10 11:00')).toEqual([])
    expect(vacancies(desk.book, now)[0]?.since?.cause).toMatchObject({ kind: 'leave', reason: '出差' })
  })
})

describe('找人顶班', () => {
  const now = at('2026-06-01 10:00')
  const asked = () => {
    const desk = deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHOU_NING] })
    desk.take(done(seekCover(desk.book, { shiftNo: 7, personId: CHEN_JING, now })), now, CHEN_JING)
    return desk
  }

  test('the deputy keeps the place until somebody takes it, and then is told', () => {
    const desk = asked()
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHOU_NING])
    const decided = desk.take(done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, roster())), now)
    expect(desk.holders(7)).toEqual([WANG_FANG, ZHOU_NING])
    expect(decided.affected).toContainEqual({ personId: CHEN_JING, shiftNo: 7, code: 'relieved' })
    expect(desk.state(7).seats[0]).toMatchObject({ reason: { basis: 'volunteered', insteadOfId: CHEN_JING } })
  })

  test('nobody takes the place of somebody who did not ask, nor their own', () => {
    const desk = asked()
    desk.take(done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, roster())), now)
    expect(codeOf(takeCover(desk.book, { shiftNo: 7, personId: ZHAO_LEI, now }, roster()))).toBe('nothingToCover')
    expect(codeOf(takeCover(asked().book, { shiftNo: 7, personId: CHEN_JING, now }, roster()))).toBe('nothingToCover')
    expect(codeOf(seekCover(desk.book, { shiftNo: 7, personId: ZHAO_LEI, now }))).toBe('notOnDuty')
  })
})

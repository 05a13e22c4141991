import { describe, expect, test } from 'vitest'
import { signUp } from '../../../station/activity/sign-up.js'
import { askLeave, withdraw } from '../../../station/activity/withdraw.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, DEADLINE, MONDAY, START, Talk, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

const AFTER_DEADLINE = parseMoment('2026-11-27 08:00')

describe('withdrawing', () => {
  test('given 1 of 1 and two waiting, the first waiting moves up at once', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    talk.signUp(赵磊)
    const { code, promoted } = talk.withdraw(张敏)
    expect(code).toBe('withdrawn')
    expect(promoted.map(({ row, to }) => [row.person.name, to])).toEqual([['陈静', 'confirmed']])
    expect(talk.standings()).toBe('张敏 withdrawn, 陈静 confirmed, 赵磊 waiting')
  })

  test('coming back after withdrawing means the end of the line', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    talk.signUp(赵磊)
    talk.withdraw(张敏)
    expect(talk.signUp(张敏)).toMatchObject({ code: 'signedUp', standing: 'waiting', position: 2 })
    expect(talk.book.rows).toHaveLength(3)
  })

  test('one who only waits may go without moving anybody', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(talk.withdraw(陈静)).toMatchObject({ code: 'withdrawn', promoted: [] })
  })

  test('nothing to withdraw from is said, not invented', () => {
    expect(new Talk(capacityBook(1)).withdraw(张敏)).toMatchObject({ code: 'notSignedUp', row: { status: 'neverIn' } })
  })

  test('a withdrawal that overtook its sign-up still wins', () => {
    const first = withdraw(capacityBook(8), 张敏, { at: MONDAY, seq: 8 })
    if (!first.ok) throw new Error('refused')
    const late = signUp(first.value.book, 张敏, { at: MONDAY, seq: 7 })
    expect(late).toMatchObject({ ok: true, value: { code: 'stale', standing: 'neverIn' } })
  })

  test('a refusal of a 代报 puts nobody out of place', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(陈静, { by: 孙莉 })
    expect(talk.withdraw(陈静)).toMatchObject({ row: { status: 'declined' }, promoted: [] })
  })

  test('after the start attendance decides', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    const result = withdraw(talk.book, 张敏, { at: START, seq: 99 })
    expect(result).toMatchObject({ ok: false, error: { code: 'started' } })
  })
})

describe('leave (请假)', () => {
  test('after the deadline a withdrawal without a reason is asked for one, with a reason it is leave', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    const bare = withdraw(talk.book, 张敏, { at: AFTER_DEADLINE, seq: 50 })
    expect(bare).toMatchObject({ ok: false, error: { code: 'reasonNeeded', deadlineAt: DEADLINE } })
    const excused = withdraw(talk.book, 张敏, { at: AFTER_DEADLINE, seq: 51, reason: '出差' })
    expect(excused).toMatchObject({ ok: true, value: { code: 'leave', row: { leaveReason: '出差' } } })
    expect(excused.ok && excused.value.promoted.map((move) => move.row.person)).toEqual([陈静])
  })

  test('who waits needs no reason even after the deadline', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(withdraw(talk.book, 陈静, { at: AFTER_DEADLINE, seq: 50 })).toMatchObject({
      ok: true,
      value: { code: 'withdrawn' },
    })
  })

  test('before the deadline leave needs no reason; after the start it does, and promotes nobody', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(askLeave(talk.book, 张敏, { at: MONDAY.add({ hours: 1 }), seq: 50 })).toMatchObject({
      ok: true,
      value: { code: 'leave', row: { leaveReason: null } },
    })
    const late = askLeave(talk.book, 张敏, { at: START.add({ minutes: 5 }), seq: 51, reason: '门诊抢救' })
    expect(late).toMatchObject({ ok: true, value: { code: 'leave', promoted: [] } })
    expect(askLeave(talk.book, 张敏, { at: START, seq: 52 })).toMatchObject({ error: { code: 'reasonNeeded' } })
  })

  test('who only waits and says 请假 has simply withdrawn: there was no place to be excused from', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(askLeave(talk.book, 陈静, { ...talk.next(), reason: '出差' })).toMatchObject({
      value: { code: 'withdrawn', row: { status: 'withdrawn', leaveReason: null } },
    })
  })

  test('leave from something never signed up for is refused', () => {
    expect(askLeave(capacityBook(1), 赵磊, { at: MONDAY, seq: 1 })).toEqual({
      ok: false,
      error: { code: 'notSignedUp' },
    })
  })
})

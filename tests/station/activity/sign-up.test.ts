import { describe, expect, test } from 'vitest'
import { signUp } from '../../../station/activity/sign-up.js'
import { goingPersons, isFull, newBook } from '../../../station/activity/sign-up-book.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, DEADLINE, MONDAY, START, Talk, 周宁, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

describe('signing up', () => {
  test('given free places, the person is confirmed at once', () => {
    const talk = new Talk(capacityBook(8))
    const { code, standing, position } = talk.signUp(张敏)
    expect({ code, standing, position }).toEqual({ code: 'signedUp', standing: 'confirmed', position: null })
  })

  test('given 1 of 1 taken, the next two wait in order of arrival', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    expect(isFull(talk.book)).toBe(true)
    expect(talk.signUp(陈静)).toMatchObject({ standing: 'waiting', position: 1 })
    expect(talk.signUp(赵磊)).toMatchObject({ standing: 'waiting', position: 2 })
  })

  test('the same person twice is one row and keeps the place in the line', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(talk.signUp(陈静)).toMatchObject({ code: 'already', standing: 'waiting', position: 1 })
    expect(talk.signUp(张敏)).toMatchObject({ code: 'already', standing: 'confirmed' })
    expect(talk.book.rows).toHaveLength(2)
  })

  test('the same message delivered twice changes nothing', () => {
    const first = signUp(capacityBook(8), 张敏, { at: MONDAY, seq: 5 })
    if (!first.ok) throw new Error('refused')
    const second = signUp(first.value.book, 张敏, { at: MONDAY, seq: 5 })
    expect(second).toMatchObject({ ok: true, value: { code: 'stale', standing: 'confirmed' } })
  })

  test('companions take places: 带2人 with 2 places left waits whole and is not overtaken', () => {
    const talk = new Talk(capacityBook(3))
    talk.signUp(张敏)
    expect(talk.signUp(陈静, { companions: 2 })).toMatchObject({ standing: 'waiting', position: 1 })
    expect(talk.signUp(赵磊)).toMatchObject({ standing: 'waiting', position: 2 })
    expect(goingPersons(talk.book)).toBe(1)
  })

  test('asking for less while waiting keeps the place in the line and lets the next ones in too', () => {
    const talk = new Talk(capacityBook(3))
    talk.signUp(张敏)
    talk.signUp(陈静, { companions: 2 })
    talk.signUp(赵磊)
    const smaller = talk.signUp(陈静, { companions: 0 })
    expect(smaller).toMatchObject({ code: 'updated', standing: 'confirmed' })
    expect(smaller.promoted.map((move) => move.row.person)).toEqual([赵磊])
    expect(talk.standings()).toBe('张敏 confirmed, 陈静 confirmed, 赵磊 confirmed')
  })

  test('a confirmed person may bring more only into room nobody waits for', () => {
    const talk = new Talk(capacityBook(3))
    talk.signUp(张敏)
    expect(talk.signUp(张敏, { companions: 1 })).toMatchObject({ code: 'updated', standing: 'confirmed' })
    expect(talk.refusal(张敏, { companions: 3 })).toEqual({
      code: 'poolFull',
      pool: '到场',
      freePersons: 1,
      wantedPersons: 2,
    })
    talk.signUp(陈静, { companions: 1 })
    expect(talk.refusal(张敏, { companions: 2 })).toMatchObject({ code: 'poolFull', freePersons: 0 })
    expect(talk.standings()).toBe('张敏 confirmed, 陈静 waiting')
  })

  test.each([
    [{ companions: 4 }, { code: 'tooManyCompanions', companions: 4, maxCompanions: 3 }],
    [{ companions: -1 }, { code: 'companionsInvalid', companions: -1 }],
    [{ companions: 1.5 }, { code: 'companionsInvalid', companions: 1.5 }],
    [{ pool: '线上' }, { code: 'poolUnknown', pool: '线上', pools: ['到场'] }],
  ])('a wish that cannot be: %o', (wish, refusal) => {
    expect(new Talk(capacityBook(8, { maxCompanions: 3 })).refusal(张敏, wish)).toEqual(refusal)
  })

  test.each([
    ['notYetOpen', MONDAY, 'notYetOpen'],
    ['closed', MONDAY, 'closed'],
    ['cancelled', MONDAY, 'cancelled'],
    ['over', MONDAY, 'over'],
    ['open', DEADLINE.add({ seconds: 1 }), 'deadline'],
  ] as const)('an activity that is %s at %s refuses: %s', (accepting, at, because) => {
    const result = signUp(capacityBook(8, { accepting }), 张敏, { at, seq: 1 })
    expect(result).toMatchObject({ ok: false, error: { code: 'closed', because } })
  })

  test('the last second of the deadline still counts, and the start ends it when there is no deadline', () => {
    expect(signUp(capacityBook(8), 张敏, { at: DEADLINE, seq: 1 })).toMatchObject({ ok: true })
    const open = newBook({ startsAt: START })
    expect(signUp(open, 张敏, { at: START, seq: 1 })).toMatchObject({
      ok: false,
      error: { code: 'closed', because: 'started' },
    })
  })

  test('after the deadline somebody already in is told so, not that it is closed', () => {
    const talk = new Talk(capacityBook(8))
    talk.signUp(张敏)
    talk.now = parseMoment('2026-11-27 08:00')
    expect(talk.signUp(张敏)).toMatchObject({ code: 'already', standing: 'confirmed' })
    expect(talk.refusal(张敏, { companions: 1 })).toMatchObject({ code: 'closed', because: 'deadline' })
  })
})

describe('duties', () => {
  const court = capacityBook(8, {
    roles: ['审判长', '原告', '被告', '公诉人', '书记员'].map((name) => ({ name, limitPersons: 1 })),
  })

  test('the first who names a duty has it; the next is told who and what is left', () => {
    const talk = new Talk(court)
    expect(talk.signUp(周宁, { role: '审判长' }).row.role).toBe('审判长')
    expect(talk.refusal(张敏, { role: '审判长' })).toEqual({
      code: 'roleTaken',
      role: '审判长',
      holders: [周宁],
      rolesLeft: ['原告', '被告', '公诉人', '书记员'].map((name) => ({ name, leftPersons: 1 })),
    })
  })

  test('a duty that is not in the list is refused with the list', () => {
    expect(new Talk(court).refusal(周宁, { role: '陪审员' })).toMatchObject({ code: 'roleUnknown', role: '陪审员' })
  })

  test('without a list any words are a duty (分工)', () => {
    expect(new Talk(capacityBook(8)).signUp(张敏, { role: '中医药讲解' }).row.role).toBe('中医药讲解')
  })

  test('a duty wished for while waiting may be gone at promotion: the place is given, the duty is not', () => {
    const talk = new Talk(capacityBook(2, { roles: [{ name: '主讲', limitPersons: 1 }] }))
    talk.signUp(张敏)
    talk.signUp(陈静)
    talk.signUp(赵磊, { role: '主讲' })
    talk.signUp(张敏, { role: '主讲' })
    const [moved] = talk.withdraw(陈静).promoted
    expect(moved).toMatchObject({ to: 'confirmed', roleLost: '主讲', row: { person: 赵磊, role: null } })
  })
})

describe('prerequisites, guests, 代报, mixed places', () => {
  test('需核名: the name waits for clearance and holds its place', () => {
    const talk = new Talk(capacityBook(1, { needsApproval: true }))
    expect(talk.signUp(张敏)).toMatchObject({ standing: 'pendingApproval' })
    expect(talk.signUp(陈静)).toMatchObject({ standing: 'waiting', position: 1 })
    expect(goingPersons(talk.book)).toBe(0)
  })

  test('a guest of another station is flagged with it', () => {
    expect(new Talk(capacityBook(8)).signUp(周宁, { guestOf: '秦淮法律' }).row.guestOf).toBe('秦淮法律')
  })

  test('代报 holds no place, and the own word later decides the place in the line', () => {
    const talk = new Talk(capacityBook(1))
    expect(talk.signUp(陈静, { by: 孙莉 })).toMatchObject({ standing: 'pendingConsent', row: { by: 孙莉 } })
    expect(talk.signUp(张敏)).toMatchObject({ standing: 'confirmed' })
    expect(talk.signUp(陈静)).toMatchObject({ code: 'updated', standing: 'waiting', position: 1 })
  })

  test('nobody changes the row of a person who is already in by typing for them', () => {
    const talk = new Talk(capacityBook(8))
    talk.signUp(张敏)
    expect(talk.signUp(张敏, { by: 孙莉, companions: 5 })).toMatchObject({ code: 'already', row: { companions: 0 } })
  })

  test('an own word that arrives after a later 代报 still counts', () => {
    const proxy = signUp(capacityBook(8), 张敏, { at: MONDAY, seq: 6, by: 孙莉 })
    if (!proxy.ok) throw new Error('refused')
    expect(signUp(proxy.value.book, 张敏, { at: MONDAY, seq: 5 })).toMatchObject({
      ok: true,
      value: { standing: 'confirmed' },
    })
  })

  test('线下1人，线上不限: full on site does not close the online places', () => {
    const pools = [
      { key: '线下', capacityPersons: 1 },
      { key: '线上', capacityPersons: null },
    ]
    const talk = new Talk(newBook({ startsAt: START, pools }))
    talk.signUp(张敏)
    expect(talk.signUp(陈静)).toMatchObject({ standing: 'waiting', position: 1 })
    expect(talk.signUp(赵磊, { pool: '线上' })).toMatchObject({ standing: 'confirmed' })
    expect(talk.signUp(陈静, { pool: '线上' })).toMatchObject({ code: 'updated', standing: 'confirmed' })
    expect(talk.refusal(赵磊, { pool: '线下' })).toMatchObject({ code: 'poolFull', pool: '线下' })
    expect(talk.signUp(张敏, { pool: '线上' })).toMatchObject({ code: 'updated', standing: 'confirmed' })
    expect(talk.signUp(赵磊, { pool: '线下' })).toMatchObject({ code: 'updated', standing: 'confirmed' })
    expect(isFull(talk.book)).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { decideName } from '../../../station/activity/approval.js'
import { changeCapacity } from '../../../station/activity/capacity.js'
import { settle } from '../../../station/activity/promotion.js'
import type { SignUpBook } from '../../../station/activity/sign-up-book.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, Talk, 周宁, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

/** 张敏 in, 陈静 and 赵磊 waiting, one place, freed places are offered for 12 hours. */
const offering = (rest: Partial<SignUpBook> = {}): Talk => {
  const talk = new Talk(capacityBook(1, { promotion: 'offer', ...rest }))
  for (const who of [张敏, 陈静, 赵磊]) talk.signUp(who)
  return talk
}

describe('a freed place is offered (promotion: offer)', () => {
  test('to the first in line for 12 hours, and is held meanwhile', () => {
    const talk = offering()
    const { promoted } = talk.withdraw(张敏)
    expect(promoted).toMatchObject([{ to: 'offered', row: { person: 陈静 } }])
    expect(promoted[0]?.row.answerBy?.equals(talk.now.add({ hours: 12 }))).toBe(true)
    expect(talk.signUp(周宁)).toMatchObject({ standing: 'waiting', position: 2 })
  })

  test('yes confirms; so does a plain sign-up', () => {
    const talk = offering()
    talk.withdraw(张敏)
    const yes = answerQuestion(talk.book, 陈静, 'yes', talk.next())
    expect(yes).toMatchObject({ ok: true, value: { code: 'accepted', row: { status: 'confirmed', answerBy: null } } })
    expect(talk.signUp(陈静)).toMatchObject({ code: 'updated', standing: 'confirmed' })
  })

  test('no hands it to the next in the same step', () => {
    const talk = offering()
    talk.withdraw(张敏)
    const no = answerQuestion(talk.book, 陈静, 'no', talk.next())
    expect(no.ok && no.value.promoted).toMatchObject([{ to: 'offered', row: { person: 赵磊 } }])
  })

  test('silence for 12 hours hands it to the next, and a late yes is told so', () => {
    const talk = offering()
    talk.withdraw(张敏)
    talk.later(12)
    const settled = settle(talk.book, talk.now)
    expect(settled.lapsed).toMatchObject([{ because: 'offerExpired', row: { person: 陈静, status: 'lapsed' } }])
    expect(settled.promoted).toMatchObject([{ to: 'offered', row: { person: 赵磊 } }])
    expect(answerQuestion(settled.book, 陈静, 'yes', talk.next())).toMatchObject({ error: { code: 'tooLate' } })
  })

  test('a yes just after the time is too late even when the clock has not ticked yet', () => {
    const talk = offering()
    talk.withdraw(张敏)
    talk.later(13)
    expect(answerQuestion(talk.book, 陈静, 'yes', talk.next())).toMatchObject({ error: { code: 'tooLate' } })
  })

  test('no offer outlives the start of the activity, and none is made after it', () => {
    const talk = offering({ deadlineAt: null })
    talk.now = parseMoment('2026-11-28 03:00')
    const { promoted } = talk.withdraw(张敏)
    expect(promoted[0]?.row.answerBy?.equals(talk.book.startsAt)).toBe(true)
    const after = settle(talk.book, talk.book.startsAt)
    expect(after.lapsed).toHaveLength(1)
    expect(after.promoted).toEqual([])
  })

  test('who signs up while places are free is confirmed, not offered', () => {
    expect(new Talk(capacityBook(2, { promotion: 'offer' })).signUp(张敏)).toMatchObject({ standing: 'confirmed' })
  })
})

describe('answers', () => {
  test('同意 to a 代报 joins the line with that very word', () => {
    const talk = new Talk(capacityBook(1))
    talk.signUp(陈静, { by: 孙莉 })
    talk.signUp(张敏)
    expect(answerQuestion(talk.book, 陈静, 'yes', talk.next())).toMatchObject({
      ok: true,
      value: { code: 'accepted', row: { status: 'waiting' } },
    })
  })

  test('an answer where nothing was asked is refused, a repeated one is recognised', () => {
    const talk = new Talk(capacityBook(2))
    talk.signUp(陈静, { by: 孙莉 })
    expect(answerQuestion(talk.book, 张敏, 'yes', talk.next())).toMatchObject({ error: { code: 'nothingAsked' } })
    const word = talk.next()
    const yes = answerQuestion(talk.book, 陈静, 'yes', word)
    if (!yes.ok) throw new Error('refused')
    expect(answerQuestion(yes.value.book, 陈静, 'yes', word)).toMatchObject({ value: { code: 'stale' } })
    expect(answerQuestion(yes.value.book, 陈静, 'yes', talk.next())).toMatchObject({ error: { code: 'nothingAsked' } })
  })
})

describe('names cleared by an outside organ (核名)', () => {
  test('approved is confirmed; refused frees the place for the next, who is to be cleared in turn', () => {
    const talk = new Talk(capacityBook(1, { needsApproval: true }))
    talk.signUp(张敏)
    talk.signUp(陈静)
    expect(decideName(talk.book, 张敏.id, 'approved', talk.now)).toMatchObject({
      value: { code: 'approved', row: { status: 'confirmed' } },
    })
    const refused = decideName(talk.book, 张敏.id, 'refused', talk.now)
    expect(refused).toMatchObject({ value: { code: 'refused' } })
    expect(refused.ok && refused.value.promoted).toMatchObject([{ to: 'pendingApproval', row: { person: 陈静 } }])
    expect(decideName(talk.book, 陈静.id, 'approved', talk.now)).toMatchObject({ error: { code: 'notPending' } })
  })

  test('told twice is told once', () => {
    const talk = new Talk(capacityBook(1, { needsApproval: true }))
    talk.signUp(张敏)
    const once = decideName(talk.book, 张敏.id, 'approved', talk.now)
    if (!once.ok) throw new Error('refused')
    expect(decideName(once.value.book, 张敏.id, 'approved', talk.now)).toMatchObject({ value: { code: 'already' } })
  })
})

describe('a change of capacity', () => {
  const full = (): Talk => {
    const talk = new Talk(capacityBook(2))
    for (const who of [张敏, 陈静, 赵磊, 周宁]) talk.signUp(who)
    return talk
  }
  const to = (talk: Talk, capacityPersons: number | null, moveLastToWaiting = false) =>
    changeCapacity(talk.book, { pool: '到场', capacityPersons, at: talk.now, moveLastToWaiting })

  test('growing moves the line up in order', () => {
    const grown = to(full(), 3)
    expect(grown.ok && grown.value.promoted.map((move) => move.row.person)).toEqual([赵磊])
    const unlimited = to(full(), null)
    expect(unlimited.ok && unlimited.value.promoted.map((move) => move.row.person)).toEqual([赵磊, 周宁])
  })

  test('shrinking below what is held is refused with the last names, and nothing changes', () => {
    expect(to(full(), 1)).toMatchObject({
      ok: false,
      error: { code: 'overbooked', heldPersons: 2, capacityPersons: 1, last: [{ person: 陈静 }] },
    })
  })

  test('on the convenor’s word the last ones go back to the head of the line and are named', () => {
    const shrunk = to(full(), 1, true)
    if (!shrunk.ok) throw new Error('refused')
    expect(shrunk.value.movedToWaiting).toMatchObject([{ person: 陈静, status: 'waiting' }])
    expect(shrunk.value.book.rows.map((row) => `${row.person.name} ${row.status}`)).toEqual([
      '张敏 confirmed',
      '陈静 waiting',
      '赵磊 waiting',
      '周宁 waiting',
    ])
  })

  test.each([0, -1, 2.5])('%s places are refused', (capacityPersons) => {
    expect(to(full(), capacityPersons)).toEqual({ ok: false, error: { code: 'capacityInvalid', capacityPersons } })
  })

  test('an unknown kind of place is refused, the same number changes nothing', () => {
    const talk = full()
    expect(changeCapacity(talk.book, { pool: '线上', capacityPersons: 3, at: talk.now })).toMatchObject({
      error: { code: 'poolUnknown', pools: ['到场'] },
    })
    expect(to(talk, 2)).toMatchObject({ value: { code: 'unchanged', promoted: [] } })
  })
})

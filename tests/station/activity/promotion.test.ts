import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { settle } from '../../../station/activity/promotion.js'
import type { SignUpBook } from '../../../station/activity/sign-up-book.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, Talk, 周宁, 张敏, 赵磊, 陈静 } from './stage.js'

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

import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { cancelSignUps, reschedule } from '../../../station/activity/change.js'
import { settle } from '../../../station/activity/promotion.js'
import { goingPersons, type SignUpBook } from '../../../station/activity/sign-up-book.js'
import { askLeave } from '../../../station/activity/withdraw.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, START, Talk, 周宁, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

const NEW_START = parseMoment('2026-12-05 09:00')

const full = (rest: Partial<SignUpBook> = {}): Talk => {
  const talk = new Talk(capacityBook(2, rest))
  for (const who of [张敏, 陈静, 赵磊]) talk.signUp(who)
  talk.signUp(周宁, { by: 孙莉 })
  return talk
}

const moved = (talk: Talk) => {
  const result = reschedule(talk.book, { newStartsAt: NEW_START, at: talk.now })
  if (!result.ok) throw new Error(result.error.code)
  talk.book = result.value.book
  return result.value
}

describe('改期', () => {
  test('all who held a place are asked again and nobody is going; the others are told', () => {
    const talk = full()
    const { asked, told, answerBy } = moved(talk)
    expect(asked.map((row) => row.person)).toEqual([张敏, 陈静])
    expect(told.map((row) => row.person)).toEqual([赵磊, 周宁])
    expect(goingPersons(talk.book)).toBe(0)
    expect(answerBy.equals(talk.now.add({ hours: 48 }))).toBe(true)
  })

  test('yes is going again, no gives the place to the next, silence lets it lapse', () => {
    const talk = full()
    moved(talk)
    expect(talk.signUp(张敏)).toMatchObject({ code: 'updated', standing: 'confirmed' })
    const no = answerQuestion(talk.book, 陈静, 'no', talk.next())
    expect(no.ok && no.value.promoted).toMatchObject([{ to: 'confirmed', row: { person: 赵磊 } }])

    const silent = settle(talk.book, talk.now.add({ hours: 48 }))
    expect(silent.lapsed).toMatchObject([{ because: 'notReconfirmed', row: { person: 陈静 } }])
    expect(silent.promoted).toMatchObject([{ row: { person: 赵磊 } }])
    expect(goingPersons(silent.book)).toBe(2)
  })

  test('who was on leave from the old date hears of the new one', () => {
    const talk = full()
    const leave = askLeave(talk.book, 陈静, { ...talk.next(), reason: '出差' })
    if (!leave.ok) throw new Error('refused')
    talk.book = leave.value.book
    expect(moved(talk).told.map((row) => row.person)).toEqual([陈静, 周宁])
  })

  test('the deadline keeps its distance to the start', () => {
    const talk = full()
    moved(talk)
    expect(talk.book.deadlineAt?.equals(parseMoment('2026-12-03 18:00'))).toBe(true)
  })

  test.each([
    ['2026-12-03 23:59', '2026-12-06 15:00', '2026-12-04 23:59'],
    ['2026-12-05 07:00', '2026-12-06 15:00', '2026-12-06 13:00'],
    ['2026-12-01 18:00', '2026-12-04 14:00', '2026-11-30 18:00'],
  ])('a deadline of %s for 5 December 9:00, moved to %s, is %s', (deadline, start, shifted) => {
    const talk = full()
    const book = { ...talk.book, startsAt: parseMoment('2026-12-05 09:00'), deadlineAt: parseMoment(deadline) }
    const result = reschedule(book, { newStartsAt: parseMoment(start), at: parseMoment('2026-11-23 09:00') })
    expect(result.ok && result.value.book.deadlineAt?.equals(parseMoment(shifted))).toBe(true)
  })

  test('a deadline that would already be over gives way to the new start', () => {
    const talk = full()
    talk.now = parseMoment('2026-11-27 09:00')
    const tomorrow = parseMoment('2026-11-28 15:00')
    const result = reschedule(talk.book, { newStartsAt: tomorrow, at: talk.now })
    expect(result.ok && result.value.book.deadlineAt?.equals(tomorrow)).toBe(true)
    expect(result.ok && result.value.answerBy.equals(tomorrow)).toBe(true)
  })

  test('names cleared for the old date are cleared again for the new one', () => {
    const talk = full({ needsApproval: true })
    moved(talk)
    expect(answerQuestion(talk.book, 张敏, 'yes', talk.next())).toMatchObject({
      value: { row: { status: 'pendingApproval' } },
    })
  })

  test.each([
    [START, 'sameTime'],
    [parseMoment('2026-11-01 09:00'), 'inPast'],
  ])('%s is refused as %s', (newStartsAt, code) => {
    const talk = full()
    expect(reschedule(talk.book, { newStartsAt, at: talk.now })).toMatchObject({ error: { code } })
  })
})

describe('取消', () => {
  test('tells everybody in line, and moves nobody up any more', () => {
    const talk = full()
    const { book, told } = cancelSignUps(talk.book)
    expect(told.map((row) => row.person)).toEqual([张敏, 陈静, 赵磊, 周宁])
    talk.book = book
    expect(talk.withdraw(张敏).promoted).toEqual([])
    expect(talk.refusal(孙莉)).toMatchObject({ code: 'closed', because: 'cancelled' })
    expect(reschedule(book, { newStartsAt: NEW_START, at: talk.now })).toMatchObject({ error: { code: 'cancelled' } })
  })

  test('a question open before the cancellation can no longer be said yes to', () => {
    const talk = full()
    moved(talk)
    talk.book = cancelSignUps(talk.book).book
    expect(talk.refusal(张敏)).toMatchObject({ code: 'closed', because: 'cancelled' })
  })
})

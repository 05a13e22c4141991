import { describe, expect, test } from 'vitest'
import { type AttendanceSheet, type CheckIn, checkIn, strikeCheckIn } from '../../../station/activity/attendance.js'
import type { SignUpBook } from '../../../station/activity/sign-up-book.js'
import { quorum, turnoutOf } from '../../../station/activity/turnout.js'
import { askLeave } from '../../../station/activity/withdraw.js'
import { type Moment, parseMoment } from '../../../station/time/civil.js'
import { capacityBook, START, Talk, 周宁, 孙莉, 张敏, 赵磊, 陈静 } from './stage.js'

const END = parseMoment('2026-11-28 11:00')
const sheet: AttendanceSheet = { startsAt: START, endsAt: END, siteCode: '3158', rows: [] }
const at = (text: string): Moment => parseMoment(`2026-11-28 ${text}`)

const signedUp = (): Talk => {
  const talk = new Talk(capacityBook(3))
  for (const who of [张敏, 陈静, 赵磊, 周宁]) talk.signUp(who)
  return talk
}

const present = (book: SignUpBook, ...words: [typeof 张敏, CheckIn][]): AttendanceSheet =>
  words.reduce((current, [who, input]) => {
    const result = checkIn(current, book, who, input)
    if (!result.ok) throw new Error(result.error.code)
    return result.value.sheet
  }, sheet)

describe('check-in', () => {
  test.each([
    ['08:29', 'tooEarly'],
    ['08:30', 'on time'],
    ['09:10', 'on time'],
    ['09:11', 'late'],
    ['12:00', 'late'],
    ['12:01', 'tooLate'],
  ])('at %s is %s (window: start −30 min to end +60 min)', (time, meaning) => {
    const result = checkIn(sheet, signedUp().book, 张敏, { at: at(time), way: 'self' })
    const got = result.ok ? (result.value.row.late ? 'late' : 'on time') : result.error.code
    expect(got).toBe(meaning)
  })

  test('the liaison officer may hand in a list after the window; late only if said so', () => {
    const { book } = signedUp()
    expect(checkIn(sheet, book, 张敏, { at: at('18:00'), way: 'list' })).toMatchObject({
      value: { row: { late: false } },
    })
    expect(checkIn(sheet, book, 张敏, { at: at('18:00'), way: 'list', late: true })).toMatchObject({
      value: { row: { late: true } },
    })
    expect(checkIn(sheet, book, 张敏, { at: at('08:00'), way: 'list' })).toMatchObject({ error: { code: 'tooEarly' } })
  })

  test('the code shown on site must match', () => {
    const { book } = signedUp()
    expect(checkIn(sheet, book, 张敏, { at: at('09:00'), way: 'code', code: ' 3158 ' })).toMatchObject({ ok: true })
    expect(checkIn(sheet, book, 张敏, { at: at('09:00'), way: 'code', code: '3159' })).toMatchObject({
      error: { code: 'wrongCode' },
    })
    const without = { ...sheet, siteCode: null }
    expect(checkIn(without, book, 张敏, { at: at('09:00'), way: 'code', code: '' })).toMatchObject({
      error: { code: 'wrongCode' },
    })
  })

  test('a second check-in changes nothing', () => {
    const { book } = signedUp()
    const once = present(book, [张敏, { at: at('08:50'), way: 'self' }])
    expect(checkIn(once, book, 张敏, { at: at('09:30'), way: 'list' })).toMatchObject({
      value: { code: 'already', sheet: once, row: { late: false, way: 'self' } },
    })
  })

  test('现场: without a sign-up, or from the waiting list, is allowed and marked', () => {
    const { book } = signedUp()
    expect(checkIn(sheet, book, 孙莉, { at: at('09:00'), way: 'self' })).toMatchObject({
      value: { row: { walkIn: true } },
    })
    expect(checkIn(sheet, book, 周宁, { at: at('09:00'), way: 'self' })).toMatchObject({
      value: { row: { walkIn: true } },
    })
    expect(checkIn(sheet, book, 张敏, { at: at('09:00'), way: 'self' })).toMatchObject({
      value: { row: { walkIn: false, pool: '到场' } },
    })
  })

  test('a cancelled activity takes no check-in', () => {
    const cancelled = { ...signedUp().book, accepting: 'cancelled' as const }
    expect(checkIn(sheet, cancelled, 张敏, { at: at('09:00'), way: 'self' })).toMatchObject({
      error: { code: 'cancelled' },
    })
  })

  test('a mistaken check-in can be struck, once', () => {
    const { book } = signedUp()
    const once = present(book, [张敏, { at: at('08:50'), way: 'self' }])
    const struck = strikeCheckIn(once, 张敏.id)
    expect(struck).toMatchObject({ ok: true, value: { sheet: { rows: [] } } })
    expect(strikeCheckIn(sheet, 张敏.id)).toEqual({ ok: false, error: { code: 'notCheckedIn' } })
  })
})

describe('turnout', () => {
  test('报名3：签到1，请假1，未到1；现场1 is present but was not expected', () => {
    const talk = signedUp()
    talk.withdraw(周宁)
    const leave = askLeave(talk.book, 陈静, { ...talk.next(), reason: '出差' })
    if (!leave.ok) throw new Error('refused')
    const filled = present(
      leave.value.book,
      [张敏, { at: at('09:20'), way: 'self' }],
      [孙莉, { at: at('09:00'), way: 'list' }],
    )
    const turnout = turnoutOf(leave.value.book, filled)
    expect(turnout.expected).toEqual([张敏, 赵磊, 陈静])
    expect(turnout.present).toEqual([张敏, 孙莉])
    expect(turnout.onLeave).toEqual([{ person: 陈静, reason: '出差' }])
    expect(turnout.absent).toEqual([赵磊])
    expect(turnout.late).toEqual([张敏])
    expect(turnout.walkIns).toEqual([孙莉])
  })

  test('expected splits exactly into present, on leave and absent', () => {
    const talk = signedUp()
    const leave = askLeave(talk.book, 陈静, { ...talk.next(), reason: '出差' })
    if (!leave.ok) throw new Error('refused')
    const came = present(leave.value.book, [陈静, { at: at('09:00'), way: 'self' }])
    const turnout = turnoutOf(leave.value.book, came)
    const expectedHere = turnout.present.filter((who) => turnout.expected.includes(who)).length
    expect(expectedHere + turnout.onLeave.length + turnout.absent.length).toBe(turnout.expected.length)
    expect(turnout.onLeave).toEqual([])
  })

  test('present by place, companions of those who came, and a quorum of people in the room', () => {
    const talk = new Talk(capacityBook(8))
    talk.signUp(张敏, { companions: 2 })
    talk.signUp(陈静, { companions: 1 })
    const filled = present(
      talk.book,
      [张敏, { at: at('09:00'), way: 'self' }],
      [赵磊, { at: at('09:00'), way: 'self', pool: '线上' }],
    )
    const turnout = turnoutOf(talk.book, filled)
    expect([...turnout.presentByPool]).toEqual([
      ['到场', 1],
      ['线上', 1],
    ])
    expect(turnout.companionsPersons).toBe(2)
    expect(quorum(turnout, 3)).toEqual({ met: false, missingPersons: 1 })
    expect(quorum(turnout, 2)).toEqual({ met: true, missingPersons: 0 })
  })
})

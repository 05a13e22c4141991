import { describe, expect, test } from 'vitest'
import { answerQuestion } from '../../../station/activity/answer.js'
import { reschedule } from '../../../station/activity/change.js'
import { concernedBy, type Remindable, remindersDue, remindersOf } from '../../../station/activity/reminders.js'
import { ALL_ACTIVITY_STATES } from '../../../station/activity/states.js'
import { parseMoment } from '../../../station/time/civil.js'
import { capacityBook, Talk, 周宁, 张敏, 赵磊, 陈静 } from './stage.js'

const h12: Remindable = {
  activityId: 12,
  state: 'open',
  startsAt: parseMoment('2026-11-28 09:00'),
  notifiedAt: parseMoment('2026-11-20 09:00'),
}
const none = new Set<string>()
const wall = (activity: Remindable): string[] =>
  remindersOf(activity).map(
    ({ offset, at }) => `${offset} ${at.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
  )

describe('when people are reminded', () => {
  test('three days, one day and two hours before', () => {
    expect(wall(h12)).toEqual(['3d 2026-11-25T09:00', '1d 2026-11-27T09:00', '2h 2026-11-28T07:00'])
  })

  test('a notice given yesterday is not repeated as a reminder of three days', () => {
    expect(wall({ ...h12, notifiedAt: parseMoment('2026-11-26 10:00') })).toEqual([
      '1d 2026-11-27T09:00',
      '2h 2026-11-28T07:00',
    ])
  })

  test.each(ALL_ACTIVITY_STATES)('in the state %s only those still to come are reminded of', (state) => {
    const reminded = ['notified', 'open', 'full', 'closed', 'checkingIn'].includes(state)
    expect(remindersOf({ ...h12, state }).length).toBe(reminded ? 3 : 0)
  })

  test('nothing is due a minute early, the first exactly on time, once', () => {
    expect(remindersDue(h12, parseMoment('2026-11-25 08:59'), none)).toEqual({ send: null, skip: [] })
    const due = remindersDue(h12, parseMoment('2026-11-25 09:00'), none)
    expect(due.send?.offset).toBe('3d')
    expect(remindersDue(h12, parseMoment('2026-11-25 09:00'), new Set([due.send?.key ?? ''])).send).toBeNull()
  })

  test('a bot that was away sends the newest only and writes the older ones off', () => {
    const due = remindersDue(h12, parseMoment('2026-11-28 07:30'), none)
    expect(due.send?.offset).toBe('2h')
    expect(due.skip.map(({ offset }) => offset)).toEqual(['3d', '1d'])
  })

  test('after the start nobody is reminded of it', () => {
    const due = remindersDue(h12, parseMoment('2026-11-28 09:00'), none)
    expect(due.send).toBeNull()
    expect(due.skip).toHaveLength(3)
  })

  test('a new date arms all three again; the same date never twice', () => {
    const keys = new Set(remindersOf(h12).map(({ key }) => key))
    const moved = { ...h12, startsAt: parseMoment('2026-12-05 09:00') }
    expect(remindersOf(moved).filter(({ key }) => keys.has(key))).toEqual([])
    expect(remindersOf({ ...h12, state: 'full' }).every(({ key }) => keys.has(key))).toBe(true)
    expect([...keys][0]).toBe('H:12:2026-11-28T01:00:00Z:3d')
  })
})

test('concerned are who is coming, who was asked about the new date, who holds an offer — nobody else', () => {
  const talk = new Talk(capacityBook(2))
  for (const who of [张敏, 陈静, 赵磊]) talk.signUp(who)
  expect(concernedBy(talk.book).going.map((row) => row.person)).toEqual([张敏, 陈静])

  const moved = reschedule(talk.book, { newStartsAt: parseMoment('2026-12-05 09:00'), at: talk.now })
  if (!moved.ok) throw new Error('refused')
  const yes = answerQuestion(moved.value.book, 张敏, 'yes', talk.next())
  if (!yes.ok) throw new Error('refused')
  const concerned = concernedBy(yes.value.book)
  expect(concerned.going.map((row) => row.person)).toEqual([张敏])
  expect(concerned.toReconfirm.map((row) => row.person)).toEqual([陈静])

  const offering = new Talk(capacityBook(1, { promotion: 'offer' }))
  for (const who of [张敏, 周宁]) offering.signUp(who)
  offering.withdraw(张敏)
  expect(concernedBy(offering.book).offered.map((row) => row.person)).toEqual([周宁])
})

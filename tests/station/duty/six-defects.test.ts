import { describe, expect, test } from 'vitest'
import { adjustSeat } from '../../../station/duty/adjust.js'
import { announceRoster, isOutdated, noticeLine } from '../../../station/duty/announce.js'
import { assignmentsAt } from '../../../station/duty/assignments-at.js'
import { askLeave, takeCover } from '../../../station/duty/cover.js'
import { moveShift } from '../../../station/duty/move.js'
import { remindersDue } from '../../../station/duty/reminders.js'
import { deputyLeft } from '../../../station/duty/roster-change.js'
import { agreeSwap, askSwap } from '../../../station/duty/swap.js'
import {
  at,
  CHEN_JING,
  calendarOf,
  codeOf,
  type Desk,
  deputy,
  deskWith,
  done,
  draftInto,
  roster,
  SIX,
  SUN_LI,
  shift,
  WANG_FANG,
  ZHANG_MIN,
  ZHAO_LEI,
  ZHOU_NING,
} from './stage.js'

/** What other rota systems were seen to get wrong. */

const now = at('2026-06-01 10:00')
const june = () =>
  deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING] }, { no: 8, date: '2026-06-28', holders: [ZHOU_NING] })
const swap = (desk: Desk): void => {
  const legs = [
    { shiftNo: 7, seat: 0, fromId: CHEN_JING, toId: ZHOU_NING },
    { shiftNo: 8, seat: 0, fromId: ZHOU_NING, toId: CHEN_JING },
  ] as const
  desk.take(done(askSwap(desk.book, { swapId: 'S1', legs, askedById: CHEN_JING, now }, roster())), now, CHEN_JING)
  const agreed = agreeSwap(desk.book, { swapId: 'S1', personId: ZHOU_NING, byId: ZHOU_NING, now }, roster())
  desk.take(done(agreed), now, ZHOU_NING)
}
const move = (desk: Desk, shiftNo: number, date: string) =>
  desk.take(
    done(moveShift(desk.book, { shiftNo, to: { date }, why: 'holiday', now }, roster(), calendarOf())),
    now,
    SUN_LI,
  )
const onDayBefore = (desk: Desk, shiftNo: number, moment: string) =>
  remindersDue(desk.state(shiftNo), at(moment), new Set()).find(({ offset }) => offset === '-1')?.personIds

test('1: a swap drifts when the reception moves', () => {
  const desk = june()
  swap(desk)
  move(desk, 7, '2026-06-12')
  move(desk, 8, '2026-06-09')
  expect(desk.holders(7)).toEqual([ZHOU_NING])
  expect(desk.holders(8)).toEqual([CHEN_JING])
  move(desk, 7, '2026-06-10')
  expect(desk.holders(7)).toEqual([ZHOU_NING])
})

test('2: the notice and the reminder ignore a swap', () => {
  const desk = june()
  desk.take(done(announceRoster(desk.book, '2026-06', now)), now, SUN_LI)
  swap(desk)
  expect(isOutdated(desk.state(7))).toBe(true)
  expect(noticeLine(desk.state(7)).personIds).toEqual([ZHOU_NING])
  desk.take(done(announceRoster(desk.book, '2026-06', now)), now, SUN_LI)
  expect(desk.state(7).notice?.personIds).toEqual([ZHOU_NING])
  expect(onDayBefore(desk, 7, '2026-06-09 18:00')).toEqual([ZHOU_NING])
})

test('3: the notice and the reminder ignore an override', () => {
  const desk = june()
  desk.take(done(announceRoster(desk.book, '2026-06', now)), now, SUN_LI)
  const input = { shiftNo: 7, seat: 0, toId: WANG_FANG, byId: SUN_LI, now }
  const decision = desk.take(done(adjustSeat(desk.book, input, roster())), now, SUN_LI)
  expect(decision.notes).toContainEqual({ code: 'noticeOutdated', shiftNo: 7 })
  expect(noticeLine(desk.state(7)).personIds).toEqual([WANG_FANG])
  expect(onDayBefore(desk, 7, '2026-06-09 18:00')).toEqual([WANG_FANG])
})

describe('4: a change of the roster reshuffles the past', () => {
  const later = at('2026-06-20 09:00')

  test('what was over stays as it was, whoever joins or leaves', () => {
    const desk = deskWith(
      { no: 5, date: '2026-05-10', holders: [CHEN_JING, ZHANG_MIN] },
      { no: 7, date: '2026-06-10', holders: [ZHOU_NING, ZHAO_LEI] },
    )
    const before = assignmentsAt(desk.events, later)
    const people = roster({ deputies: [...SIX, deputy(7, { since: '2026-06-18' })] })
    draftInto(desk, [shift(9, '2026-07-10')], '2026-07', people, later)
    desk.take(deputyLeft(desk.book, { personId: CHEN_JING, lastDay: '2026-06-19', now: later }, people), later, SUN_LI)
    for (const no of [5, 7]) expect(desk.state(no)).toEqual(before.shifts.get(no))
  })

  test('and a history that says otherwise is not accepted', () => {
    const desk = june()
    const changes = [{ shiftNo: 7, seat: 0, fromId: CHEN_JING, toId: WANG_FANG, reason: null }]
    const fact = { type: 'seatsChanged', changes, cause: { kind: 'adjusted' } } as const
    expect(() => desk.take({ facts: [fact], affected: [], notes: [] }, at('2026-06-10 11:00'))).toThrow('was over')
    expect(() =>
      desk.take(
        { facts: [{ ...fact, changes: [{ ...changes[0]!, fromId: ZHOU_NING }] }], affected: [], notes: [] },
        now,
      ),
    ).toThrow('has it')
  })
})

test('5: somebody who is not on duty swaps the duty away', () => {
  const desk = june()
  const legs = [{ shiftNo: 7, seat: 0, fromId: WANG_FANG, toId: ZHAO_LEI }] as const
  expect(askSwap(desk.book, { swapId: 'S1', legs, askedById: WANG_FANG, now }, roster())).toEqual({
    ok: false,
    error: { code: 'notOnDuty', shiftNo: 7, personId: WANG_FANG, holderId: CHEN_JING },
  })
  const forged = [{ shiftNo: 7, seat: 0, fromId: CHEN_JING, toId: WANG_FANG }] as const
  expect(codeOf(askSwap(desk.book, { swapId: 'S1', legs: forged, askedById: WANG_FANG, now }, roster()))).toBe(
    'notOnDuty',
  )
  expect(codeOf(askLeave(desk.book, { shiftNo: 7, personId: WANG_FANG, reason: '出差', now }))).toBe('notOnDuty')
})

test('6: people whom a change concerns are not told', () => {
  const told = (desk: Desk, changed: () => readonly { personId: number }[]): void => {
    const before = new Map([7, 8].map((no) => [no, desk.holders(no)]))
    const named = new Set(changed().map(({ personId }) => personId))
    for (const no of [7, 8]) {
      const [was, is] = [before.get(no) ?? [], desk.holders(no)]
      const concerned = [...was.filter((id) => !is.includes(id)), ...is.filter((id) => !was.includes(id))]
      for (const personId of concerned) expect(named).toContain(personId)
    }
  }
  const desk = june()
  told(
    desk,
    () => desk.take(done(askLeave(desk.book, { shiftNo: 7, personId: CHEN_JING, reason: '出差', now })), now).affected,
  )
  told(
    desk,
    () => desk.take(done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now }, roster())), now).affected,
  )
  told(
    desk,
    () =>
      desk.take(done(adjustSeat(desk.book, { shiftNo: 8, seat: 0, toId: ZHAO_LEI, byId: SUN_LI, now }, roster())), now)
        .affected,
  )
  told(
    desk,
    () => desk.take(deputyLeft(desk.book, { personId: ZHAO_LEI, lastDay: '2026-06-02', now }, roster()), now).affected,
  )
  expect(move(desk, 7, '2026-06-12').affected).toEqual([{ personId: WANG_FANG, shiftNo: 7, code: 'moved' }])
})

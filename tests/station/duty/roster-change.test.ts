import { describe, expect, test } from 'vitest'
import { deputyLeft, joinsFrom, leaveDeclared } from '../../../station/duty/roster-change.js'
import { sidesOf } from '../../../station/duty/sides.js'
import { askSwap } from '../../../station/duty/swap.js'
import {
  anySeats,
  at,
  CHEN_JING,
  Desk,
  deputy,
  deskWith,
  done,
  draftInto,
  leave,
  roster,
  SIX,
  SUN_LI,
  shift,
  ZHANG_MIN,
  ZHOU_NING,
} from './stage.js'

const now = at('2026-06-15 09:00')

/** May served, June half over and confirmed, July still a draft. */
const station = () => {
  const desk = deskWith(
    { no: 5, date: '2026-05-10', holders: [CHEN_JING, ZHOU_NING] },
    { no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] },
    { no: 8, date: '2026-06-28', holders: [CHEN_JING] },
  )
  draftInto(desk, [shift(9, '2026-07-10'), shift(10, '2026-07-26', { seats: anySeats(1) })], '2026-07', roster(), now)
  return desk
}
const everyone = (desk: Desk) => [5, 7, 8, 9, 10].map((no) => desk.state(no).seats.map(({ holderId }) => holderId))

describe('a deputy leaves', () => {
  test('the past stays, a known rota waits for cover, a draft is filled by the rule; nobody else moves', () => {
    const desk = station()
    const before = everyone(desk)
    const goer = desk.holders(9)[0] ?? 0
    const decision = desk.take(
      deputyLeft(desk.book, { personId: goer, lastDay: '2026-06-20', now }, roster()),
      now,
      SUN_LI,
    )
    const after = everyone(desk)
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3).map((seats) => seats))
    expect(after[3]?.[1]).toBe(before[3]?.[1])
    expect(after[4]).toEqual(before[4])
    const replacement = after[3]?.[0]
    expect(replacement).not.toBeNull()
    expect(replacement).not.toBe(goer)
    expect(desk.state(9).seats[0]?.reason).toMatchObject({ basis: 'drafted', own: { personId: replacement } })
    expect(decision.affected).toEqual([
      { personId: goer, shiftNo: 9, code: 'relieved' },
      { personId: replacement, shiftNo: 9, code: 'onDuty' },
    ])
  })

  test('from a rota people know they are taken off; whom the rule would choose is only suggested', () => {
    const desk = station()
    const decision = desk.take(
      deputyLeft(desk.book, { personId: CHEN_JING, lastDay: '2026-06-20', now }, roster()),
      now,
      SUN_LI,
    )
    expect(desk.holders(8)).toEqual([])
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    expect(sidesOf(desk.book, desk.state(8))).toEqual(['awaitingCover'])
    expect(decision.suggested.filter(({ shiftNo }) => shiftNo === 8)).toHaveLength(1)
    expect(decision.suggested[0]?.personId).not.toBe(CHEN_JING)
  })

  test('receptions up to the last day are still theirs', () => {
    const desk = station()
    const decision = deputyLeft(desk.book, { personId: CHEN_JING, lastDay: '2026-12-31', now }, roster())
    expect(decision).toEqual({ facts: [], affected: [], notes: [], suggested: [] })
  })

  test('swaps that were being asked about their places are off, and the other party hears it', () => {
    const desk = station()
    const legs = [{ shiftNo: 8, seat: 0, fromId: CHEN_JING, toId: ZHOU_NING }] as const
    desk.take(done(askSwap(desk.book, { swapId: 'S1', legs, askedById: CHEN_JING, now }, roster())), now, CHEN_JING)
    const decision = desk.take(
      deputyLeft(desk.book, { personId: CHEN_JING, lastDay: '2026-06-20', now }, roster()),
      now,
    )
    expect(desk.book.swaps.get('S1')?.asking.state).toBe('void')
    expect(decision.affected).toContainEqual({ personId: ZHOU_NING, shiftNo: 8, code: 'swapOff' })
  })
})

describe('leave declared after the draft', () => {
  test('frees exactly the places inside it', () => {
    const desk = station()
    const away = leave(CHEN_JING, '2026-06-20', '2026-06-30', '学习')
    const decision = desk.take(leaveDeclared(desk.book, away, roster(), now), now, CHEN_JING)
    expect(desk.holders(8)).toEqual([])
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    expect(decision.suggested.every(({ personId }) => personId !== CHEN_JING)).toBe(true)
    expect(desk.state(8).seats[0]?.history.at(-1)?.cause).toEqual({
      kind: 'leave',
      personId: CHEN_JING,
      reason: '学习',
    })
  })
})

describe('a deputy joins', () => {
  test('is drafted from the first month that is not drafted yet; nothing drafted moves', () => {
    const desk = station()
    expect(joinsFrom(desk.book, '2026-06-15')).toBe('2026-08')
    expect(joinsFrom(desk.book, '2026-09-01')).toBe('2026-09')
    expect(joinsFrom(new Desk().book, '2026-12-15')).toBe('2026-12')
  })

  test('and enters at the level of the least loaded', () => {
    const desk = station()
    const people = roster({ deputies: [...SIX, deputy(7, { since: '2026-06-15' })] })
    draftInto(desk, [shift(11, '2026-08-10', { seats: anySeats(1) })], '2026-08', people, now)
    const opening = desk.book.credits.find(({ personId }) => personId === 7)
    expect(opening).toMatchObject({ kind: 'opening', month: '2026-08' })
    expect(desk.holders(11)).not.toEqual([7])
  })
})

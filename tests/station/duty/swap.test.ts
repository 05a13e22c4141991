import { describe, expect, test } from 'vitest'
import type { SwapLeg } from '../../../station/duty/events.js'
import { moveShift } from '../../../station/duty/move.js'
import { sidesOf } from '../../../station/duty/sides.js'
import { agreeSwap, askSwap, declineSwap } from '../../../station/duty/swap.js'
import { legsWith } from '../../../station/duty/swap-partner.js'
import {
  at,
  CHEN_JING,
  calendarOf,
  codeOf,
  type Desk,
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

const now = at('2026-06-01 10:00')
const june = () =>
  deskWith(
    { no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] },
    { no: 8, date: '2026-06-28', holders: [ZHOU_NING] },
    { no: 9, date: '2026-07-10', holders: [ZHAO_LEI] },
  )
const leg = (shiftNo: number, fromId: number, toId: number, seat = 0): SwapLeg => ({ shiftNo, seat, fromId, toId })
const EXCHANGE = [leg(7, CHEN_JING, ZHOU_NING), leg(8, ZHOU_NING, CHEN_JING)] as const
const RING = [leg(7, CHEN_JING, ZHOU_NING), leg(8, ZHOU_NING, ZHAO_LEI), leg(9, ZHAO_LEI, CHEN_JING)] as const

const ask = (desk: Desk, legs: readonly [SwapLeg, ...SwapLeg[]] = EXCHANGE, askedById = CHEN_JING, arranged = false) =>
  askSwap(desk.book, { swapId: 'S1', legs, askedById, arranged, now }, roster())
const answer = (personId: number, byId = personId) => ({ swapId: 'S1', personId, byId, now })

describe('换班', () => {
  test('asking changes nothing but that somebody is asked', () => {
    const desk = june()
    const decision = desk.take(done(ask(desk)), now, CHEN_JING)
    expect(decision.affected).toEqual([{ personId: ZHOU_NING, shiftNo: 7, code: 'askedToSwap' }])
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    expect(sidesOf(desk.book, desk.state(7))).toEqual(['swapPending'])
  })

  test('with both consents the duties are exchanged, and everybody concerned is named', () => {
    const desk = june()
    desk.take(done(ask(desk)), now, CHEN_JING)
    const decision = desk.take(done(agreeSwap(desk.book, answer(ZHOU_NING), roster())), now, ZHOU_NING)
    expect(desk.holders(7)).toEqual([ZHOU_NING, ZHANG_MIN])
    expect(desk.holders(8)).toEqual([CHEN_JING])
    expect(decision.affected).toEqual([
      { personId: CHEN_JING, shiftNo: 7, code: 'relieved' },
      { personId: ZHOU_NING, shiftNo: 7, code: 'onDuty' },
      { personId: ZHOU_NING, shiftNo: 8, code: 'relieved' },
      { personId: CHEN_JING, shiftNo: 8, code: 'onDuty' },
    ])
    expect(desk.state(7).seats[0]?.reason).toEqual({ basis: 'swapped', swapId: 'S1', insteadOfId: CHEN_JING })
    expect(desk.state(7).seats[0]?.history.map(({ toId }) => toId)).toEqual([CHEN_JING, ZHOU_NING])
    expect(sidesOf(desk.book, desk.state(7))).toEqual([])
  })

  test('three go round with three consents, not with two', () => {
    const desk = june()
    desk.take(done(ask(desk, RING)), now, CHEN_JING)
    const first = desk.take(done(agreeSwap(desk.book, answer(ZHAO_LEI), roster())), now, ZHAO_LEI)
    expect(first.affected).toEqual([{ personId: CHEN_JING, shiftNo: 7, code: 'swapAgreed' }])
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    desk.take(done(agreeSwap(desk.book, answer(ZHOU_NING), roster())), now, ZHOU_NING)
    expect([desk.holders(7)[0], desk.holders(8)[0], desk.holders(9)[0]]).toEqual([ZHOU_NING, ZHAO_LEI, CHEN_JING])
  })

  test('the liaison officer answers for somebody absent: the consent is theirs, the hand that wrote it is kept', () => {
    const desk = june()
    desk.take(done(ask(desk)), now, CHEN_JING)
    desk.take(done(agreeSwap(desk.book, answer(ZHOU_NING, SUN_LI), roster())), now, SUN_LI)
    expect(desk.book.swaps.get('S1')?.asking).toMatchObject({
      state: 'agreed',
      given: [{ personId: CHEN_JING }, { personId: ZHOU_NING, byId: SUN_LI }],
    })
  })

  test('arranged by the officer between two others, both still have to agree', () => {
    const desk = june()
    const decision = desk.take(done(ask(desk, EXCHANGE, SUN_LI, true)), now, SUN_LI)
    expect(decision.affected.map(({ personId }) => personId)).toEqual([CHEN_JING, ZHOU_NING])
    desk.take(done(agreeSwap(desk.book, answer(ZHOU_NING), roster())), now, ZHOU_NING)
    expect(desk.holders(7)).toEqual([CHEN_JING, ZHANG_MIN])
    desk.take(done(agreeSwap(desk.book, answer(CHEN_JING), roster())), now, CHEN_JING)
    expect(desk.holders(7)).toEqual([ZHOU_NING, ZHANG_MIN])
  })

  test('不同意 ends it and tells the others; the asker takes it back the same way', () => {
    for (const who of [ZHOU_NING, CHEN_JING]) {
      const desk = june()
      desk.take(done(ask(desk)), now, CHEN_JING)
      const decision = desk.take(done(declineSwap(desk.book, answer(who))), now, who)
      expect(decision.affected).toEqual([
        { personId: who === CHEN_JING ? ZHOU_NING : CHEN_JING, shiftNo: 7, code: 'swapOff' },
      ])
      expect(codeOf(agreeSwap(desk.book, answer(ZHOU_NING), roster()))).toBe('alreadyClosed')
    }
  })

  test('a swap asked before the date moved still binds the duty, and those asked hear of the new date', () => {
    const desk = june()
    desk.take(done(ask(desk)), now, CHEN_JING)
    const moved = done(
      moveShift(desk.book, { shiftNo: 7, to: { date: '2026-06-12' }, why: 'changed', now }, roster(), calendarOf()),
    )
    expect(moved.affected.map(({ personId, code }) => [personId, code])).toEqual([
      [CHEN_JING, 'moved'],
      [ZHANG_MIN, 'moved'],
      [ZHOU_NING, 'moved'],
    ])
    desk.take(moved, now, SUN_LI)
    desk.take(done(agreeSwap(desk.book, answer(ZHOU_NING), roster())), now, ZHOU_NING)
    expect(desk.state(7).shift.date).toBe('2026-06-12')
    expect(desk.holders(7)).toEqual([ZHOU_NING, ZHANG_MIN])
  })
})

describe('what 换班 D7 周宁 means', () => {
  test('an exchange when the partner has one duty ahead, giving away when none', () => {
    const desk = june()
    expect(done(legsWith(desk.book, CHEN_JING, 7, ZHOU_NING, now))).toEqual(EXCHANGE)
    expect(done(legsWith(desk.book, CHEN_JING, 7, WANG_FANG, now))).toEqual([leg(7, CHEN_JING, WANG_FANG)])
  })

  test('with several, it asks which; named, it takes that one', () => {
    const desk = deskWith(
      { no: 7, date: '2026-06-10', holders: [CHEN_JING] },
      { no: 8, date: '2026-06-28', holders: [ZHOU_NING] },
      { no: 9, date: '2026-07-10', holders: [ZHOU_NING] },
    )
    expect(legsWith(desk.book, CHEN_JING, 7, ZHOU_NING, now)).toMatchObject({
      error: { code: 'whichDuty', shiftNos: [8, 9] },
    })
    expect(done(legsWith(desk.book, CHEN_JING, 7, ZHOU_NING, now, 9))[1]).toEqual(leg(9, ZHOU_NING, CHEN_JING))
    expect(codeOf(legsWith(desk.book, ZHANG_MIN, 7, ZHOU_NING, now))).toBe('notOnDuty')
  })
})

describe('refusals', () => {
  test.each<[string, () => string]>([
    ['the asker has no such duty', () => codeOf(ask(june(), [leg(7, WANG_FANG, ZHOU_NING)], WANG_FANG))],
    ['the asker swaps somebody else’s', () => codeOf(ask(june(), EXCHANGE, WANG_FANG))],
    ['a reception that does not exist', () => codeOf(ask(june(), [leg(70, CHEN_JING, ZHOU_NING)]))],
  ])('%s', (_, code) => {
    expect(['notOnDuty', 'noSuchShift']).toContain(code())
  })

  test('with oneself, into the same reception, twice at a time', () => {
    expect(codeOf(ask(june(), [leg(7, CHEN_JING, CHEN_JING)]))).toBe('withOneself')
    expect(ask(june(), [leg(7, CHEN_JING, ZHANG_MIN)])).toMatchObject({
      error: { code: 'cannotTake', bar: 'sameShift' },
    })
    expect(codeOf(ask(june(), [leg(7, CHEN_JING, WANG_FANG), leg(7, ZHANG_MIN, WANG_FANG, 1)]))).toBe('takesTwo')
  })

  test('to somebody on leave, or no member any more', () => {
    const desk = june()
    const away = roster({ leaves: [leave(ZHOU_NING, '2026-06-01', '2026-06-30')] })
    const input = { swapId: 'S1', legs: EXCHANGE, askedById: CHEN_JING, now }
    expect(askSwap(desk.book, input, away)).toMatchObject({
      error: { code: 'cannotTake', shiftNo: 7, personId: ZHOU_NING, bar: 'onLeave' },
    })
    expect(askSwap(desk.book, { ...input, legs: [leg(7, CHEN_JING, 77)] }, roster())).toMatchObject({
      error: { bar: 'notMember' },
    })
  })

  test('while the place is in another open swap; after the reception began', () => {
    const desk = june()
    desk.take(done(ask(desk)), now, CHEN_JING)
    const second = { swapId: 'S2', legs: [leg(7, CHEN_JING, WANG_FANG)] as const, askedById: CHEN_JING, now }
    expect(askSwap(desk.book, second, roster())).toMatchObject({ error: { code: 'swapAlreadyOpen', swapId: 'S1' } })
    const begun = at('2026-06-10 09:00')
    expect(codeOf(askSwap(june().book, { ...second, now: begun }, roster()))).toBe('tooLate')
    expect(codeOf(agreeSwap(desk.book, { ...answer(ZHOU_NING), now: begun }, roster()))).toBe('tooLate')
  })

  test('agreeing to a swap that nobody asked, twice, or that is not theirs', () => {
    const desk = june()
    expect(codeOf(agreeSwap(desk.book, answer(ZHOU_NING), roster()))).toBe('noSuchSwap')
    expect(codeOf(declineSwap(desk.book, answer(ZHOU_NING)))).toBe('noSuchSwap')
    desk.take(done(ask(desk)), now, CHEN_JING)
    expect(codeOf(agreeSwap(desk.book, answer(CHEN_JING), roster()))).toBe('alreadyAgreed')
    expect(codeOf(agreeSwap(desk.book, answer(WANG_FANG), roster()))).toBe('notAsked')
  })

  test('two months running is their own choice: mentioned, not refused', () => {
    const desk = deskWith(
      { no: 7, date: '2026-06-10', holders: [CHEN_JING] },
      { no: 9, date: '2026-07-10', holders: [ZHOU_NING] },
    )
    const decision = done(ask(desk, [leg(7, CHEN_JING, ZHOU_NING)]))
    expect(decision.notes).toEqual([{ code: 'rests', personId: ZHOU_NING, shiftNo: 7, rests: ['consecutiveMonth'] }])
  })
})

import { describe, expect, test } from 'vitest'
import { turnsLed } from '../../../station/rotation/turn-load.js'
import { agreeTurnSwap, askTurnSwap, type TurnSwap } from '../../../station/rotation/turn-swap.js'
import { turnTable } from '../../../station/rotation/turns.js'
import { parseMoment } from '../../../station/time/civil.js'
import { input, LI_QIANG, months, serving, THREE, tableOf, WANG_FANG, ZHOU_NING } from './stage.js'

const now = parseMoment('2026-04-20 10:00')
const later = parseMoment('2026-04-20 11:00')
const turns = tableOf('2026-05', LI_QIANG, WANG_FANG, ZHOU_NING)
const MAY_JUNE = [
  { periodKey: '2026-05', fromId: LI_QIANG, toId: WANG_FANG },
  { periodKey: '2026-06', fromId: WANG_FANG, toId: LI_QIANG },
]
const asked = (legs = MAY_JUNE, askedById = LI_QIANG): TurnSwap => {
  const result = askTurnSwap({ id: 'S1', legs, askedById, now }, turns, THREE)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const says = (personId: number, byId = personId) => ({ personId, byId, at: later })

describe('换班 5月/6月', () => {
  test('asking is the asker’s own consent; nothing changes before the other agrees', () => {
    const swap = asked()
    expect(swap.asking).toMatchObject({ state: 'open', needed: [LI_QIANG, WANG_FANG], given: [{ personId: LI_QIANG }] })
  })

  test('with both consents May and June change hands and are accepted', () => {
    const answer = agreeTurnSwap(asked(), says(WANG_FANG), turns, THREE)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(answer.value.turns.map(({ period, personId, accepted }) => [period.key, personId, accepted])).toEqual([
      ['2026-05', WANG_FANG, true],
      ['2026-06', LI_QIANG, true],
      ['2026-07', ZHOU_NING, false],
    ])
    expect(answer.value.turns[0]?.reason).toEqual({ basis: 'swapped', swapId: 'S1', fromId: LI_QIANG })
  })

  test('the swap survives the roster: a fourth convenor joins and May and June stay as agreed', () => {
    const answer = agreeTurnSwap(asked(), says(WANG_FANG), turns, THREE)
    if (!answer.ok) throw new Error(answer.error.code)
    const convenors = [...THREE, serving(4, '2026-04-25')]
    const { turns: after } = turnTable(
      input({ ledger: answer.value.turns, convenors, periods: months('2026-05', 6), today: '2026-04-26' }),
    )
    expect(after.slice(0, 2).map((turn) => turn.personId)).toEqual([WANG_FANG, LI_QIANG])
  })

  test('three convenors in a ring need three words', () => {
    const swap = asked([
      { periodKey: '2026-05', fromId: LI_QIANG, toId: WANG_FANG },
      { periodKey: '2026-06', fromId: WANG_FANG, toId: ZHOU_NING },
      { periodKey: '2026-07', fromId: ZHOU_NING, toId: LI_QIANG },
    ])
    const first = agreeTurnSwap(swap, says(ZHOU_NING), turns, THREE)
    if (!first.ok) throw new Error(first.error.code)
    expect(first.value.turns).toEqual(turns)
    const second = agreeTurnSwap(first.value.swap, says(WANG_FANG, 99), turns, THREE)
    if (!second.ok) throw new Error(second.error.code)
    expect(second.value.turns.map((turn) => turn.personId)).toEqual([WANG_FANG, ZHOU_NING, LI_QIANG])
    expect(second.value.swap.asking.given.at(-1)).toMatchObject({ personId: WANG_FANG, byId: 99 })
  })

  test('a turn under way keeps the days led; the rest changes hands tomorrow and counts for who led more', () => {
    const at = parseMoment('2026-05-10 09:00')
    const swap = askTurnSwap({ id: 'S2', legs: MAY_JUNE, askedById: LI_QIANG, now: at }, turns, THREE)
    if (!swap.ok) throw new Error(swap.error.code)
    const answer = agreeTurnSwap(swap.value, { ...says(WANG_FANG), at }, turns, THREE)
    if (!answer.ok) throw new Error(answer.error.code)
    expect(answer.value.turns.map(({ period, personId }) => [period.key, period.startsOn, personId])).toEqual([
      ['2026-05', '2026-05-01', LI_QIANG],
      ['2026-05+2026-05-11', '2026-05-11', WANG_FANG],
      ['2026-06', '2026-06-01', LI_QIANG],
      ['2026-07', '2026-07-01', ZHOU_NING],
    ])
    expect(turnsLed(answer.value.turns)).toEqual(
      new Map([
        [WANG_FANG, 1],
        [LI_QIANG, 1],
        [ZHOU_NING, 1],
      ]),
    )
  })
})

describe('refusals', () => {
  const refusal = (legs: typeof MAY_JUNE, askedById = LI_QIANG, at = now) => {
    const result = askTurnSwap({ id: 'S1', legs, askedById, now: at }, turns, THREE)
    return result.ok ? null : result.error
  }
  test.each([
    ['somebody else’s turn', [{ periodKey: '2026-06', fromId: LI_QIANG, toId: WANG_FANG }], 'notYourTurn'],
    ['a month not on the table', [{ periodKey: '2027-06', fromId: LI_QIANG, toId: WANG_FANG }], 'noSuchTurn'],
    ['with oneself', [{ periodKey: '2026-05', fromId: LI_QIANG, toId: LI_QIANG }], 'sameConvenor'],
    ['with somebody who is no convenor', [{ periodKey: '2026-05', fromId: LI_QIANG, toId: 42 }], 'notServing'],
  ])('%s', (_, legs, code) => {
    expect(refusal(legs)?.code).toBe(code)
  })

  test('a swap between two others, asked by somebody who is no party to it', () => {
    expect(refusal(MAY_JUNE, ZHOU_NING)).toEqual({ code: 'notYourTurn', periodKey: '2026-05', holderId: LI_QIANG })
  })

  test('a turn that is over, or on its last day', () => {
    expect(refusal(MAY_JUNE, LI_QIANG, parseMoment('2026-05-31 09:00'))?.code).toBe('turnOver')
    expect(refusal(MAY_JUNE, LI_QIANG, parseMoment('2026-06-02 09:00'))?.code).toBe('turnOver')
  })

  test('agreeing twice, agreeing unasked, agreeing after the turn went to somebody else', () => {
    const swap = asked()
    const code = (result: ReturnType<typeof agreeTurnSwap>) => (result.ok ? null : result.error.code)
    expect(code(agreeTurnSwap(swap, says(LI_QIANG), turns, THREE))).toBe('alreadyAgreed')
    expect(code(agreeTurnSwap(swap, says(ZHOU_NING), turns, THREE))).toBe('notAsked')
    const moved = turns.map((turn) => (turn.period.key === '2026-05' ? { ...turn, personId: ZHOU_NING } : turn))
    expect(code(agreeTurnSwap(swap, says(WANG_FANG), moved, THREE))).toBe('turnChangedSince')
    const done = agreeTurnSwap(swap, says(WANG_FANG), turns, THREE)
    if (!done.ok) throw new Error(done.error.code)
    expect(code(agreeTurnSwap(done.value.swap, says(WANG_FANG), turns, THREE))).toBe('alreadyClosed')
  })
})

import { describe, expect, test } from 'vitest'
import { askLeave, takeCover } from '../../../station/duty/cover.js'
import { moveShift } from '../../../station/duty/move.js'
import { agreeSwap, askSwap } from '../../../station/duty/swap.js'
import { undoEvent } from '../../../station/duty/undo.js'
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
  ZHOU_NING,
} from './stage.js'

const now = at('2026-06-05 10:00')
const soon = at('2026-06-05 10:05')
const desk7 = () =>
  deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING] }, { no: 8, date: '2026-06-28', holders: [ZHOU_NING] })
const undo = (
  desk: Desk,
  byId: number,
  over: { isLeading?: boolean; at?: typeof now; people?: typeof people } = {},
) => {
  const event = desk.events.findLast(({ fact }) => fact.type === 'seatsChanged' || fact.type === 'moved')
  if (event === undefined) throw new Error('nothing to undo')
  const input = { event, byId, isLeading: over.isLeading ?? false, undoMinutes: 10, now: over.at ?? soon }
  return undoEvent(desk.book, input, over.people ?? people, calendarOf())
}
const people = roster()
const onLeave = (): Desk => {
  const desk = desk7()
  desk.take(done(askLeave(desk.book, { shiftNo: 7, personId: CHEN_JING, reason: '出差', now })), now, CHEN_JING)
  return desk
}
const swapped = (): Desk => {
  const desk = desk7()
  const legs = [
    { shiftNo: 7, seat: 0, fromId: CHEN_JING, toId: ZHOU_NING },
    { shiftNo: 8, seat: 0, fromId: ZHOU_NING, toId: CHEN_JING },
  ] as const
  desk.take(done(askSwap(desk.book, { swapId: 'S1', legs, askedById: CHEN_JING, now }, people)), now, CHEN_JING)
  desk.take(
    done(agreeSwap(desk.book, { swapId: 'S1', personId: ZHOU_NING, byId: ZHOU_NING, now }, people)),
    now,
    ZHOU_NING,
  )
  return desk
}

describe('taking back', () => {
  test('a leave, within ten minutes: the deputy is on duty again and the leave stays on record', () => {
    const desk = onLeave()
    const decision = desk.take(done(undo(desk, CHEN_JING)), soon, CHEN_JING)
    expect(desk.holders(7)).toEqual([CHEN_JING])
    expect(decision.affected).toEqual([{ personId: CHEN_JING, shiftNo: 7, code: 'onDuty' }])
    const history = desk.state(7).seats[0]?.history ?? []
    expect(history.map(({ cause }) => cause.kind)).toEqual(['adjusted', 'leave', 'undo'])
    expect(desk.state(7).seats[0]?.reason).toEqual({ basis: 'restored', eventId: history[1]?.eventId })
  })

  test('a swap is not taken back by one of those who agreed, but by whoever leads', () => {
    const desk = swapped()
    expect(undo(desk, ZHOU_NING)).toMatchObject({ error: { code: 'askSwapBack', swapId: 'S1' } })
    const decision = desk.take(
      done(undo(desk, SUN_LI, { isLeading: true, at: at('2026-06-08 10:00') })),
      at('2026-06-08 10:00'),
      SUN_LI,
    )
    expect(desk.holders(7)).toEqual([CHEN_JING])
    expect(desk.holders(8)).toEqual([ZHOU_NING])
    expect(new Set(decision.affected.map(({ personId }) => personId))).toEqual(new Set([CHEN_JING, ZHOU_NING]))
  })

  test('a changed date goes back', () => {
    const desk = desk7()
    const input = { shiftNo: 7, to: { date: '2026-06-12' }, why: 'changed', now } as const
    desk.take(done(moveShift(desk.book, input, people, calendarOf())), now, SUN_LI)
    desk.take(done(undo(desk, SUN_LI)), soon, SUN_LI)
    expect(desk.state(7).shift.date).toBe('2026-06-10')
    expect(desk.state(7).moves).toHaveLength(2)
    expect(
      codeOf(
        undoEvent(
          desk.book,
          {
            event: desk.events.find(({ fact }) => fact.type === 'moved')!,
            byId: SUN_LI,
            isLeading: true,
            undoMinutes: 10,
            now: soon,
          },
          people,
          calendarOf(),
        ),
      ),
    ).toBe('alreadyUndone')
  })
})

describe('refusals', () => {
  test('by another deputy, after the window, twice', () => {
    const desk = onLeave()
    expect(codeOf(undo(desk, WANG_FANG))).toBe('notYours')
    expect(undo(desk, CHEN_JING, { at: at('2026-06-05 10:10') })).toMatchObject({ error: { code: 'windowClosed' } })
    const event = desk.lastEvent('seatsChanged')
    desk.take(done(undo(desk, CHEN_JING)), soon, CHEN_JING)
    const again = { event, byId: SUN_LI, isLeading: true, undoMinutes: 10, now: soon }
    expect(codeOf(undoEvent(desk.book, again, people, calendarOf()))).toBe('alreadyUndone')
  })

  test('when the place went to somebody else since', () => {
    const desk = onLeave()
    const leaveEvent = desk.lastEvent('seatsChanged')
    desk.take(done(takeCover(desk.book, { shiftNo: 7, personId: WANG_FANG, now: soon }, people)), soon, WANG_FANG)
    const input = { event: leaveEvent, byId: CHEN_JING, isLeading: false, undoMinutes: 10, now: soon }
    expect(undoEvent(desk.book, input, people, calendarOf())).toMatchObject({
      error: { code: 'changedSince', shiftNo: 7, holderId: WANG_FANG },
    })
  })

  test('once the reception is over, and when the one to be put back cannot come', () => {
    const desk = onLeave()
    expect(codeOf(undo(desk, SUN_LI, { isLeading: true, at: at('2026-06-10 11:00') }))).toBe('shiftOver')
    const away = roster({ leaves: [leave(CHEN_JING, '2026-06-10', '2026-06-10')] })
    expect(undo(desk, SUN_LI, { isLeading: true, people: away })).toMatchObject({
      error: { code: 'cannotTake', personId: CHEN_JING, bar: 'onLeave' },
    })
  })

  test('what is no change of places or dates', () => {
    const desk = desk7()
    const event = desk.lastEvent('staged')
    const input = { event, byId: SUN_LI, isLeading: true, undoMinutes: 10, now }
    expect(codeOf(undoEvent(desk.book, input, people, calendarOf()))).toBe('notUndoable')
  })
})

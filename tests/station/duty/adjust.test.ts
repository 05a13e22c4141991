import { describe, expect, test } from 'vitest'
import { adjustSeat } from '../../../station/duty/adjust.js'
import { at, CHEN_JING, codeOf, deskWith, done, leave, roster, SUN_LI, WANG_FANG } from './stage.js'

const now = at('2026-06-05 10:00')
const people = roster()
const desk7 = () => deskWith({ no: 7, date: '2026-06-10', holders: [CHEN_JING] })

describe('a convenor’s own choice', () => {
  const input = { shiftNo: 7, seat: 0, toId: WANG_FANG, byId: SUN_LI, now }

  test('is recorded as theirs, and whoever is relieved is told', () => {
    const desk = desk7()
    const decision = desk.take(done(adjustSeat(desk.book, input, people)), now, SUN_LI)
    expect(desk.state(7).seats[0]?.reason).toEqual({ basis: 'adjusted', byId: SUN_LI, overrode: [] })
    expect(decision.affected.map(({ personId, code }) => [personId, code])).toEqual([
      [CHEN_JING, 'relieved'],
      [WANG_FANG, 'onDuty'],
    ])
  })

  test('may set a profession aside knowingly, never a leave', () => {
    const desk = desk7()
    const shift = { ...desk.state(7).shift, no: 17, date: '2026-06-17', seats: [{ professions: ['金融'] }] }
    desk.take({ facts: [{ type: 'planned', shift }], affected: [], notes: [] }, now)
    const into = { ...input, shiftNo: 17 }
    expect(adjustSeat(desk.book, into, people)).toMatchObject({ error: { code: 'cannotTake', bar: 'profession' } })
    expect(done(adjustSeat(desk.book, { ...into, override: true }, people)).notes).toContainEqual({
      code: 'overrode',
      personId: WANG_FANG,
      shiftNo: 17,
      bar: 'profession',
    })
    const away = roster({ leaves: [leave(WANG_FANG, '2026-06-01', '2026-06-30')] })
    expect(adjustSeat(desk.book, { ...input, override: true }, away)).toMatchObject({ error: { bar: 'onLeave' } })
  })

  test('refusals: no such place, nothing to change, already begun', () => {
    const desk = desk7()
    expect(codeOf(adjustSeat(desk.book, { ...input, seat: 4 }, people))).toBe('noSuchSeat')
    expect(codeOf(adjustSeat(desk.book, { ...input, toId: CHEN_JING }, people))).toBe('alreadyThere')
    expect(codeOf(adjustSeat(desk.book, { ...input, now: at('2026-06-10 09:00') }, people))).toBe('tooLate')
    desk.take(done(adjustSeat(desk.book, { ...input, toId: null }, people)), now, SUN_LI)
    expect(desk.holders(7)).toEqual([])
  })
})

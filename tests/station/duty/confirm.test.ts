import { describe, expect, test } from 'vitest'
import { announceRoster } from '../../../station/duty/announce.js'
import { confirmDuty, confirmRoster, dropDraft } from '../../../station/duty/confirm.js'
import { entriesOf } from '../../../station/duty/entries-of.js'
import {
  anySeats,
  at,
  CHEN_JING,
  codeOf,
  Desk,
  deskWith,
  done,
  draftInto,
  roster,
  SUN_LI,
  shift,
  ZHANG_MIN,
  ZHOU_NING,
} from './stage.js'

const june = () =>
  deskWith(
    { no: 7, date: '2026-06-10', holders: [CHEN_JING, ZHANG_MIN] },
    { no: 8, date: '2026-06-28', holders: [ZHOU_NING] },
  )

describe('draft, confirm, drop', () => {
  const now = at('2026-05-20 09:00')
  const drafted = () => {
    const desk = new Desk()
    draftInto(desk, [shift(7, '2026-06-10', { seats: anySeats(2) })], '2026-06', roster(), now)
    return desk
  }

  test('a draft is announced only after it was confirmed; confirming tells those on it', () => {
    const desk = drafted()
    expect(announceRoster(desk.book, '2026-06', now)).toMatchObject({ error: { code: 'notConfirmed', shiftNos: [7] } })
    const decision = desk.take(done(confirmRoster(desk.book, '2026-06', now)), now, SUN_LI)
    expect(decision.affected.map(({ personId }) => personId)).toEqual(desk.holders(7))
    expect(codeOf(confirmRoster(desk.book, '2026-06', now))).toBe('nothingDrafted')
    expect(codeOf(announceRoster(desk.book, '2026-07', now))).toBe('nothingPlanned')
  })

  test('an empty place is pointed out when the month is confirmed', () => {
    const desk = new Desk()
    draftInto(desk, [shift(7, '2026-06-10', { seats: [{ professions: ['法律'] }] })], '2026-06', roster(), now)
    expect(done(confirmRoster(desk.book, '2026-06', now)).notes).toEqual([
      { code: 'vacant', shiftNo: 7, seat: 0, daysLeft: 21 },
    ])
  })

  test('a dropped draft counts for nobody, and the month can be drafted again', () => {
    const desk = drafted()
    expect(entriesOf(desk.book, roster().rule, now)).toHaveLength(2)
    const decision = desk.take(done(dropDraft(desk.book, '2026-06', now)), now, SUN_LI)
    expect(decision.affected).toEqual([])
    expect(entriesOf(desk.book, roster().rule, now)).toEqual([])
    const first = desk.holders(7)
    draftInto(desk, [shift(8, '2026-06-10', { seats: anySeats(2) })], '2026-06', roster(), now)
    expect(desk.holders(8)).toEqual(first)
  })

  test('a deputy says 确认 once, and again after the place changed hands', () => {
    const desk = june()
    const day = at('2026-06-02 09:00')
    desk.take(done(confirmDuty(desk.book, 7, CHEN_JING, day)), day, CHEN_JING)
    expect(desk.state(7).seats.map(({ isConfirmed }) => isConfirmed)).toEqual([true, false])
    expect(codeOf(confirmDuty(desk.book, 7, CHEN_JING, day))).toBe('alreadyConfirmed')
    expect(codeOf(confirmDuty(desk.book, 7, ZHOU_NING, day))).toBe('notOnDuty')
    expect(codeOf(confirmDuty(drafted().book, 7, drafted().holders(7)[0] ?? 0, day))).toBe('notFromHere')
  })
})

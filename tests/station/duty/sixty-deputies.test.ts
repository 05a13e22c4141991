import { expect, test } from 'vitest'
import { entriesOf } from '../../../station/duty/entries-of.js'
import { loadPoints } from '../../../station/duty/ledger.js'
import { monthSlots, numbered, type SlotRule } from '../../../station/duty/slots.js'
import { anySeats, at, calendarOf, Desk, deputy, draftInto, roster } from './stage.js'

/** Every Wednesday and the last Sunday, three deputies each: about fifteen places a month. */
const RULES: SlotRule[] = [
  {
    id: 'wednesday',
    when: { every: 'week', weekdays: [3], intervalWeeks: 1 },
    startsAt: '09:00',
    endsAt: '11:00',
    seats: anySeats(3),
  },
  {
    id: 'sunday',
    when: { every: 'month', days: [{ nth: -1, weekday: 7 }] },
    startsAt: '14:00',
    endsAt: '16:00',
    seats: anySeats(3),
  },
]

test('sixty deputies, five years, every place filled, nobody two months running, loads within one duty', () => {
  const people = roster({ deputies: Array.from({ length: 60 }, (_, index) => deputy(index + 1)) })
  const desk = new Desk()
  let no = 1
  let last = new Set<number>()
  for (let index = 0; index < 60; index += 1) {
    const month = `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    const shifts = numbered(monthSlots(RULES, month, calendarOf()).slots, no)
    no += shifts.length
    draftInto(desk, shifts, month, people, at('2025-12-20 09:00'))
    const served = new Set(shifts.flatMap((shift) => desk.holders(shift.no)))
    expect(served.size).toBe(shifts.length * 3)
    for (const personId of served) expect(last).not.toContain(personId)
    last = served
  }
  const entries = entriesOf(desk.book, people.rule, at('2030-12-31 23:00'))
  const loads = [...loadPoints(entries, desk.book.credits).values()]
  expect(loads).toHaveLength(60)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(4)
  const duties = [...people.deputies].map(({ personId }) => entries.filter((row) => row.personId === personId).length)
  expect(Math.max(...duties) - Math.min(...duties)).toBeLessThanOrEqual(2)
})

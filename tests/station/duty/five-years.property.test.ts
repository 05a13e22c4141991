import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copy } from '../../../commands/duty/copy.js'
import { adjustSeat } from '../../../station/duty/adjust.js'
import { assignmentsAt } from '../../../station/duty/assignments-at.js'
import { signIn, summarise } from '../../../station/duty/attendance.js'
import { holdersOf } from '../../../station/duty/book.js'
import { confirmRoster } from '../../../station/duty/confirm.js'
import { askLeave, seekCover, takeCover } from '../../../station/duty/cover.js'
import type { DutyDecision } from '../../../station/duty/decision.js'
import type { Deputy } from '../../../station/duty/deputy.js'
import { entriesOf } from '../../../station/duty/entries-of.js'
import { loadPoints } from '../../../station/duty/ledger.js'
import { moveShift } from '../../../station/duty/move.js'
import { deputyLeft } from '../../../station/duty/roster-change.js'
import { ROTA_RULE } from '../../../station/duty/rota-rule.js'
import { overAt } from '../../../station/duty/shift-time.js'
import { agreeSwap, askSwap } from '../../../station/duty/swap.js'
import { legsWith } from '../../../station/duty/swap-partner.js'
import { undoEvent } from '../../../station/duty/undo.js'
import type { Result } from '../../../station/result.js'
import { type Moment, Temporal, ZONE } from '../../../station/time/civil.js'
import { monthAt } from '../../../station/time/civil-day.js'
import { anySeats, calendarOf, Desk, deputy, done, draftInto, roster, SUN_LI, shift } from './stage.js'

/** What deputies and staff do to a rota between its confirmation and its receptions. */
type Act = {
  readonly kind: 'swap' | 'seek' | 'leave' | 'cover' | 'move' | 'adjust' | 'undo' | 'resign' | 'join'
  readonly a: number
  readonly b: number
}

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('swap', 'swap', 'seek', 'leave', 'cover', 'cover', 'move', 'adjust', 'undo', 'resign', 'join'),
  a: fc.nat(1000),
  b: fc.nat(1000),
})

const RULE = { ...ROTA_RULE, points: { workday: 2, weekend: 2, holiday: 2 } }
const PLACES = 4
const CALENDAR = calendarOf()

const monthName = (index: number): string => {
  const { year, month } = monthAt(2026, 1 + index)
  return `${year}-${String(month).padStart(2, '0')}`
}
const on = (month: string, day: number, time = '09:00'): Moment =>
  Temporal.PlainDate.from(`${month}-${String(day).padStart(2, '0')}`).toZonedDateTime({
    timeZone: ZONE,
    plainTime: time,
  })

interface Witness {
  /** Called after each month with the station as it then is; `given` are duties that changed hands one way this month. */
  readonly afterMonth?: (station: Station, month: string, given: number) => void
  readonly afterDecision?: (before: Desk['book'], station: Station, decision: DutyDecision) => void
}

/** A station living through one month at a time: draft, confirm, the acts, the receptions, the summaries. */
class Station {
  readonly desk = new Desk()
  deputies: Deputy[]
  private nextSwap = 1
  private nextPerson = 1000

  constructor(
    founders: number,
    private readonly witness: Witness,
  ) {
    this.deputies = Array.from({ length: founders }, (_, index) => deputy(index + 1))
  }

  people() {
    return roster({ deputies: this.deputies, rule: RULE })
  }

  members(): Deputy[] {
    return this.deputies.filter(({ until }) => until === undefined)
  }

  live(index: number, acts: readonly Act[]): void {
    const month = monthName(index)
    const before = monthName(index - 1)
    const drafted = on(before, 20)
    const shifts = [10, 24].map((day, nth) =>
      shift(index * 2 + nth + 1, `${month}-${day}`, { seats: anySeats(PLACES / 2) }),
    )
    draftInto(this.desk, shifts, month, this.people(), drafted)
    this.take(done(confirmRoster(this.desk.book, month, drafted)), drafted)
    let given = 0
    acts.forEach((one, nth) => {
      given += this.act(
        one,
        shifts.map(({ no }) => no),
        on(month, 1 + nth, '10:00'),
      )
    })
    for (const { no } of shifts) this.serve(no)
    this.witness.afterMonth?.(this, month, given)
  }

  private take(decision: DutyDecision, now: Moment, byId = SUN_LI): void {
    const before = this.desk.book
    this.desk.take(decision, now, byId)
    this.witness.afterDecision?.(before, this, decision)
  }

  private tryOut(result: Result<DutyDecision, { code: string }>, now: Moment, byId = SUN_LI): number {
    if (result.ok) this.take(result.value, now, byId)
    return result.ok ? 1 : 0
  }

  /** Returns how many duties changed hands one way: an exchange is none. */
  private act({ kind, a, b }: Act, shiftNos: readonly number[], now: Moment): number {
    const { desk } = this
    const shiftNo = shiftNos[a % shiftNos.length] ?? 0
    const holders = desk.holders(shiftNo)
    const holder = holders[b % Math.max(1, holders.length)]
    const somebody = this.members()[b % this.members().length]?.personId ?? 0
    switch (kind) {
      case 'swap': {
        const other = desk.holders(shiftNos[(a + 1) % shiftNos.length] ?? 0)
        const partner = other[a % Math.max(1, other.length)]
        if (holder === undefined || partner === undefined) return 0
        const legs = legsWith(desk.book, holder, shiftNo, partner, now)
        if (!legs.ok || legs.value.length < 2) return 0
        const swapId = `S${this.nextSwap++}`
        if (
          !this.tryOut(
            askSwap(desk.book, { swapId, legs: legs.value, askedById: holder, now }, this.people()),
            now,
            holder,
          )
        )
          return 0
        if (b % 3 === 0)
          this.tryOut(
            moveShift(desk.book, { shiftNo, to: { startsAt: '08:30' }, why: 'changed', now }, this.people(), CALENDAR),
            now,
          )
        this.tryOut(
          agreeSwap(desk.book, { swapId, personId: partner, byId: partner, now }, this.people()),
          now,
          partner,
        )
        return 0
      }
      case 'leave':
        if (holder === undefined) return 0
        return this.tryOut(askLeave(desk.book, { shiftNo, personId: holder, reason: '出差', now }), now, holder)
      case 'seek':
        if (holder !== undefined) this.tryOut(seekCover(desk.book, { shiftNo, personId: holder, now }), now, holder)
        return 0
      case 'cover':
        return this.tryOut(takeCover(desk.book, { shiftNo, personId: somebody, now }, this.people()), now, somebody)
      case 'move': {
        const date = Temporal.PlainDate.from(desk.state(shiftNo).shift.date)
          .add({ days: b % 2 === 0 ? 1 : -1 })
          .toString()
        this.tryOut(moveShift(desk.book, { shiftNo, to: { date }, why: 'changed', now }, this.people(), CALENDAR), now)
        return 0
      }
      case 'adjust':
        return this.tryOut(
          adjustSeat(desk.book, { shiftNo, seat: 0, toId: somebody, byId: SUN_LI, now }, this.people()),
          now,
        )
      case 'undo': {
        const event = desk.events.at(-1 - (a % 4))
        if (event === undefined) return 0
        const input = { event, byId: SUN_LI, isLeading: true, undoMinutes: 10, now }
        return this.tryOut(undoEvent(desk.book, input, this.people(), CALENDAR), now)
      }
      case 'resign': {
        if (this.members().length <= 2 * PLACES + 2) return 0
        const lastDay = now.toPlainDate().toString()
        this.take(deputyLeft(desk.book, { personId: somebody, lastDay, now }, this.people()), now)
        this.deputies = this.deputies.map((row) => (row.personId === somebody ? { ...row, until: lastDay } : row))
        return 1
      }
      case 'join':
        this.deputies = [...this.deputies, deputy(this.nextPerson++, { since: now.toPlainDate().toString() })]
        return 0
    }
  }

  private serve(no: number): void {
    const { shift: held } = this.desk.state(no)
    const start = Temporal.PlainDate.from(held.date).toZonedDateTime({ timeZone: ZONE, plainTime: held.startsAt })
    for (const personId of this.desk.holders(no))
      this.take(done(signIn(this.desk.book, { shiftNo: no, personId, now: start }, this.people())), start, personId)
    if (this.desk.holders(no).length > 0)
      this.take(done(summarise(this.desk.book, no, start.add({ hours: 4 }))), start.add({ hours: 4 }))
  }
}

const years = fc.record({
  spare: fc.integer({ min: 3, max: 10 }),
  months: fc.array(fc.array(act, { maxLength: 6 }), { minLength: 60, maxLength: 60 }),
})

const check = (witness: () => Witness, numRuns: number): void =>
  fc.assert(
    fc.property(years, ({ spare, months }) => {
      const station = new Station(2 * PLACES + spare, witness())
      months.forEach((acts, index) => {
        station.live(index, acts)
      })
    }),
    { numRuns, seed: 20261123 },
  )

describe('five years of random rotas, leave, swaps, covers, moves, undos and roster changes', () => {
  test('assignments of receptions that are over never change again', () => {
    const witness = (): Witness => {
      const over = new Map<number, string>()
      return {
        afterMonth: ({ desk }, month) => {
          if (month.endsWith('-12'))
            for (const [no, written] of over) expect(JSON.stringify(desk.state(no).seats)).toBe(written)
          for (const [no, { seats }] of desk.book.shifts) if (!over.has(no)) over.set(no, JSON.stringify(seats))
        },
      }
    }
    check(witness, 6)
  })

  test('the book of any moment can be told from the events alone', () => {
    check(
      () => ({
        afterMonth: ({ desk }, month) => {
          if (!month.endsWith('-12')) return
          expect(assignmentsAt(desk.events)).toEqual(desk.book)
          const half = desk.events[Math.floor(desk.events.length / 2)]?.at
          if (half === undefined) return
          const then = assignmentsAt(desk.events, half)
          const isOver = overAt(half)
          const past = [...then.shifts.values()].filter((state) => isOver(state.shift))
          expect(past.length).toBeGreaterThan(5)
          for (const { shift: held, seats } of past) expect(desk.state(held.no).seats).toEqual(seats)
        },
      }),
      3,
    )
  })

  test('a swap survives any rescheduling: moving a reception never changes who is on duty', () => {
    let moves = 0
    let agreed = 0
    check(
      () => ({
        afterDecision: (before, { desk }, { facts }) => {
          if (facts.some(({ type }) => type === 'swapAnswered')) agreed += 1
          for (const fact of facts) {
            if (fact.type !== 'moved') continue
            moves += 1
            const was = before.shifts.get(fact.shiftNo)
            expect(desk.holders(fact.shiftNo)).toEqual(was === undefined ? [] : holdersOf(was))
            expect(desk.state(fact.shiftNo).seats.map(({ reason }) => reason)).toEqual(
              was?.seats.map(({ reason }) => reason),
            )
          }
        },
      }),
      4,
    )
    expect(moves).toBeGreaterThan(50)
    expect(agreed).toBeGreaterThan(50)
  })

  test('every place has a printable reason, and everybody whose duties change is named', () => {
    check(
      () => ({
        afterDecision: (before, { desk }, { facts, affected }) => {
          const told = new Set(affected.map(({ personId, shiftNo }) => `${personId} ${shiftNo}`))
          for (const fact of facts) {
            if (fact.type !== 'seatsChanged') continue
            for (const { shiftNo, seat, fromId, toId } of fact.changes) {
              expect(before.shifts.get(shiftNo)?.seats[seat]?.holderId ?? null).toBe(fromId)
              for (const id of [fromId, toId]) if (id !== null) expect(told).toContain(`${id} ${shiftNo}`)
            }
          }
          for (const fact of facts)
            for (const { shiftNo } of fact.type === 'seatsChanged' ? fact.changes : [])
              for (const { holderId, reason } of desk.state(shiftNo).seats) {
                expect(reason === null).toBe(holderId === null)
                expect(JSON.parse(JSON.stringify(reason))).toEqual(reason)
                if (reason === null) continue
                const printed = copy.reason(reason, (id) => `代表${id}`)
                expect(printed.length).toBeGreaterThan(0)
                for (const line of printed) expect(line).toMatch(/^(?!.*(?:undefined|null|NaN)).+。$/)
              }
        },
      }),
      2,
    )
  })

  test('in a draft nobody serves two months running unless the reason says that it could not be helped', () => {
    check(
      () => ({
        afterMonth: ({ desk }, month) => {
          const entries = entriesOf(desk.book, RULE, on(month, 28, '23:00'))
          for (const { shift: held, seats } of desk.book.shifts.values()) {
            if (held.rosterMonth !== month) continue
            for (const { holderId, reason } of seats) {
              if (reason?.basis !== 'drafted') continue
              const { year, month: number } = Temporal.PlainYearMonth.from(month).subtract({ months: 1 })
              const last = `${year}-${String(number).padStart(2, '0')}`
              const running = entries.some((row) => row.personId === holderId && row.rosterMonth === last)
              if (running) expect(reason.yielded).toContain('consecutiveMonth')
              if (running) expect(reason.shortage?.fillable).toBeLessThan(reason.shortage?.places ?? 0)
            }
          }
        },
      }),
      4,
    )
  })

  test('loads stay within one duty, one more for each duty given away during the last round, three at the very most', () => {
    const witness = (): Witness => {
      const givenAway: number[] = []
      return {
        afterMonth: (station, month, given) => {
          givenAway.push(given)
          const roundMonths = Math.ceil(station.members().length / PLACES) + 1
          const declared = givenAway.slice(-roundMonths).reduce((sum, count) => sum + count, 0)
          expect(spreadDuties(station, month)).toBeLessThanOrEqual(1 + Math.min(declared, 2))
        },
      }
    }
    check(witness, 6)
  })

  test('half a quiet year heals everything: loads are within one duty again', () => {
    fc.assert(
      fc.property(years, ({ spare, months }) => {
        const station = new Station(2 * PLACES + spare, {})
        months.forEach((acts, index) => {
          station.live(index, index % 20 < 12 ? acts : [])
          if (index % 20 === 19) expect(spreadDuties(station, monthName(index))).toBeLessThanOrEqual(1)
        })
      }),
      { numRuns: 6, seed: 20261123 },
    )
  })
})

/** Most against least loaded of all members who have entered the rota, in duties. */
const spreadDuties = (station: Station, month: string): number => {
  const { book } = station.desk
  const loads = loadPoints(entriesOf(book, RULE, on(month, 28, '23:00')), book.credits)
  const entered = new Set(book.credits.map(({ personId }) => personId))
  const all = station.members().flatMap(({ personId }) => (entered.has(personId) ? [loads.get(personId) ?? 0] : []))
  return (Math.max(...all) - Math.min(...all)) / RULE.points.workday
}

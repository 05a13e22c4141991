import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Convenor, servingOn } from '../../../station/rotation/convenor.js'
import { calendarPeriods } from '../../../station/rotation/period.js'
import { hasBegun, type Turn } from '../../../station/rotation/turn.js'
import { enteredAt, turnsLed } from '../../../station/rotation/turn-load.js'
import { type TurnTable, turnTable } from '../../../station/rotation/turns.js'
import { Temporal } from '../../../station/time/civil.js'

/** What happens to a station's convenors in one month, on a given day of it. */
type Happening = { kind: 'nothing' | 'joins' | 'leaves' | 'accepts'; day: number; which: number }

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('nothing', 'nothing', 'nothing', 'joins', 'leaves', 'accepts'),
  day: fc.integer({ min: 1, max: 28 }),
  which: fc.nat(20),
})

interface Step {
  readonly today: string
  readonly convenors: readonly Convenor[]
  readonly before: readonly Turn[]
  readonly table: TurnTable
}

/** Five years of a station that looks six months ahead and keeps two to four convenors. */
const fiveYears = (happenings: readonly Happening[], seed: string): Step[] => {
  const start = Temporal.PlainDate.from('2026-01-01')
  let convenors: Convenor[] = [1, 2, 3].map((personId) => ({ personId, from: '2026-01-01' }))
  let ledger: readonly Turn[] = []
  const steps: Step[] = []
  happenings.forEach(({ kind, day, which }, month) => {
    const today = start.add({ months: month }).with({ day }).toString()
    const serving = servingOn(convenors, today)
    const one = serving[which % serving.length]
    if (kind === 'joins' && serving.length < 4) convenors = [...convenors, { personId: 10 + month, from: today }]
    if (kind === 'leaves' && serving.length > 2)
      convenors = convenors.map((term) => (term.personId === one && !term.until ? { ...term, until: today } : term))
    const next = ledger.find((turn) => !hasBegun(turn, today))
    if (kind === 'accepts') ledger = ledger.map((turn) => (turn === next ? { ...turn, accepted: true } : turn))
    const periods = calendarPeriods('month', today, 6)
    const table = turnTable({ mode: { kind: 'convenors' }, convenors, ledger, periods, today, seed })
    steps.push({ today, convenors, before: ledger, table })
    const shown = new Set(table.turns.map((turn) => turn.period.key))
    ledger = [...ledger.filter((turn) => !shown.has(turn.period.key)), ...table.turns]
  })
  return steps
}

const runs = fc.tuple(fc.array(happening, { minLength: 60, maxLength: 60 }), fc.string({ minLength: 1, maxLength: 8 }))
const check = (holds: (step: Step) => void): void =>
  fc.assert(
    fc.property(runs, ([happenings, seed]) => {
      for (const step of fiveYears(happenings, seed)) holds(step)
    }),
    { numRuns: 20, seed: 20261123 },
  )

describe('five years of random joining, leaving and accepting', () => {
  test('what has begun and what is accepted by somebody still serving never changes', () => {
    check(({ before, table, today, convenors }) => {
      const after = new Map(table.turns.map((turn) => [turn.period.key, turn]))
      for (const turn of before) {
        const now = after.get(turn.period.key)
        if (now === undefined) expect(turn.period.startsOn < today.slice(0, 7) || turn.restOf !== undefined).toBe(true)
        else if (hasBegun(turn, today)) expect(now).toEqual(turn)
        else if (turn.accepted && servingOn(convenors, turn.period.startsOn).includes(turn.personId))
          expect(now).toEqual(turn)
      }
    })
  })

  test('no more turns change than those given up and those a newcomer needs', () => {
    check(({ before, table, today, convenors }) => {
      const known = new Map(before.map((turn) => [turn.period.key, turn]))
      for (const { periodKey, toId } of table.changes) {
        const turn = known.get(periodKey)
        const after = table.turns.find((row) => row.period.key === periodKey)
        if (turn === undefined) continue
        const givenUp = !servingOn(convenors, turn.period.startsOn).includes(turn.personId)
        const forNewcomer = before.every((row) => row.personId !== toId || row.period.startsOn < today)
        expect(givenUp || (forNewcomer && after?.reason.basis === 'rebalanced')).toBe(true)
      }
    })
  })

  test('the table is a fixed point: asked again with nothing changed, nothing changes', () => {
    check(({ before, table, today, convenors }) => {
      const shown = new Set(table.turns.map((turn) => turn.period.key))
      const ledger = [...before.filter((turn) => !shown.has(turn.period.key)), ...table.turns]
      const periods = calendarPeriods('month', today, 6)
      const again = turnTable({ mode: { kind: 'convenors' }, convenors, ledger, periods, today, seed: 'another seed' })
      expect(again.turns).toEqual(table.turns)
      expect(again.changes).toEqual([])
    })
  })

  test('loads of all who serve stay within three turns while people come and go, and within two nearly always', () => {
    let months = 0
    let apart = 0
    check(({ before, table, today, convenors }) => {
      const shown = new Set(table.turns.map((turn) => turn.period.key))
      const led = turnsLed([...before.filter((turn) => !shown.has(turn.period.key)), ...table.turns])
      const levels = enteredAt(convenors, before)
      const loads = servingOn(convenors, today)
        .filter((id) => convenors.some((term) => term.personId === id && !term.until))
        .map((id) => (led.get(id) ?? 0) + (levels.get(id) ?? 0))
      const spread = Math.max(...loads) - Math.min(...loads)
      expect(spread).toBeLessThanOrEqual(3)
      months += 1
      if (spread > 2) apart += 1
    })
    expect(apart / months).toBeLessThan(0.05)
  })

  test('every fewest-turns reason is true: all who came before had a reason to be passed over', () => {
    check(({ table }) => {
      for (const { personId, reason } of table.turns) {
        if (reason.basis !== 'fewestTurns') continue
        expect(reason.own.personId).toBe(personId)
        expect(reason.own.load).toBe(reason.own.turns + reason.own.enteredAtTurns)
        for (const { standing, why } of reason.ahead) {
          expect(standing.load).toBeLessThanOrEqual(reason.own.load)
          expect(why.length).toBeGreaterThan(0)
        }
        if (reason.next?.decidedBy === 'load') expect(reason.next.standing.load).toBeGreaterThan(reason.own.load)
      }
    })
  })
})

test('with an unchanged roster every convenor is within one turn of every other after each month of five years', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.string({ minLength: 1, maxLength: 8 }), (size, seed) => {
      const convenors = Array.from({ length: size }, (_, index) => ({ personId: index + 1, from: '2026-01-01' }))
      const { turns } = turnTable({
        mode: { kind: 'convenors' },
        convenors,
        ledger: [],
        periods: calendarPeriods('month', '2026-01-01', 60),
        today: '2026-01-01',
        seed,
      })
      turns.forEach((turn, index) => {
        const led = turnsLed(turns.slice(0, index + 1))
        const loads = convenors.map(({ personId }) => led.get(personId) ?? 0)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        if (index > 0) expect(turn.personId).not.toBe(turns[index - 1]?.personId)
      })
    }),
    { numRuns: 20, seed: 20261123 },
  )
})

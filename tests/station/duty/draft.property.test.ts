import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deputy, LeavePeriod } from '../../../station/duty/deputy.js'
import { draftMonth, type MonthDraft, placesOf } from '../../../station/duty/draft.js'
import { barFor, restsBroken } from '../../../station/duty/eligibility.js'
import type { RotaFacts } from '../../../station/duty/grid.js'
import { type Credit, type DutyEntry, loadPoints, withCredits } from '../../../station/duty/ledger.js'
import { heaviestDuty, ROTA_RULE, type RotaRule } from '../../../station/duty/rota-rule.js'
import type { DayClass, DutyShift } from '../../../station/duty/shift.js'
import { monthAt } from '../../../station/time/civil-day.js'
import { anySeats, deputy, shift } from './stage.js'

/** Every reception weighs the same: one duty is one duty. */
const EVEN: RotaRule = { ...ROTA_RULE, points: { workday: 2, weekend: 2, holiday: 2 } }

interface Life {
  readonly seatsPerShift: number
  readonly shiftsPerMonth: number
  readonly founders: number
  readonly months: readonly {
    readonly dayClasses: readonly DayClass[]
    readonly joins: boolean
    readonly leavesStation: number | null
    readonly goesOnLeave: { readonly who: number; readonly months: number } | null
  }[]
}

interface Month {
  readonly facts: RotaFacts
  readonly shifts: readonly DutyShift[]
  readonly draft: MonthDraft
  readonly members: readonly Deputy[]
  readonly after: { readonly entries: readonly DutyEntry[]; readonly credits: readonly Credit[] }
  readonly everAway: ReadonlySet<number>
}

const monthName = (index: number): string => {
  const { year, month } = monthAt(2026, 1 + index)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Five years of a station: each month people may join, leave and go on leave, then the month is drafted and served. */
const live = ({ seatsPerShift, shiftsPerMonth, founders, months }: Life, rule: RotaRule, fewest: number): Month[] => {
  let deputies: Deputy[] = Array.from({ length: founders }, (_, index) => deputy(index + 1))
  let entries: readonly DutyEntry[] = []
  let credits: readonly Credit[] = []
  const leaves: LeavePeriod[] = []
  const everAway = new Set<number>()
  return months.map((happening, index) => {
    const month = monthName(index)
    const first = `${month}-01`
    const here = () => deputies.filter(({ until }) => until === undefined)
    if (happening.joins) deputies = [...deputies, deputy(100 + index, { since: first })]
    const goer = here()[(happening.leavesStation ?? 0) % here().length]
    if (happening.leavesStation !== null && here().length > fewest)
      deputies = deputies.map((row) => (row === goer ? { ...row, until: `${monthName(index - 1)}-28` } : row))
    const away = happening.goesOnLeave
    const traveller = away === null ? undefined : here()[away.who % here().length]
    const onLeave = leaves.filter(({ until }) => until >= first).length
    if (away !== null && traveller !== undefined && here().length - onLeave > fewest) {
      const until = `${monthName(index + away.months - 1)}-28`
      leaves.push({ personId: traveller.personId, from: first, until, reason: '出国' })
      everAway.add(traveller.personId)
    }
    const shifts = Array.from({ length: shiftsPerMonth }, (_, nth) =>
      shift(index * 10 + nth, `${month}-${String(3 + 6 * nth).padStart(2, '0')}`, {
        seats: anySeats(seatsPerShift),
        dayClass: happening.dayClasses[nth] ?? 'workday',
      }),
    )
    const facts: RotaFacts = { deputies, leaves: [...leaves], entries, credits, rule, seed: '秦淮医疗' }
    const draft = draftMonth(shifts, month, facts)
    entries = [
      ...entries,
      ...draft.given.map(({ personId, shiftNo }) => {
        const { date, dayClass } = shifts.find(({ no }) => no === shiftNo) ?? shift(0, first)
        return { personId, shiftNo, rosterMonth: month, date, points: rule.points[dayClass] }
      }),
    ]
    credits = withCredits(credits, draft.credits)
    return { facts, shifts, draft, members: here(), after: { entries, credits }, everAway: new Set(everAway) }
  })
}

const happenings = (leave: boolean, churn: boolean) =>
  fc.record({
    dayClasses: fc.array(fc.constantFrom<DayClass>('workday', 'weekend', 'holiday'), { minLength: 4, maxLength: 4 }),
    joins: churn ? fc.integer({ min: 0, max: 9 }).map((roll) => roll < 2) : fc.constant(false),
    leavesStation: churn ? fc.option(fc.nat(50), { freq: 1 }) : fc.constant(null),
    goesOnLeave: leave
      ? fc.option(fc.record({ who: fc.nat(50), months: fc.integer({ min: 1, max: 8 }) }), { freq: 1 })
      : fc.constant(null),
  })

const lives = (options: { leave: boolean; churn: boolean; timesPlaces: number }): fc.Arbitrary<Life> =>
  fc
    .record({
      seatsPerShift: fc.integer({ min: 1, max: 3 }),
      shiftsPerMonth: fc.integer({ min: 1, max: 3 }),
      spare: fc.integer({ min: 0, max: 8 }),
      months: fc.array(happenings(options.leave, options.churn), { minLength: 60, maxLength: 60 }),
    })
    .map(({ spare, ...life }) => ({
      ...life,
      founders: options.timesPlaces * life.seatsPerShift * life.shiftsPerMonth + spare,
    }))

const check = (
  options: { leave: boolean; churn: boolean; timesPlaces: number; rule: RotaRule; numRuns: number },
  holds: (month: Month, all: readonly Month[], index: number) => void,
): void =>
  fc.assert(
    fc.property(lives(options), (life) => {
      const fewest = options.timesPlaces * life.seatsPerShift * life.shiftsPerMonth
      const months = live(life, options.rule, fewest)
      months.forEach((month, index) => {
        holds(month, months, index)
      })
    }),
    { numRuns: options.numRuns, seed: 20261123 },
  )

const spread = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads)
const loadsOf = ({ after }: Month, ids: readonly number[]): number[] => {
  const loads = loadPoints(after.entries, after.credits)
  return ids.map((id) => loads.get(id) ?? 0)
}

describe('five simulated years, no two months running possible for everybody', () => {
  test('loads of all members stay within one duty, whoever joins and leaves', () => {
    check({ leave: false, churn: true, timesPlaces: 2, rule: EVEN, numRuns: 15 }, (month) => {
      expect(
        spread(
          loadsOf(
            month,
            month.members.map(({ personId }) => personId),
          ),
        ),
      ).toBeLessThanOrEqual(heaviestDuty(EVEN))
    })
  })

  test('with leave: within one duty for all who never were away, one more for those who were', () => {
    check({ leave: true, churn: true, timesPlaces: 2, rule: EVEN, numRuns: 15 }, (month) => {
      const ids = month.members.map(({ personId }) => personId)
      const one = heaviestDuty(EVEN)
      expect(
        spread(
          loadsOf(
            month,
            ids.filter((id) => !month.everAway.has(id)),
          ),
        ),
      ).toBeLessThanOrEqual(one)
      expect(spread(loadsOf(month, ids))).toBeLessThanOrEqual(2 * one)
    })
  })

  test('weighed weekends and holidays: within the heaviest duty and the difference to the lightest', () => {
    const { workday } = ROTA_RULE.points
    const bound = 2 * heaviestDuty(ROTA_RULE) - workday
    check({ leave: false, churn: true, timesPlaces: 3, rule: ROTA_RULE, numRuns: 15 }, (month) => {
      expect(
        spread(
          loadsOf(
            month,
            month.members.map(({ personId }) => personId),
          ),
        ),
      ).toBeLessThanOrEqual(bound)
    })
  })

  test('nobody serves two months running, and every place is filled', () => {
    check({ leave: false, churn: true, timesPlaces: 2, rule: ROTA_RULE, numRuns: 10 }, ({ draft }, all, index) => {
      const last = new Set(all[index - 1]?.draft.given.map(({ personId }) => personId))
      expect(draft.given.filter(({ personId }) => last.has(personId))).toEqual([])
      expect(draft.empty).toEqual([])
    })
  })
})

describe('too few people, all of them on the move', () => {
  const tight = { leave: true, churn: true, timesPlaces: 1, rule: ROTA_RULE, numRuns: 10 }

  test('a month running is given up only as often as no arrangement could avoid', () => {
    check(tight, ({ draft, facts, shifts }) => {
      const places = placesOf(shifts)
      const free = (personId: number, place: number): boolean => {
        const row = facts.deputies.find((candidate) => candidate.personId === personId)
        const at = places[place]
        const own = facts.entries.filter((entry) => entry.personId === personId)
        if (row === undefined || at === undefined) return false
        const barred = barFor(row, at.shift, at.seat, facts.leaves, own) !== null
        return !barred && restsBroken(personId, at.shift, own, facts.rule).length === 0
      }
      const ids = facts.deputies.map(({ personId }) => personId)
      const unrested = draft.given.filter(({ reason }) => reason.yielded.length > 0).length + draft.empty.length
      expect(unrested).toBe(places.length - largestMatching(places.length, ids, free))
    })
  })

  test('every reason is true: recomputed from the facts it was given on, it says the same', () => {
    check(tight, ({ draft, facts, shifts, after }) => {
      const credits = withCredits(
        facts.credits,
        draft.credits.filter(({ kind }) => kind === 'opening'),
      )
      const ledger = loadPoints(facts.entries, credits)
      for (const { personId, shiftNo, seat, reason } of draft.given) {
        const { own, ahead, next, yielded } = reason
        const at = shifts.find(({ no }) => no === shiftNo)
        if (at === undefined) throw new Error(`no D${shiftNo}`)
        const named = new Set(ahead.map(({ standing }) => standing.personId))
        for (const { personId: other, since, until } of facts.deputies) {
          const isHere = since <= at.date && (until === undefined || at.date <= until)
          if (isHere && (ledger.get(other) ?? 0) < (ledger.get(personId) ?? 0)) expect(named).toContain(other)
        }
        expect(own.personId).toBe(personId)
        expect(own.loadPoints).toBe(own.dutyPoints + own.creditPoints)
        if (!yielded.includes('sameMonth')) expect(own.loadPoints).toBe(ledger.get(personId) ?? 0)
        for (const { standing, why } of ahead) {
          expect(standing.loadPoints).toBeLessThanOrEqual(own.loadPoints)
          const before = facts.entries.filter((entry) => entry.personId === standing.personId)
          const row = facts.deputies.find((candidate) => candidate.personId === standing.personId)
          if (row === undefined) throw new Error(`${standing.personId} is no deputy`)
          if (why.code === 'serves') {
            const served = after.entries.filter((entry) => entry.personId === standing.personId)
            expect(served.map((entry) => entry.shiftNo)).toContain(why.shiftNo)
          } else if (why.code === 'rests') {
            const rests = restsBroken(
              standing.personId,
              at,
              after.entries.filter((entry) => entry.personId === standing.personId),
              facts.rule,
            )
            for (const rest of why.rests) expect(rests).toContain(rest)
            expect(why.rests.some((rest) => !yielded.includes(rest))).toBe(true)
          } else if (why.code !== 'sameShift' && why.code !== 'sameDay') {
            expect(barFor(row, at, seat, facts.leaves, before)).toBe(why.code)
          }
        }
        if (next?.decidedBy === 'load') expect(next.standing.loadPoints).toBeGreaterThan(own.loadPoints)
        expect(JSON.parse(JSON.stringify(reason))).toEqual(reason)
      }
    })
  })

  test('membership, leave and one place per reception are never given up', () => {
    check(tight, ({ draft, facts, shifts }) => {
      for (const at of shifts) {
        const here = draft.given.filter(({ shiftNo }) => shiftNo === at.no).map(({ personId }) => personId)
        expect(new Set(here).size).toBe(here.length)
        for (const personId of here) {
          const row = facts.deputies.find((candidate) => candidate.personId === personId)
          expect(row && barFor(row, at, 0, facts.leaves, [])).toBeNull()
        }
      }
    })
  })
})

/** A second opinion on how many places can be filled: the plain textbook matching, place by place. */
const largestMatching = (
  places: number,
  ids: readonly number[],
  free: (personId: number, place: number) => boolean,
): number => {
  const taken = new Map<number, number>()
  const find = (place: number, seen: Set<number>): boolean =>
    ids.some((id) => {
      if (seen.has(id) || !free(id, place)) return false
      seen.add(id)
      const holds = taken.get(id)
      if (holds !== undefined && !find(holds, seen)) return false
      taken.set(id, place)
      return true
    })
  return Array.from({ length: places }, (_, place) => place).filter((place) => find(place, new Set())).length
}

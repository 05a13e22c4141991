import { isMember } from './deputy.js'
import { draftedReason } from './drafted-reason.js'
import { type BarCode, barFor } from './eligibility.js'
import { gridOf, type OpenPlace, type RotaFacts } from './grid.js'
import type { DutyEntry } from './ledger.js'
import type { DraftedReason } from './reason.js'
import { seatRound } from './seat-round.js'
import type { SeatRef } from './shift.js'

export interface GivenPlace extends SeatRef {
  readonly personId: number
  readonly reason: DraftedReason
}

/** Nobody could take it, and how many deputies each thing stood in the way of. */
export interface EmptyPlace extends SeatRef {
  readonly barred: Readonly<Partial<Record<BarCode | 'rests', number>>>
}

export interface GivenOut {
  readonly given: readonly GivenPlace[]
  readonly empty: readonly EmptyPlace[]
  /** The entries of the facts and one more for each place given. */
  readonly entries: readonly DutyEntry[]
}

/**
 * Gives out places of one month: fewest points first, rests kept as long as every place can be filled with them kept. In a
 * round everybody gets at most one place; only if places are left over does a further round give somebody a second.
 */
export const givePlaces = (places: readonly OpenPlace[], month: string, facts: RotaFacts): GivenOut => {
  const deputies = facts.deputies.filter((deputy) => places.some(({ shift }) => isMember(deputy, shift.date)))
  const given: GivenPlace[] = []
  const entries: DutyEntry[] = [...facts.entries]
  let open = places
  for (;;) {
    const grid = gridOf(open, month, { ...facts, deputies, entries })
    const seating = seatRound(grid, facts.rule)
    if (seating.placed.size === 0) break
    open.forEach(({ shift, seat }, place) => {
      const personId = grid.order[seating.placed.get(place) ?? -1]?.personId
      if (personId === undefined) return
      const reason = draftedReason(grid, seating, place, facts.rule.givesWay)
      given.push({ shiftNo: shift.no, seat, personId, reason })
      entries.push(entryFor(personId, { shift, seat }, facts))
    })
    open = open.filter((_, place) => !seating.placed.has(place))
  }
  return { given, empty: open.map((place) => emptyPlace(place, { ...facts, deputies, entries })), entries }
}

const entryFor = (personId: number, { shift }: OpenPlace, { rule }: RotaFacts): DutyEntry => ({
  personId,
  shiftNo: shift.no,
  rosterMonth: shift.rosterMonth,
  date: shift.date,
  points: rule.points[shift.dayClass],
})

const emptyPlace = ({ shift, seat }: OpenPlace, { deputies, leaves, entries }: RotaFacts): EmptyPlace => {
  const barred: Partial<Record<BarCode | 'rests', number>> = {}
  for (const deputy of deputies) {
    const own = entries.filter(({ personId }) => personId === deputy.personId)
    const why = barFor(deputy, shift, seat, leaves, own) ?? 'rests'
    barred[why] = (barred[why] ?? 0) + 1
  }
  return { shiftNo: shift.no, seat, barred }
}

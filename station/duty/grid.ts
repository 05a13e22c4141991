import type { Deputy, LeavePeriod } from './deputy.js'
import { type BarCode, barFor, restsBroken } from './eligibility.js'
import type { Credit, DutyEntry } from './ledger.js'
import type { RestCode, RotaRule } from './rota-rule.js'
import type { DutyShift } from './shift.js'
import { type Standing, standingsOf } from './standing.js'

/** Everything the ledger and the roster know when places are given out. */
export interface RotaFacts {
  readonly deputies: readonly Deputy[]
  readonly leaves: readonly LeavePeriod[]
  /** Duties done and given out, the month's other places included. */
  readonly entries: readonly DutyEntry[]
  readonly credits: readonly Credit[]
  readonly rule: RotaRule
  /** Names the station, so that two stations draw different lots. */
  readonly seed: string
}

export interface OpenPlace {
  readonly shift: DutyShift
  readonly seat: number
}

interface Cell {
  readonly bar: BarCode | null
  readonly rests: readonly RestCode[]
}

/** Who could take which place: `cells[rank][place]`, ranks being positions in the order of standings. */
export interface Grid {
  readonly month: string
  readonly places: readonly OpenPlace[]
  readonly order: readonly Standing[]
  readonly cells: readonly (readonly Cell[])[]
}

export const gridOf = (places: readonly OpenPlace[], month: string, facts: RotaFacts): Grid => {
  const { deputies, leaves, entries, credits, rule, seed } = facts
  const byId = new Map(deputies.map((deputy) => [deputy.personId, deputy]))
  const own = new Map<number, DutyEntry[]>(deputies.map(({ personId }) => [personId, []]))
  for (const entry of entries) own.get(entry.personId)?.push(entry)
  const order = standingsOf(deputies, entries, credits, seed, month)
  const cells = order.map(({ personId }) => {
    const deputy = byId.get(personId)
    const mine = own.get(personId) ?? []
    return places.map(({ shift, seat }) => ({
      bar: deputy === undefined ? ('notMember' as const) : barFor(deputy, shift, seat, leaves, mine),
      rests: restsBroken(personId, shift, mine, rule),
    }))
  })
  return { month, places, order, cells }
}

/** May this rank take this place, giving up no rest but the allowed ones? */
export const mayTake = (grid: Grid, rank: number, place: number, allowed: readonly RestCode[]): boolean => {
  const cell = grid.cells[rank]?.[place]
  return cell?.bar === null && cell.rests.every((rest) => allowed.includes(rest))
}

export const restsAt = (grid: Grid, rank: number, place: number): readonly RestCode[] =>
  grid.cells[rank]?.[place]?.rests ?? []

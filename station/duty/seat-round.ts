import { type Grid, mayTake, restsAt } from './grid.js'
import { matchPlaces } from './match-places.js'
import type { RotaRule } from './rota-rule.js'

/** `placed` maps a place to the rank that has it. */
export interface Seating {
  readonly placed: ReadonlyMap<number, number>
  /** How many places could be filled with no rest given up, with the first given up, with the first two … */
  readonly fillable: readonly number[]
}

/** One round: everybody gets at most one place, in order of standing, giving up rests only for places otherwise empty. */
export const seatRound = (grid: Grid, { givesWay, points }: RotaRule): Seating => {
  const weights = grid.places.map(({ shift }) => points[shift.dayClass])
  const weightOf = (place: number): number => weights[place] ?? 0
  const places = grid.places.map((_, place) => place)
  const ranks = grid.order.map((_, rank) => rank)
  const placed = new Map<number, number>()
  const fillable: number[] = []
  for (let count = 0; count <= givesWay.length; count += 1) {
    const allowed = givesWay.slice(0, count)
    matchPlaces(ranks, (rank) => places.filter((place) => mayTake(grid, rank, place, allowed)), placed)
    fillable.push(placed.size)
  }
  while (bringForward(grid, placed) || liftHeavy(grid, placed, weightOf)) {
    // Each step lowers the ranks seated, or the weight times rank: it comes to an end.
  }
  return { placed, fillable }
}

/** Somebody left out who comes first takes a place from somebody later, if that costs no other rest. */
const bringForward = (grid: Grid, placed: Map<number, number>): boolean => {
  const seated = new Set(placed.values())
  for (const [place, rank] of placed) {
    for (let earlier = 0; earlier < rank; earlier += 1) {
      if (seated.has(earlier) || !mayTake(grid, earlier, place, restsAt(grid, rank, place))) continue
      placed.set(place, earlier)
      return true
    }
  }
  return false
}

/** Of two people seated, the less loaded takes the heavier shift, if that costs neither of them another rest. */
const liftHeavy = (grid: Grid, placed: Map<number, number>, weightOf: (place: number) => number): boolean => {
  for (const [heavy, later] of placed) {
    for (const [light, earlier] of placed) {
      if (weightOf(heavy) <= weightOf(light) || later < earlier) continue
      if (!mayTake(grid, earlier, heavy, restsAt(grid, earlier, light))) continue
      if (!mayTake(grid, later, light, restsAt(grid, later, heavy))) continue
      placed.set(heavy, earlier)
      placed.set(light, later)
      return true
    }
  }
  return false
}

import { type Grid, mayTake, restsAt } from './grid.js'
import type { DraftedReason, PassedOver } from './reason.js'
import type { RestCode } from './rota-rule.js'
import type { Seating } from './seat-round.js'
import { compareStandings, type Standing } from './standing.js'

/** What the round knew when this place went to this rank. Throws RangeError on a place nobody has. */
export const draftedReason = (
  grid: Grid,
  { placed, fillable }: Seating,
  place: number,
  givesWay: readonly RestCode[],
): DraftedReason => {
  const rank = placed.get(place)
  const own = rank === undefined ? undefined : grid.order[rank]
  if (rank === undefined || own === undefined) throw new RangeError(`place ${place} is empty`)
  const placeOf = new Map([...placed].map(([taken, by]) => [by, taken]))
  const yielded = restsAt(grid, rank, place)
  const passedOver = (earlier: number): PassedOver => {
    const other = placeOf.get(earlier)
    const shift = other === undefined ? undefined : grid.places[other]?.shift
    if (shift !== undefined) return { code: 'serves', shiftNo: shift.no }
    const bar = grid.cells[earlier]?.[place]?.bar
    return bar ? { code: bar } : { code: 'rests', rests: restsAt(grid, earlier, place) }
  }
  const nextRank = grid.order.findIndex(
    (_, later) => later > rank && !placeOf.has(later) && mayTake(grid, later, place, yielded),
  )
  const next: Standing | undefined = grid.order[nextRank]
  const step = yielded.reduce((furthest, rest) => Math.max(furthest, givesWay.indexOf(rest)), -1)
  const without = fillable[step]
  return {
    basis: 'drafted',
    month: grid.month,
    own,
    ahead: grid.order.slice(0, rank).map((standing, earlier) => ({ standing, why: passedOver(earlier) })),
    next: next === undefined ? null : { standing: next, decidedBy: compareStandings(own, next).decidedBy },
    yielded,
    shortage: without === undefined ? null : { places: grid.places.length, fillable: without },
  }
}

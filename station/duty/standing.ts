import { lot } from '../rotation/lot.js'
import type { Deputy } from './deputy.js'
import type { Credit, DutyEntry } from './ledger.js'

/** Where a deputy stood when a place was given out. */
export interface Standing {
  readonly personId: number
  readonly duties: number
  readonly dutyPoints: number
  readonly creditPoints: number
  /** dutyPoints + creditPoints: what is compared first. */
  readonly loadPoints: number
  /** Date of the last duty, or of joining: the longer ago, the earlier again. */
  readonly waitingSince: string
  /** Drawn from person and month: the last tie-break, without favour for any name or number. */
  readonly lot: number
}

export type Decider = 'load' | 'waitingSince' | 'lot'

/** Everybody in the order in which places are offered: least loaded first. */
export const standingsOf = (
  deputies: readonly Deputy[],
  entries: readonly DutyEntry[],
  credits: readonly Credit[],
  seed: string,
  month: string,
): Standing[] => {
  const rows = new Map(
    deputies.map(({ personId, since }) => [
      personId,
      { duties: 0, dutyPoints: 0, creditPoints: 0, waitingSince: since },
    ]),
  )
  for (const { personId, points, date } of entries) {
    const row = rows.get(personId)
    if (row === undefined) continue
    row.duties += 1
    row.dutyPoints += points
    if (date > row.waitingSince) row.waitingSince = date
  }
  for (const { personId, points } of credits) {
    const row = rows.get(personId)
    if (row !== undefined) row.creditPoints += points
  }
  return [...rows]
    .map(([personId, row]) => ({
      personId,
      ...row,
      loadPoints: row.dutyPoints + row.creditPoints,
      lot: lot(seed, personId, month),
    }))
    .sort((a, b) => compareStandings(a, b).order)
}

/** Which of two comes first (negative: a), and by which fact. */
export const compareStandings = (a: Standing, b: Standing): { order: number; decidedBy: Decider } => {
  if (a.loadPoints !== b.loadPoints) return { order: a.loadPoints - b.loadPoints, decidedBy: 'load' }
  if (a.waitingSince !== b.waitingSince)
    return { order: a.waitingSince < b.waitingSince ? -1 : 1, decidedBy: 'waitingSince' }
  return { order: a.lot - b.lot || a.personId - b.personId, decidedBy: 'lot' }
}

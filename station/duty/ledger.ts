/** A duty done or given out. Past ones are facts, future ones commitments; both count. */
export interface DutyEntry {
  readonly personId: number
  readonly shiftNo: number
  readonly rosterMonth: string
  readonly date: string
  readonly points: number
}

/**
 * Points a deputy is credited without serving. `opening`: the level at which they entered (entry-level.ts), once per
 * membership. `leave`: what the least loaded of those present gained during a month of declared leave, so that a leave is
 * neither repaid nor, being worth no more than that, worth taking for its own sake.
 */
export interface Credit {
  readonly personId: number
  readonly kind: 'opening' | 'leave'
  readonly month: string
  /** Start of the membership an opening belongs to. */
  readonly since: string
  readonly points: number
  /** The level of those present before and after; for an opening only the first counts. */
  readonly levelBefore: number
  readonly levelAfter: number
}

/** A credit of the same kind for the same person and month replaces an earlier one: a month may be drafted again. */
export const withCredits = (credits: readonly Credit[], added: readonly Credit[]): Credit[] => [
  ...credits.filter(
    (old) => !added.some((row) => row.personId === old.personId && row.kind === old.kind && row.month === old.month),
  ),
  ...added,
]

/**
 * The load that is compared: points of duties done or given out, plus credits. Because every credit is the level of the
 * others for the time not eligible, loads of people who joined at different times or were away are comparable: this is the
 * load normalised by time eligible.
 */
export const loadPoints = (entries: readonly DutyEntry[], credits: readonly Credit[]): Map<number, number> => {
  const loads = new Map<number, number>()
  for (const { personId, points } of [...entries, ...credits]) loads.set(personId, (loads.get(personId) ?? 0) + points)
  return loads
}

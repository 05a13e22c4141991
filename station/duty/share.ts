/** Who got something going: the report's complaint is that the organs do what convenors should. */
export type Initiator = 'convenor' | 'staff' | 'deputy'

export interface Initiative {
  /** ISO civil date of the work itself. */
  readonly date: string
  readonly by: Initiator
  /** A convenor was asked first and staff stepped in only after the waiting time. */
  readonly steppedIn?: boolean
}

export interface LedShare {
  readonly total: number
  readonly byConvenor: number
  readonly byStaff: number
  readonly byDeputy: number
  /** Of those by staff, how many waited for a convenor in vain. */
  readonly steppedIn: number
  /** Whole percent led by convenors, half rounded up; null when there is nothing to divide. */
  readonly convenorPercent: number | null
}

/** The share of convenor-led work between two dates, both inclusive. */
export const convenorLedShare = (
  initiatives: readonly Initiative[],
  range: { readonly from: string; readonly until: string },
): LedShare => {
  const inside = initiatives.filter(({ date }) => range.from <= date && date <= range.until)
  const count = (by: Initiator): number => inside.filter((row) => row.by === by).length
  const total = inside.length
  const byConvenor = count('convenor')
  return {
    total,
    byConvenor,
    byStaff: count('staff'),
    byDeputy: count('deputy'),
    steppedIn: inside.filter(({ by, steppedIn }) => by === 'staff' && steppedIn === true).length,
    convenorPercent: total === 0 ? null : Math.floor((byConvenor * 100) / total + 0.5),
  }
}

/** A deputy who takes part in receptions. Dates are ISO civil dates, both inclusive; 特邀 deputies have an `until`. */
export interface Deputy {
  readonly personId: number
  readonly level: string | null
  readonly professions: readonly string[]
  readonly since: string
  readonly until?: string
}

/** Declared leave. Both dates inclusive; the reason is the deputy's own. */
export interface LeavePeriod {
  readonly personId: number
  readonly from: string
  readonly until: string
  readonly reason: string
}

export const isMember = ({ since, until }: Deputy, date: string): boolean =>
  since <= date && (until === undefined || date <= until)

export const isOnLeave = (leaves: readonly LeavePeriod[], personId: number, date: string): boolean =>
  leaves.some((leave) => leave.personId === personId && leave.from <= date && date <= leave.until)

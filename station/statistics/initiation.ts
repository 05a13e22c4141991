import type { Role } from '../roles.js'

/** Who was behind an activity: the stations are meant to be moved by their convenors, not by the office. */
export type Initiator = 'convenor' | 'office' | 'deputy'

const INITIATOR_OF: Partial<Record<Role, Initiator>> = {
  onDuty: 'convenor',
  convenor: 'convenor',
  head: 'convenor',
  liaison: 'office',
  district: 'office',
}

export interface Initiation {
  readonly total: number
  readonly count: Readonly<Record<Initiator, number>>
  /** Whole per cent moved by convenors; null when there was nothing. */
  readonly convenorPercent: number | null
}

/** `createdByRoles`: the role each activity's maker had at that time. */
export function initiationOf(createdByRoles: readonly string[]): Initiation {
  const count = { convenor: 0, office: 0, deputy: 0 }
  for (const role of createdByRoles) count[INITIATOR_OF[role as Role] ?? 'deputy'] += 1
  const total = createdByRoles.length
  return { total, count, convenorPercent: total === 0 ? null : Math.round((count.convenor / total) * 100) }
}

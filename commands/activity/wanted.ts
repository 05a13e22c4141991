import { Temporal } from '../../station/time/civil.js'
import type { Wanted } from './make.js'

/** What is wanted, as JSON: while its time is still asked for, or a draft of it waits for approval. */
export type StoredWanted = Omit<Wanted, 'deadlineAt'> & { deadlineAt: string | null }

export const stored = (wanted: Wanted): StoredWanted => ({
  ...wanted,
  deadlineAt: wanted.deadlineAt?.toString() ?? null,
})

export const wantedFrom = ({ deadlineAt, ...wanted }: StoredWanted): Wanted => ({
  ...wanted,
  deadlineAt: deadlineAt === null ? null : Temporal.ZonedDateTime.from(deadlineAt),
})

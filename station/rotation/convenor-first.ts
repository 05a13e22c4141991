import { type Moment, Temporal } from '../time/civil.js'

/** What a convenor should do is asked of the convenor first; staff step in only after this long. */
export const STAFF_STEP_IN_AFTER_HOURS = 48

/** Something the convenor on duty was asked to do: send a notice, publish a summary, fill a vacancy. */
export interface ConvenorTask {
  readonly askedAt: Moment
  readonly doneAt?: Moment
  readonly doneBy?: 'convenor' | 'staff'
}

export type TaskStanding =
  | { readonly code: 'withConvenor'; readonly stepInAt: Moment }
  | { readonly code: 'withStaff'; readonly since: Moment }
  | { readonly code: 'doneByConvenor' | 'doneByStaff' }

/** Who is to be asked now. The convenor may still do it after staff have been asked. */
export const taskStanding = (
  { askedAt, doneAt, doneBy }: ConvenorTask,
  now: Moment,
  stepInAfterHours: number = STAFF_STEP_IN_AFTER_HOURS,
): TaskStanding => {
  if (doneAt !== undefined) return { code: doneBy === 'staff' ? 'doneByStaff' : 'doneByConvenor' }
  const stepInAt = askedAt.add({ hours: stepInAfterHours })
  return Temporal.ZonedDateTime.compare(now, stepInAt) < 0
    ? { code: 'withConvenor', stepInAt }
    : { code: 'withStaff', since: stepInAt }
}

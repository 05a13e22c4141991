import { addWorkdays, type CalendarUnpublished, isWorkday, workdaysBetween } from '../calendar/workdays.js'
import { ok, type Result } from '../result.js'
import { Temporal } from '../time/civil.js'

/** A stretch in which nobody was responsible (退办待改派): its workdays do not count. `until` null: it still lasts. */
export interface Pause {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
}

export interface WorkdayClock {
  /** The day the matter was handed over; not counted itself. */
  readonly startedOn: Temporal.PlainDate
  readonly limitWorkdays: number
  /** In order, not overlapping. */
  readonly pauses: readonly Pause[]
}

/** Three colours, and a fourth for a clock that stands still. */
export type ClockColour = 'green' | 'yellow' | 'red' | 'paused'

export interface ClockReading {
  /** The last day in time. Null while the clock stands still: nobody can know it yet. */
  readonly dueOn: Temporal.PlainDate | null
  /** Workdays left after today; negative: workdays late. */
  readonly leftWorkdays: number
  readonly colour: ClockColour
}

/** From this many workdays left on, a clock is yellow. */
const YELLOW_FROM_WORKDAYS = 3

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0

type Counted<T> = Result<T, CalendarUnpublished>

const workdaysPaused = (pauses: readonly Pause[], before: Temporal.PlainDate): Counted<number> => {
  let total = 0
  for (const { from, until } of pauses) {
    const end = until === null || later(until, before) ? before : until
    if (!later(end, from)) continue
    const counted = workdaysBetween(from, end)
    if (!counted.ok) return counted
    total += counted.value
  }
  return ok(total)
}

const colourOf = (leftWorkdays: number): ClockColour => {
  if (leftWorkdays < 0) return 'red'
  return leftWorkdays <= YELLOW_FROM_WORKDAYS ? 'yellow' : 'green'
}

const late = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Counted<ClockReading> => {
  let known = 0
  for (let day = dueOn.add({ days: 1 }); !later(day, today); day = day.add({ days: 1 })) {
    const works = isWorkday(day)
    if (!works.ok) break
    if (works.value) known += 1
  }
  const leftWorkdays = -Math.max(1, known)
  return ok({ dueOn, leftWorkdays, colour: colourOf(leftWorkdays) })
}

/**
 * Where a workday clock stands on `today`. A pause's first day still counts, its last one does not: the unit that gave
 * a matter back had it that morning, and the next one begins the day after it was re-assigned.
 */
export const readClock = (clock: WorkdayClock, today: Temporal.PlainDate): Counted<ClockReading> => {
  const running = clock.pauses.at(-1)
  if (running !== undefined && running.until === null && !later(running.from, today)) {
    // Counted up to the pause only: what comes after it needs no calendar.
    const earlier = workdaysPaused(clock.pauses.slice(0, -1), running.from)
    if (!earlier.ok) return earlier
    const used = workdaysBetween(clock.startedOn, running.from)
    if (!used.ok) return used
    return ok({ dueOn: null, leftWorkdays: clock.limitWorkdays - used.value + earlier.value, colour: 'paused' })
  }
  const lost = workdaysPaused(clock.pauses, today)
  if (!lost.ok) return lost
  const due = addWorkdays(clock.startedOn, clock.limitWorkdays + lost.value)
  if (!due.ok) return due
  const left = workdaysBetween(today, due.value)
  // Nobody knows yet how many workdays late it is, but late it is: as many as are known of.
  if (!left.ok && later(today, due.value)) return late(due.value, today)
  if (!left.ok) return left
  // Late on a Saturday is late, though no workday has passed since.
  const leftWorkdays = left.value === 0 && later(today, due.value) ? -1 : left.value
  return ok({ dueOn: due.value, leftWorkdays, colour: colourOf(leftWorkdays) })
}

import type { Services, StationContext, StationFacts } from '../commands/context.js'
import type { Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import type { Moment } from '../station/time/civil.js'
import { timeOfDay } from './times-of-day.js'

/** One time at which a job has something to do for a station. The key never changes for the same thing to be done. */
export interface Slot {
  key: string
  at: Moment
  /** Only for runs asked for by a command. */
  payload?: Record<string, unknown>
}

export interface Preparation {
  db: Tx
  station: Station
  slot: Slot
  now: Moment
  services: Services
}

export interface Job {
  name: string
  /** How late it may still be done, minutes; later it is skipped. */
  graceMinutes: number
  /** Slots of a station in (after, upTo], computed from the rows as they are now. */
  slots(db: Tx, station: Station, after: Moment, upTo: Moment): Promise<Slot[]> | Slot[]
  /**
   * Asked outside a transaction, perhaps before its time: that there is nothing to do at this slot. It is then noted as done
   * without a run of its own; most mornings of most stations are such.
   */
  idle?(facts: StationFacts, slot: Slot): Promise<boolean>
  /** What needs time and no lock (a model, a file): outside the transaction. */
  prepare?(before: Preparation): Promise<unknown>
  /** Said once `prepare` has taken longer than a few seconds; in a transaction of its own, nothing else may be written. */
  slow?(context: StationContext, slot: Slot): Promise<void>
  /** In one transaction with the row that says it was done. What it tells is computed from the truth of this moment. */
  run(context: StationContext, slot: Slot, prepared: unknown): Promise<void>
  /** Somebody waits for a run that was asked for and cannot be done: says so. Without it the run is tried again for ever. */
  failed?(context: StationContext, slot: Slot): Promise<void>
}

/** A job whose `run` is given what its `prepare` made. */
export function preparedJob<P>(
  declared: Omit<Job, 'prepare' | 'run'> & {
    prepare(before: Preparation): Promise<P>
    run(context: StationContext, slot: Slot, prepared: P): Promise<void>
  },
): Job {
  return { ...declared, run: (context, slot, prepared) => declared.run(context, slot, prepared as P) }
}

/** Every day at a time of day ("07:30"), as slots of a station. */
export function daily(time: string, station: Station, after: Moment, upTo: Moment): Slot[] {
  const slots: Slot[] = []
  const [afterMs, upToMs] = [after.epochMilliseconds, upTo.epochMilliseconds]
  for (let each = timeOfDay(after.toPlainDate(), time, after.timeZoneId); each.atMs <= upToMs; each = each.next())
    if (each.atMs > afterMs) slots.push({ key: `${station.id}:${each.text}`, at: each.at })
  return slots
}

/** Every week on a weekday (1 = Monday). */
export function weekly(weekday: number, time: string, station: Station, after: Moment, upTo: Moment): Slot[] {
  return daily(time, station, after, upTo).filter((slot) => slot.at.dayOfWeek === weekday)
}

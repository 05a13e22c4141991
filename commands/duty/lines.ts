import type { Tx } from '../../prisma/change.js'
import { holdersOf, type ShiftState } from '../../station/duty/book.js'
import type { Temporal } from '../../station/time/civil.js'
import { namesOf } from './book.js'
import { copy } from './copy.js'

/** One line for each reception, with the names of those who have it now. */
export const lines = (db: Tx, states: readonly ShiftState[]): Promise<string[]> =>
  Promise.all(states.map(async (state) => copy.planned(state, await namesOf(db, holdersOf(state)))))

export const monthOf = (day: Temporal.PlainDate): string => day.toPlainYearMonth().toString()

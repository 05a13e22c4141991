import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type Lapsed, type Promoted, settle } from './promotion.js'
import { heldPersons, personsOf, poolOf, type SignUpBook, type SignUpRow, withRow } from './sign-up-book.js'
import { holdsPlace } from './sign-up-status.js'

export interface CapacityChange {
  readonly pool: string
  /** null: unlimited. */
  readonly capacityPersons: number | null
  readonly at: Moment
  /** The convenor's decision when more hold a place than would fit: the last ones go back to the waiting list and are told. */
  readonly moveLastToWaiting?: boolean
}

export interface CapacityDecision {
  readonly book: SignUpBook
  readonly code: 'changed' | 'unchanged'
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
  /** Put back on the waiting list on the convenor's word; each of them must be told. */
  readonly movedToWaiting: readonly SignUpRow[]
}

export type CapacityRefusal =
  | { code: 'poolUnknown'; pool: string; pools: readonly string[] }
  | { code: 'capacityInvalid'; capacityPersons: number }
  /** `last`: who would have to move, the latest arrival first. */
  | { code: 'overbooked'; heldPersons: number; capacityPersons: number; last: readonly SignUpRow[] }

/** An unanswered offer goes before a given place; among equals the latest arrival goes first. */
const lastFirst = (rows: readonly SignUpRow[]): SignUpRow[] =>
  [...rows].sort(
    (a, b) => Number(b.status === 'offered') - Number(a.status === 'offered') || b.arrivalSeq - a.arrivalSeq,
  )

const whoWouldMove = (book: SignUpBook, pool: string, capacityPersons: number): SignUpRow[] => {
  const moving: SignUpRow[] = []
  let held = heldPersons(book, pool)
  for (const row of lastFirst(book.rows.filter((row) => row.pool === pool && holdsPlace(row.status)))) {
    if (held <= capacityPersons) break
    moving.push(row)
    held -= personsOf(row)
  }
  return moving
}

/** 限N人. Growing moves the line up; shrinking below what is held is refused with names, because nobody is pushed out silently. */
export const changeCapacity = (
  before: SignUpBook,
  change: CapacityChange,
): Result<CapacityDecision, CapacityRefusal> => {
  const { pool: key, capacityPersons, at } = change
  const pool = poolOf(before, key)
  if (pool === undefined)
    return err({ code: 'poolUnknown', pool: key, pools: before.pools.map((existing) => existing.key) })
  if (capacityPersons !== null && (!Number.isInteger(capacityPersons) || capacityPersons < 1))
    return err({ code: 'capacityInvalid', capacityPersons })

  const settled = settle(before, at)
  if (pool.capacityPersons === capacityPersons) return ok({ ...settled, code: 'unchanged', movedToWaiting: [] })
  const last = capacityPersons === null ? [] : whoWouldMove(settled.book, key, capacityPersons)
  if (last.length > 0 && capacityPersons !== null && change.moveLastToWaiting !== true)
    return err({ code: 'overbooked', heldPersons: heldPersons(settled.book, key), capacityPersons, last })

  const movedToWaiting = last.map((row): SignUpRow => ({ ...row, status: 'waiting', answerBy: null }))
  const emptied = movedToWaiting.reduce(withRow, settled.book)
  const pools = emptied.pools.map((existing) => (existing.key === key ? { ...existing, capacityPersons } : existing))
  const resized = settle({ ...emptied, pools }, at)
  return ok({
    book: resized.book,
    code: 'changed',
    promoted: [...settled.promoted, ...resized.promoted],
    lapsed: settled.lapsed,
    movedToWaiting,
  })
}

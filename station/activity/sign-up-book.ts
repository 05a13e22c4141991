import type { Moment } from '../time/civil.js'
import type { Person } from './person.js'
import { holdsPlace, isGoing, isInLine, type SignUpStatus } from './sign-up-status.js'

/** One kind of place: a session (上午场) or a mode (线下 / 线上). `capacityPersons` null means unlimited. */
export interface Pool {
  readonly key: string
  readonly capacityPersons: number | null
}

/** A duty within the activity (审判长, 讲解). `limitPersons` null means anybody may take it. */
export interface RolePlaces {
  readonly name: string
  readonly limitPersons: number | null
}

/** The one row a person has in one activity, whatever happened and however often. */
export interface SignUpRow {
  readonly person: Person
  readonly status: SignUpStatus
  /** Order in the line: the arrival of the person's own word that last put them in it. */
  readonly arrivalSeq: number
  /** Newest message about this row. Anything with a lower or equal number is a duplicate or came late, and changes nothing. */
  readonly lastSeq: number
  readonly signedUpAt: Moment
  readonly pool: string
  readonly companions: number
  readonly role: string | null
  readonly note: string | null
  /** Who typed it; differs from `person` for 代报. */
  readonly by: Person
  /** The station a guest comes from; the activity counts for both. */
  readonly guestOf: string | null
  /** Until when an offer, or the question about a new date, may be answered. */
  readonly answerBy: Moment | null
  readonly leaveReason: string | null
}

export type Promotion = 'immediate' | 'offer'

/** Whether sign-ups are taken now; derived from the activity's state. */
export type Accepting = 'open' | 'notYetOpen' | 'closed' | 'cancelled' | 'over'

/** The sign-ups of one activity. Rows are kept in order of arrival. */
export interface SignUpBook {
  readonly accepting: Accepting
  readonly deadlineAt: Moment | null
  readonly startsAt: Moment
  /** At least one; the first is where a sign-up without a choice goes. */
  readonly pools: readonly Pool[]
  /** Empty: any duty may be named freely. */
  readonly roles: readonly RolePlaces[]
  readonly promotion: Promotion
  readonly offerHours: number
  /** 需核名: an outside organ must clear every name. */
  readonly needsApproval: boolean
  readonly maxCompanions: number | null
  readonly rows: readonly SignUpRow[]
}

const DEFAULT_OFFER_HOURS = 12
const DEFAULT_POOL = '到场'

type BookSettings = Partial<Omit<SignUpBook, 'startsAt'>> & { startsAt: Moment; capacityPersons?: number | null }

/** An open book with the house defaults: one pool, promotion at once, no deadline, nobody in it. */
export const newBook = ({ capacityPersons = null, ...settings }: BookSettings): SignUpBook => {
  const book: SignUpBook = {
    accepting: 'open',
    deadlineAt: null,
    pools: [{ key: DEFAULT_POOL, capacityPersons }],
    roles: [],
    promotion: 'immediate',
    offerHours: DEFAULT_OFFER_HOURS,
    needsApproval: false,
    maxCompanions: null,
    rows: [],
    ...settings,
  }
  firstPool(book)
  return { ...book, rows: inOrderOfArrival(book.rows) }
}

const inOrderOfArrival = (rows: readonly SignUpRow[]): SignUpRow[] =>
  [...rows].sort((a, b) => a.arrivalSeq - b.arrivalSeq || a.person.id - b.person.id)

export const rowOf = (book: SignUpBook, personId: number): SignUpRow | undefined =>
  book.rows.find((row) => row.person.id === personId)

/** Puts a row in its place in the line, replacing the person's earlier one: one row a person. */
export const withRow = (book: SignUpBook, row: SignUpRow): SignUpBook => ({
  ...book,
  rows: inOrderOfArrival([...book.rows.filter((other) => other.person.id !== row.person.id), row]),
})

/** Persons a row brings: the deputy and the companions (带2人). */
export const personsOf = (row: SignUpRow): number => 1 + row.companions

const sumPersons = (rows: readonly SignUpRow[]): number => rows.reduce((sum, row) => sum + personsOf(row), 0)

export const firstPool = (book: SignUpBook): Pool => {
  const [pool] = book.pools
  if (pool === undefined) throw new RangeError('a sign-up book needs at least one pool of places')
  return pool
}

export const poolOf = (book: SignUpBook, key: string): Pool | undefined => book.pools.find((pool) => pool.key === key)

export const heldPersons = (book: SignUpBook, pool: string): number =>
  sumPersons(book.rows.filter((row) => row.pool === pool && holdsPlace(row.status)))

export const freePersons = (book: SignUpBook, pool: Pool): number =>
  pool.capacityPersons === null ? Number.POSITIVE_INFINITY : pool.capacityPersons - heldPersons(book, pool.key)

export const waitingRows = (book: SignUpBook, pool?: string): SignUpRow[] =>
  book.rows.filter((row) => row.status === 'waiting' && (pool === undefined || row.pool === pool))

/** Place in the waiting list of the row's pool, from 1; null when not waiting. */
export const waitingPosition = (book: SignUpBook, personId: number): number | null => {
  const row = rowOf(book, personId)
  if (row?.status !== 'waiting') return null
  return waitingRows(book, row.pool).findIndex((other) => other.person.id === personId) + 1
}

export const goingRows = (book: SignUpBook): SignUpRow[] => book.rows.filter((row) => isGoing(row.status))
export const goingPersons = (book: SignUpBook): number => sumPersons(goingRows(book))
export const inLineRows = (book: SignUpBook): SignUpRow[] => book.rows.filter((row) => isInLine(row.status))

/** Every limited pool is full: the activity shows 满员. An unlimited pool never is. */
export const isFull = (book: SignUpBook): boolean => book.pools.every((pool) => freePersons(book, pool) <= 0)

import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import type { Person } from './person.js'
import { fillPlaces, type Lapsed, type Promoted, settle } from './promotion.js'
import { type RoleRefusal, takeRole } from './role.js'
import {
  type Accepting,
  firstPool,
  freePersons,
  personsOf,
  poolOf,
  rowOf,
  type SignUpBook,
  type SignUpRow,
  waitingPosition,
  waitingRows,
  withRow,
} from './sign-up-book.js'
import { holdsPlace, isInLine, type SignUpStatus } from './sign-up-status.js'

/** One sign-up as it arrived. What is left out keeps its earlier value when the person is already in line. */
export interface SignUpInput {
  readonly at: Moment
  readonly seq: number
  /** Who typed it; another person makes it a 代报 that waits for consent. Default: the person. */
  readonly by?: Person
  readonly companions?: number
  readonly role?: string
  readonly note?: string
  readonly pool?: string
  readonly guestOf?: string
}

export interface SignUpDecision {
  readonly book: SignUpBook
  /**
   * `signedUp`: new in line, see `standing`. `updated`: the same row with other companions, duty, note or place.
   * `already`: nothing to change. `stale`: a duplicate, or older than what this person said since.
   */
  readonly code: 'signedUp' | 'updated' | 'already' | 'stale'
  readonly row: SignUpRow
  readonly standing: SignUpStatus
  /** From 1 when waiting, else null. */
  readonly position: number | null
  /** Others who moved up because this person asked for less or moved to another pool. */
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
}

export interface ClosedRefusal {
  readonly code: 'closed'
  readonly because: Exclude<Accepting, 'open'> | 'deadline' | 'started'
  readonly deadlineAt: Moment | null
}

export type SignUpRefusal =
  | RoleRefusal
  | ClosedRefusal
  | { code: 'poolUnknown'; pool: string; pools: readonly string[] }
  | { code: 'poolFull'; pool: string; freePersons: number; wantedPersons: number }
  | { code: 'tooManyCompanions'; companions: number; maxCompanions: number }
  | { code: 'companionsInvalid'; companions: number }

const closedBecause = (book: SignUpBook, at: Moment): ClosedRefusal | null => {
  const closed = (because: ClosedRefusal['because']): ClosedRefusal => ({
    code: 'closed',
    because,
    deadlineAt: book.deadlineAt,
  })
  if (book.accepting !== 'open') return closed(book.accepting)
  if (book.deadlineAt !== null && Temporal.ZonedDateTime.compare(at, book.deadlineAt) > 0) return closed('deadline')
  if (Temporal.ZonedDateTime.compare(at, book.startsAt) >= 0) return closed('started')
  return null
}

const wantedRow = (book: SignUpBook, person: Person, input: SignUpInput, old: SignUpRow | undefined): SignUpRow => {
  const kept = old !== undefined && isInLine(old.status) ? old : undefined
  const by = input.by ?? person
  const ownWord = by.id === person.id
  const standing = kept?.status ?? (ownWord ? 'waiting' : 'pendingConsent')
  return {
    person,
    status: standing === 'pendingConsent' && ownWord ? 'waiting' : standing,
    arrivalSeq: kept === undefined || kept.status === 'pendingConsent' ? input.seq : kept.arrivalSeq,
    // Only the person's own words age a row: a 代报 must not make an own sign-up that arrives after it look old.
    lastSeq: ownWord ? input.seq : (old?.lastSeq ?? 0),
    signedUpAt: kept?.signedUpAt ?? input.at,
    pool: input.pool ?? kept?.pool ?? firstPool(book).key,
    companions: input.companions ?? kept?.companions ?? 0,
    role: input.role ?? kept?.role ?? null,
    note: input.note ?? kept?.note ?? null,
    by: kept?.by ?? by,
    guestOf: input.guestOf ?? kept?.guestOf ?? null,
    answerBy: kept?.answerBy ?? null,
    leaveReason: null,
  }
}

const sameWish = (a: SignUpRow, b: SignUpRow): boolean =>
  a.status === b.status && a.pool === b.pool && a.companions === b.companions && a.role === b.role && a.note === b.note

/** A person who holds a place may only grow or move into room that nobody is waiting for; else the place is kept as it was. */
const roomToMove = (book: SignUpBook, old: SignUpRow, wanted: SignUpRow): SignUpRefusal | null => {
  const pool = poolOf(book, wanted.pool)
  if (pool === undefined) throw new RangeError(`no pool ${wanted.pool}`)
  const extraPersons = old.pool === wanted.pool ? personsOf(wanted) - personsOf(old) : personsOf(wanted)
  if (extraPersons <= 0) return null
  const free = waitingRows(book, pool.key).length > 0 ? 0 : freePersons(book, pool)
  if (extraPersons <= free) return null
  return { code: 'poolFull', pool: pool.key, freePersons: free, wantedPersons: extraPersons }
}

const checkWish = (
  book: SignUpBook,
  wanted: SignUpRow,
  old: SignUpRow | undefined,
): Result<SignUpRow, SignUpRefusal> => {
  const { companions } = wanted
  if (!Number.isInteger(companions) || companions < 0) return err({ code: 'companionsInvalid', companions })
  if (book.maxCompanions !== null && companions > book.maxCompanions)
    return err({ code: 'tooManyCompanions', companions, maxCompanions: book.maxCompanions })
  if (poolOf(book, wanted.pool) === undefined)
    return err({ code: 'poolUnknown', pool: wanted.pool, pools: book.pools.map((pool) => pool.key) })
  // A duty kept from before is not asked about again: only a new wish can be refused.
  if (wanted.role !== null && wanted.role !== old?.role) {
    const role = takeRole(book, wanted.role, wanted.person.id)
    if (!role.ok) return role
  }
  return ok(wanted)
}

/**
 * 报名. The place in the line is the arrival of the person's own word; the same person twice is one row.
 * A yes to an offer, to a new date, or to a 代报 may also be said with a plain sign-up.
 */
export const signUp = (
  before: SignUpBook,
  person: Person,
  input: SignUpInput,
): Result<SignUpDecision, SignUpRefusal> => {
  const { book, promoted, lapsed } = settle(before, input.at)
  const old = rowOf(book, person.id)
  const answer = (code: SignUpDecision['code'], after: SignUpBook, moved: readonly Promoted[]): SignUpDecision => {
    const row = rowOf(after, person.id) as SignUpRow
    const position = waitingPosition(after, person.id)
    return { book: after, code, row, standing: row.status, position, promoted: moved, lapsed }
  }

  if (old !== undefined && input.seq <= old.lastSeq) return ok(answer('stale', book, promoted))
  const ownWord = input.by === undefined || input.by.id === person.id
  const inLine = old !== undefined && isInLine(old.status)
  if (inLine && !ownWord) return ok(answer('already', book, promoted))

  const wish = wantedRow(book, person, input, old)
  const saysYes = inLine && (old.status === 'offered' || old.status === 'toReconfirm')
  const wanted: SignUpRow = saysYes
    ? {
        ...wish,
        status: book.needsApproval ? 'pendingApproval' : 'confirmed',
        answerBy: null,
      }
    : wish
  if (inLine && sameWish(old, wanted))
    return ok(answer('already', withRow(book, { ...old, lastSeq: input.seq }), promoted))

  const closed = closedBecause(book, input.at)
  // The question put to somebody outlives the sign-up deadline; a change of the wish does not.
  const answersInTime = saysYes && sameWish({ ...old, status: wanted.status }, wanted)
  if (closed !== null && !(answersInTime && (closed.because === 'deadline' || closed.because === 'closed')))
    return err(closed)
  const checked = checkWish(book, wanted, inLine ? old : undefined)
  if (!checked.ok) return checked
  if (inLine && holdsPlace(old.status)) {
    const refused = roomToMove(book, old, wanted)
    if (refused !== null) return err(refused)
  }
  const filled = fillPlaces(withRow(book, wanted), input.at, person.id)
  const others = filled.promoted.filter((move) => move.row.person.id !== person.id)
  return ok(answer(inLine ? 'updated' : 'signedUp', filled.book, [...promoted, ...others]))
}

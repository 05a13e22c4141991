import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import type { Person } from './person.js'
import { fillPlaces, type Lapsed, type Promoted, settle } from './promotion.js'
import { firstPool, rowOf, type SignUpBook, type SignUpRow, withRow } from './sign-up-book.js'
import { holdsPlace, isInLine } from './sign-up-status.js'

export interface WithdrawInput {
  readonly at: Moment
  readonly seq: number
  readonly reason?: string
}

export interface WithdrawDecision {
  readonly book: SignUpBook
  /** `notSignedUp`: there was nothing to withdraw from. `stale`: a duplicate, or older than the person's last word. */
  readonly code: 'withdrawn' | 'leave' | 'notSignedUp' | 'stale'
  readonly row: SignUpRow
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
}

export type WithdrawRefusal =
  | { code: 'reasonNeeded'; deadlineAt: Moment | null }
  | { code: 'started'; startsAt: Moment }
  | { code: 'notSignedUp' }

const nobody = (book: SignUpBook, person: Person, { at, seq }: WithdrawInput): SignUpRow => ({
  person,
  status: 'neverIn',
  arrivalSeq: seq,
  lastSeq: seq,
  signedUpAt: at,
  pool: firstPool(book).key,
  companions: 0,
  role: null,
  note: null,
  by: person,
  guestOf: null,
  answerBy: null,
  leaveReason: null,
})

/** Takes the person out and lets the next in line move up in the same step. */
const leaveLine = (
  { book, promoted, lapsed }: ReturnType<typeof settle>,
  row: SignUpRow,
  out: Pick<SignUpRow, 'status' | 'leaveReason'>,
  input: WithdrawInput,
): WithdrawDecision => {
  const gone: SignUpRow = { ...row, ...out, lastSeq: Math.max(row.lastSeq, input.seq), answerBy: null }
  const filled = fillPlaces(withRow(book, gone), input.at)
  const code = out.status === 'leave' ? 'leave' : 'withdrawn'
  return { book: filled.book, code, row: gone, promoted: [...promoted, ...filled.promoted], lapsed }
}

const afterDeadline = (book: SignUpBook, at: Moment): boolean =>
  book.accepting === 'closed' ||
  book.accepting === 'over' ||
  (book.deadlineAt !== null && Temporal.ZonedDateTime.compare(at, book.deadlineAt) > 0)

/**
 * 退出. Before the deadline it needs no reason. After it, somebody who holds a place asks for leave with a reason (请假);
 * who only waits may always go. Once the activity has begun, attendance decides, not this.
 */
export const withdraw = (
  before: SignUpBook,
  person: Person,
  input: WithdrawInput,
): Result<WithdrawDecision, WithdrawRefusal> => {
  const settled = settle(before, input.at)
  const { book, promoted, lapsed } = settled
  const row = rowOf(book, person.id)
  if (row === undefined) {
    const tombstone = nobody(book, person, input)
    return ok({ book: withRow(book, tombstone), code: 'notSignedUp', row: tombstone, promoted, lapsed })
  }
  if (input.seq <= row.lastSeq) return ok({ book, code: 'stale', row, promoted, lapsed })
  if (!isInLine(row.status)) {
    const seen: SignUpRow = { ...row, lastSeq: input.seq }
    return ok({ book: withRow(book, seen), code: 'notSignedUp', row: seen, promoted, lapsed })
  }
  if (row.status === 'pendingConsent')
    return ok(leaveLine(settled, row, { status: 'declined', leaveReason: null }, input))
  if (Temporal.ZonedDateTime.compare(input.at, book.startsAt) >= 0)
    return err({ code: 'started', startsAt: book.startsAt })
  if (holdsPlace(row.status) && afterDeadline(book, input.at)) return askLeave(before, person, input)
  return ok(leaveLine(settled, row, { status: 'withdrawn', leaveReason: null }, input))
}

/** 请假: out, but on record as excused, which is not the same as absent. A reason is required after the deadline. */
export const askLeave = (
  before: SignUpBook,
  person: Person,
  input: WithdrawInput,
): Result<WithdrawDecision, WithdrawRefusal> => {
  const settled = settle(before, input.at)
  const { book, promoted, lapsed } = settled
  const row = rowOf(book, person.id)
  if (row === undefined) return err({ code: 'notSignedUp' })
  if (input.seq <= row.lastSeq) return ok({ book, code: 'stale', row, promoted, lapsed })
  if (!isInLine(row.status)) return err({ code: 'notSignedUp' })
  // Leave is from a place one holds; who only waits, or never agreed, simply goes.
  if (!holdsPlace(row.status)) return withdraw(before, person, input)
  const reason = input.reason?.trim() ?? ''
  const started = Temporal.ZonedDateTime.compare(input.at, book.startsAt) >= 0
  if (reason === '' && (started || afterDeadline(book, input.at)))
    return err({ code: 'reasonNeeded', deadlineAt: book.deadlineAt })
  return ok(leaveLine(settled, row, { status: 'leave', leaveReason: reason === '' ? null : reason }, input))
}

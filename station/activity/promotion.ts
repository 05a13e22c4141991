import { type Moment, Temporal } from '../time/civil.js'
import { takeRole } from './role.js'
import { freePersons, personsOf, type SignUpBook, type SignUpRow, waitingRows, withRow } from './sign-up-book.js'

/** What a freed place did for somebody who was waiting. */
export interface Promoted {
  readonly row: SignUpRow
  readonly to: 'confirmed' | 'pendingApproval' | 'offered'
  /** The duty asked for while waiting, taken by another meanwhile. */
  readonly roleLost: string | null
}

export interface Lapsed {
  readonly row: SignUpRow
  readonly because: 'offerExpired' | 'notReconfirmed'
}

export interface Settled {
  readonly book: SignUpBook
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
}

/** An offer ends when its hours are over, and never after the activity has begun. */
const offerUntil = (book: SignUpBook, at: Moment): Moment => {
  const until = at.add({ hours: book.offerHours }).round({ smallestUnit: 'minute', roundingMode: 'ceil' })
  return Temporal.ZonedDateTime.compare(until, book.startsAt) < 0 ? until : book.startsAt
}

const seat = (book: SignUpBook, row: SignUpRow, at: Moment, speakerId: number | null): Promoted => {
  const role = row.role === null ? null : takeRole(book, row.role, row.person.id)
  const roleLost = role !== null && !role.ok ? row.role : null
  const kept = { ...row, role: roleLost === null ? row.role : null }
  // Whoever is speaking right now has just said yes: asking again would be an offer to the person who asked.
  const offers = book.promotion === 'offer' && row.person.id !== speakerId
  if (offers) return { row: { ...kept, status: 'offered', answerBy: offerUntil(book, at) }, to: 'offered', roleLost }
  const to = book.needsApproval ? 'pendingApproval' : 'confirmed'
  return { row: { ...kept, status: to, answerBy: null }, to, roleLost }
}

/**
 * Gives free places to the waiting list, strictly in order of arrival: a group that does not fit yet is not overtaken
 * by a smaller one behind it. Ends when the activity begins. This is the only way into a place, so no interleaving overbooks.
 */
export const fillPlaces = (
  book: SignUpBook,
  at: Moment,
  speakerId: number | null = null,
): { book: SignUpBook; promoted: Promoted[] } => {
  const promoted: Promoted[] = []
  if (book.accepting === 'cancelled' || book.accepting === 'over') return { book, promoted }
  if (Temporal.ZonedDateTime.compare(at, book.startsAt) >= 0) return { book, promoted }
  let filled = book
  for (const pool of book.pools) {
    for (const row of waitingRows(book, pool.key)) {
      if (personsOf(row) > freePersons(filled, pool)) break
      const next = seat(filled, row, at, speakerId)
      filled = withRow(filled, next.row)
      promoted.push(next)
    }
  }
  return { book: filled, promoted }
}

const overdue = (row: SignUpRow, at: Moment): boolean =>
  (row.status === 'offered' || row.status === 'toReconfirm') &&
  row.answerBy !== null &&
  Temporal.ZonedDateTime.compare(at, row.answerBy) >= 0

/** Lets unanswered offers and questions lapse, then fills. Every decision starts here, so a late clock tick changes no outcome. */
export const settle = (book: SignUpBook, at: Moment, speakerId: number | null = null): Settled => {
  const lapsed: Lapsed[] = []
  let settled = book
  for (const row of book.rows) {
    if (!overdue(row, at)) continue
    const gone: SignUpRow = { ...row, status: 'lapsed', answerBy: null }
    settled = withRow(settled, gone)
    lapsed.push({ row: gone, because: row.status === 'offered' ? 'offerExpired' : 'notReconfirmed' })
  }
  return { ...fillPlaces(settled, at, speakerId), lapsed }
}

import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { Person } from './person.js'
import { fillPlaces, type Lapsed, type Promoted, settle } from './promotion.js'
import { rowOf, type SignUpBook, type SignUpRow, withRow } from './sign-up-book.js'
import { isInLine } from './sign-up-status.js'

/** What a person was asked: to take a freed place, to come on the new date, or to stand by a 代报. */
const QUESTIONS = ['offered', 'toReconfirm', 'pendingConsent'] as const

export interface AnswerInput {
  readonly at: Moment
  readonly seq: number
}

export interface AnswerDecision {
  readonly book: SignUpBook
  readonly code: 'accepted' | 'declined' | 'stale'
  readonly row: SignUpRow
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
}

export type AnswerRefusal =
  | { code: 'nothingAsked' }
  /** Answered after its time: the place may have gone on to the next. */
  | { code: 'tooLate'; row: SignUpRow }

const isAsked = (row: SignUpRow): boolean => QUESTIONS.some((status) => status === row.status)

/** 同意 / 不去: the answer to the one question a person can have open about an activity. */
export const answerQuestion = (
  before: SignUpBook,
  person: Person,
  says: 'yes' | 'no',
  input: AnswerInput,
): Result<AnswerDecision, AnswerRefusal> => {
  const { book, promoted, lapsed } = settle(before, input.at)
  const row = rowOf(book, person.id)
  if (row === undefined) return err({ code: 'nothingAsked' })
  if (input.seq <= row.lastSeq) return ok({ book, code: 'stale', row, promoted, lapsed })
  if (row.status === 'lapsed') return err({ code: 'tooLate', row })
  if (!isInLine(row.status) || !isAsked(row)) return err({ code: 'nothingAsked' })

  const heard: SignUpRow = { ...row, lastSeq: input.seq, answerBy: null }
  const answered: SignUpRow = says === 'no' ? { ...heard, status: 'declined' } : saidYes(book, heard, input.seq)
  const filled = fillPlaces(withRow(book, answered), input.at, person.id)
  const code = says === 'yes' ? 'accepted' : 'declined'
  const final = rowOf(filled.book, person.id) ?? answered
  const others = filled.promoted.filter((move) => move.row.person.id !== person.id)
  return ok({ book: filled.book, code, row: final, promoted: [...promoted, ...others], lapsed })
}

/**
 * Consent to a 代报 joins the line with this very word: no place was kept for a silent person.
 * Where names must be cleared (核名), a new yes, to a place or to a new date, is cleared again.
 */
const saidYes = (book: SignUpBook, row: SignUpRow, seq: number): SignUpRow =>
  row.status === 'pendingConsent'
    ? { ...row, status: 'waiting', arrivalSeq: seq }
    : { ...row, status: book.needsApproval ? 'pendingApproval' : 'confirmed' }

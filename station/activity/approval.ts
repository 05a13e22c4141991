import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { fillPlaces, type Lapsed, type Promoted, settle } from './promotion.js'
import { rowOf, type SignUpBook, type SignUpRow, withRow } from './sign-up-book.js'

export interface ApprovalDecision {
  readonly book: SignUpBook
  readonly code: 'approved' | 'refused' | 'already'
  readonly row: SignUpRow
  readonly promoted: readonly Promoted[]
  readonly lapsed: readonly Lapsed[]
}

export type ApprovalRefusal = { code: 'notPending'; row: SignUpRow | null }

/**
 * 核名: the outside organ's answer about one name, told by the liaison officer. A name waiting for it holds its place,
 * for the organ limits the persons it lets in; a refused name frees the place for the next.
 */
export const decideName = (
  before: SignUpBook,
  personId: number,
  verdict: 'approved' | 'refused',
  at: Moment,
): Result<ApprovalDecision, ApprovalRefusal> => {
  const { book, promoted, lapsed } = settle(before, at)
  const row = rowOf(book, personId)
  const target = verdict === 'approved' ? 'confirmed' : 'refused'
  if (row?.status === target) return ok({ book, code: 'already', row, promoted, lapsed })
  if (row?.status !== 'pendingApproval') return err({ code: 'notPending', row: row ?? null })
  const decided: SignUpRow = { ...row, status: target }
  const filled = fillPlaces(withRow(book, decided), at)
  return ok({ book: filled.book, code: verdict, row: decided, promoted: [...promoted, ...filled.promoted], lapsed })
}

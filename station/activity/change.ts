import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { inLineRows, type SignUpBook, type SignUpRow, withRow } from './sign-up-book.js'
import { holdsPlace, isInLine } from './sign-up-status.js'

export interface Reschedule {
  readonly newStartsAt: Moment
  readonly at: Moment
  /** Default: as long before the new start as the old one was before the old start. */
  readonly newDeadlineAt?: Moment | null
  /** Until when people may confirm the new date; default two days, and never after the new start. */
  readonly answerHours?: number
}

const DEFAULT_RECONFIRM_HOURS = 48

export interface RescheduleDecision {
  readonly book: SignUpBook
  /** Asked to confirm again; they keep their place until `answerBy` and are not going until they say so. */
  readonly asked: readonly SignUpRow[]
  /** Waiting, not yet agreed, or on leave from the old date: told of the new one, asked nothing. */
  readonly told: readonly SignUpRow[]
  readonly answerBy: Moment
}

export type RescheduleRefusal =
  | { code: 'inPast'; newStartsAt: Moment }
  | { code: 'sameTime'; startsAt: Moment }
  | { code: 'cancelled' }

const compare = Temporal.ZonedDateTime.compare
/** People are told until when to answer, and nobody is told seconds. */
const toMinute = (at: Moment): Moment => at.round({ smallestUnit: 'minute', roundingMode: 'ceil' })
const earlier = (a: Moment, b: Moment): Moment => (compare(a, b) <= 0 ? a : b)

/**
 * The deadline keeps its distance to the start: on the same day to the minute, else in days and at its own time of day.
 * Where that has passed already, sign-up stays open until the new start.
 */
const shiftedDeadline = (book: SignUpBook, { newStartsAt, at }: Reschedule): Moment | null => {
  if (book.deadlineAt === null) return null
  const [day, startDay] = [book.deadlineAt.toPlainDate(), book.startsAt.toPlainDate()]
  const shifted = day.equals(startDay)
    ? newStartsAt.subtract(book.deadlineAt.until(book.startsAt, { largestUnit: 'minute' }))
    : book.deadlineAt.add({ days: startDay.until(newStartsAt.toPlainDate(), { largestUnit: 'day' }).days })
  return compare(shifted, at) > 0 ? shifted : newStartsAt
}

/** 改期: a yes to the old date is no yes to the new one. */
export const reschedule = (book: SignUpBook, change: Reschedule): Result<RescheduleDecision, RescheduleRefusal> => {
  const { newStartsAt, at } = change
  if (book.accepting === 'cancelled') return err({ code: 'cancelled' })
  if (compare(newStartsAt, at) <= 0) return err({ code: 'inPast', newStartsAt })
  if (newStartsAt.equals(book.startsAt)) return err({ code: 'sameTime', startsAt: book.startsAt })

  const answerBy = earlier(toMinute(at.add({ hours: change.answerHours ?? DEFAULT_RECONFIRM_HOURS })), newStartsAt)
  const asked = book.rows
    .filter((row) => holdsPlace(row.status))
    .map((row): SignUpRow => ({ ...row, status: 'toReconfirm', answerBy }))
  const deadlineAt = change.newDeadlineAt === undefined ? shiftedDeadline(book, change) : change.newDeadlineAt
  const moved: SignUpBook = { ...book, startsAt: newStartsAt, deadlineAt, accepting: 'open' }
  const told = book.rows.filter((row) => row.status === 'leave' || (isInLine(row.status) && !holdsPlace(row.status)))
  return ok({ book: asked.reduce(withRow, moved), asked, told, answerBy })
}

export interface CancelDecision {
  readonly book: SignUpBook
  /** Everybody still in line, waiting included. */
  readonly told: readonly SignUpRow[]
}

/** 取消: all are told, nobody is moved up any more, and the rows stay as the record of who was coming. */
export const cancelSignUps = (book: SignUpBook): CancelDecision => ({
  book: { ...book, accepting: 'cancelled' },
  told: inLineRows(book),
})

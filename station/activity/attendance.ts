import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import type { Person } from './person.js'
import { rowOf, type SignUpBook } from './sign-up-book.js'
import { isGoing } from './sign-up-status.js'

const CHECK_IN_OPENS_MIN = 30
const CHECK_IN_CLOSES_MIN = 60
/** Coming within this time after the start is not yet late. */
const LATE_AFTER_MIN = 10

type CheckInWay = 'self' | 'code' | 'list'

export interface AttendanceRow {
  readonly person: Person
  readonly at: Moment
  readonly way: CheckInWay
  /** 到场 or 线上, or the session. */
  readonly pool: string
  readonly late: boolean
  /** 现场: came without holding a confirmed place. */
  readonly walkIn: boolean
}

export interface AttendanceSheet {
  readonly startsAt: Moment
  readonly endsAt: Moment
  /** Shown on site; null when no code is used. */
  readonly siteCode: string | null
  readonly rows: readonly AttendanceRow[]
}

export type CheckIn =
  | { at: Moment; way: 'self'; pool?: string }
  | { at: Moment; way: 'code'; code: string; pool?: string }
  /** From the liaison officer, who knows who came but not when: late only if said so. */
  | { at: Moment; way: 'list'; late?: boolean; pool?: string }

export interface CheckInDecision {
  readonly sheet: AttendanceSheet
  readonly code: 'checkedIn' | 'already'
  readonly row: AttendanceRow
}

export type CheckInRefusal =
  | { code: 'tooEarly'; opensAt: Moment }
  | { code: 'tooLate'; closedAt: Moment }
  | { code: 'wrongCode' }
  | { code: 'cancelled' }

export const checkInOpensAt = (sheet: Pick<AttendanceSheet, 'startsAt'>): Moment =>
  sheet.startsAt.subtract({ minutes: CHECK_IN_OPENS_MIN })
const checkInClosesAt = (sheet: Pick<AttendanceSheet, 'endsAt'>): Moment =>
  sheet.endsAt.add({ minutes: CHECK_IN_CLOSES_MIN })

const isAfter = (a: Moment, b: Moment): boolean => Temporal.ZonedDateTime.compare(a, b) > 0

const refusal = (sheet: AttendanceSheet, book: SignUpBook, input: CheckIn): CheckInRefusal | null => {
  if (book.accepting === 'cancelled') return { code: 'cancelled' }
  const opensAt = checkInOpensAt(sheet)
  if (isAfter(opensAt, input.at)) return { code: 'tooEarly', opensAt }
  const closedAt = checkInClosesAt(sheet)
  // A list may be handed in after the window: it says who was there, not who is there now.
  if (input.way !== 'list' && isAfter(input.at, closedAt)) return { code: 'tooLate', closedAt }
  if (input.way === 'code' && input.code.trim() !== sheet.siteCode) return { code: 'wrongCode' }
  return null
}

/** 签到. The first check-in counts; a second one, by word, code or list, changes nothing. */
export const checkIn = (
  sheet: AttendanceSheet,
  book: SignUpBook,
  person: Person,
  input: CheckIn,
): Result<CheckInDecision, CheckInRefusal> => {
  const present = sheet.rows.find((row) => row.person.id === person.id)
  if (present !== undefined) return ok({ sheet, code: 'already', row: present })
  const refused = refusal(sheet, book, input)
  if (refused !== null) return err(refused)
  const signedUp = rowOf(book, person.id)
  const row: AttendanceRow = {
    person,
    at: input.at,
    way: input.way,
    pool: input.pool ?? signedUp?.pool ?? book.pools[0]?.key ?? '',
    late:
      input.way === 'list' ? (input.late ?? false) : isAfter(input.at, sheet.startsAt.add({ minutes: LATE_AFTER_MIN })),
    walkIn: signedUp === undefined || !isGoing(signedUp.status),
  }
  return ok({ sheet: { ...sheet, rows: [...sheet.rows, row] }, code: 'checkedIn', row })
}

/** Takes a mistaken check-in out again; the store keeps the correction as an entry of its own. */
export const strikeCheckIn = (
  sheet: AttendanceSheet,
  personId: number,
): Result<{ sheet: AttendanceSheet; row: AttendanceRow }, { code: 'notCheckedIn' }> => {
  const row = sheet.rows.find((present) => present.person.id === personId)
  if (row === undefined) return err({ code: 'notCheckedIn' })
  return ok({ sheet: { ...sheet, rows: sheet.rows.filter((present) => present !== row) }, row })
}

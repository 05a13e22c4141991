import type { AttendanceRow, AttendanceSheet } from './attendance.js'
import type { Person } from './person.js'
import { personsOf, type SignUpBook } from './sign-up-book.js'
import { isGoing } from './sign-up-status.js'

/**
 * Who came, counted by real attendance and never by names on a list (凑人数).
 * 应到 = those who were coming and those excused; it splits exactly into present of them, on leave, and absent.
 */
export interface Turnout {
  readonly expected: readonly Person[]
  /** 实到: everybody checked in, walk-ins included. */
  readonly present: readonly Person[]
  readonly onLeave: readonly { person: Person; reason: string | null }[]
  readonly absent: readonly Person[]
  readonly late: readonly Person[]
  readonly walkIns: readonly Person[]
  /** Present persons by place: 到场, 线上. */
  readonly presentByPool: ReadonlyMap<string, number>
  /** Companions announced by those present. */
  readonly companionsPersons: number
}

const countByPool = (rows: readonly AttendanceRow[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row.pool, (counts.get(row.pool) ?? 0) + 1)
  return counts
}

/** 请假 ≠ 未到: who asked for leave and came all the same is present. */
export const turnoutOf = (book: SignUpBook, sheet: AttendanceSheet): Turnout => {
  const here = new Set(sheet.rows.map((row) => row.person.id))
  const going = book.rows.filter((row) => isGoing(row.status))
  const leave = book.rows.filter((row) => row.status === 'leave')
  return {
    expected: [...going, ...leave].map((row) => row.person),
    present: sheet.rows.map((row) => row.person),
    onLeave: leave
      .filter((row) => !here.has(row.person.id))
      .map((row) => ({ person: row.person, reason: row.leaveReason })),
    absent: going.filter((row) => !here.has(row.person.id)).map((row) => row.person),
    late: sheet.rows.filter((row) => row.late).map((row) => row.person),
    walkIns: sheet.rows.filter((row) => row.walkIn).map((row) => row.person),
    presentByPool: countByPool(sheet.rows),
    companionsPersons: going.filter((row) => here.has(row.person.id)).reduce((sum, row) => sum + personsOf(row) - 1, 0),
  }
}

/** A quorum is met by people in the room. */
export const quorum = (turnout: Turnout, neededPersons: number): { met: boolean; missingPersons: number } => {
  const missingPersons = Math.max(0, neededPersons - turnout.present.length)
  return { met: missingPersons === 0, missingPersons }
}

import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, holdersOf, inOrder, type ShiftState, seatOf } from './book.js'
import { takeCover } from './cover.js'
import { type DutyDecision, NOTHING_DECIDED, type NoSuchShift } from './decision.js'
import type { DutyFact } from './events.js'
import { DUTY_HOURS, type DutyAction, type DutyHours, type DutyRefusal, transition } from './machine.js'
import type { Roster } from './roster.js'
import { startOf } from './shift-time.js'

export type AttendanceRefusal =
  | NoSuchShift
  | DutyRefusal
  | { readonly code: 'alreadySignedIn'; readonly shiftNo: number; readonly at: Moment }
  | { readonly code: 'somebodyCame'; readonly shiftNo: number }

export interface SignInInput {
  readonly shiftNo: number
  readonly personId: number
  readonly now: Moment
}

/** 签到 D7. Who comes without being on duty takes a free place if they fit one, and is recorded as 现场 otherwise. */
export const signIn = (
  book: DutyBook,
  { shiftNo, personId, now }: SignInInput,
  roster: Roster,
  hours: DutyHours = DUTY_HOURS,
): Result<DutyDecision, AttendanceRefusal> => {
  const found = stepped(book, shiftNo, 'signIn', now, hours)
  if (!found.ok) return found
  const { state, facts } = found.value
  const before = state.signIns.find((row) => row.personId === personId)
  if (before) return err({ code: 'alreadySignedIn', shiftNo, at: before.at })
  const isOnDuty = seatOf(state, personId) !== null
  const cover =
    isOnDuty || holdersOf(state).length === state.seats.length
      ? null
      : takeCover(book, { shiftNo, personId, now }, roster)
  const took = cover?.ok ? cover.value : NOTHING_DECIDED
  const lateMinutes = Math.max(0, Math.floor(startOf(state.shift).until(now).total('minutes')))
  const extra = !isOnDuty && !cover?.ok
  return ok({ ...took, facts: [...took.facts, { type: 'signedIn', shiftNo, personId, lateMinutes, extra }, ...facts] })
}

export interface EmptyDesk {
  /** Stable: one alarm for each reception and date. */
  readonly key: string
  readonly shiftNo: number
  readonly personIds: readonly number[]
}

/** 无人到站: receptions that began without anybody signing in. */
export const emptyDesks = (book: DutyBook, now: Moment, hours: DutyHours = DUTY_HOURS): EmptyDesk[] =>
  inOrder(book)
    .filter((state) => state.signIns.length === 0 && transition(state, 'raiseAlarm', now, hours).ok)
    .map((state) => ({
      key: `D${state.shift.no}|${state.shift.date}`,
      shiftNo: state.shift.no,
      personIds: holdersOf(state),
    }))

/** The alarm itself: until somebody signs in the reception counts for nobody. */
export const raiseAlarm = (book: DutyBook, shiftNo: number, now: Moment): Result<DutyDecision, AttendanceRefusal> => {
  const found = stepped(book, shiftNo, 'raiseAlarm', now, DUTY_HOURS)
  if (!found.ok) return found
  if (found.value.state.signIns.length > 0) return err({ code: 'somebodyCame', shiftNo })
  return ok({ facts: found.value.facts, affected: [], notes: [{ code: 'nobodyOnDuty', shiftNo }] })
}

/** An opinion heard at the desk: it inherits the reception's theme. */
export const recordOpinion = (
  book: DutyBook,
  shiftNo: number,
  opinionNo: number,
  now: Moment,
): Result<DutyDecision & { readonly theme: string | null }, AttendanceRefusal> => {
  const found = stepped(book, shiftNo, 'record', now, DUTY_HOURS)
  if (!found.ok) return found
  const { state, facts } = found.value
  const recorded: DutyFact = { type: 'opinionRecorded', shiftNo, opinionNo }
  return ok({ facts: [recorded, ...facts], affected: [], notes: [], theme: state.shift.theme ?? null })
}

/** 小结: closes the sign-in sheet. Who was on duty and did not sign in was absent, and has not done this duty. */
export const summarise = (book: DutyBook, shiftNo: number, now: Moment): Result<DutyDecision, AttendanceRefusal> => {
  const found = stepped(book, shiftNo, 'summarise', now, DUTY_HOURS)
  if (!found.ok) return found
  const { state, facts } = found.value
  const came = new Set(state.signIns.map(({ personId }) => personId))
  const absentIds = holdersOf(state).filter((personId) => !came.has(personId))
  return ok({ facts: [{ type: 'attendanceClosed', shiftNo, absentIds }, ...facts], affected: [], notes: [] })
}

export const archive = (book: DutyBook, shiftNo: number, now: Moment): Result<DutyDecision, AttendanceRefusal> => {
  const found = stepped(book, shiftNo, 'archive', now, DUTY_HOURS)
  return found.ok ? ok({ facts: found.value.facts, affected: [], notes: [] }) : found
}

const stepped = (
  book: DutyBook,
  shiftNo: number,
  action: DutyAction,
  now: Moment,
  hours: DutyHours,
): Result<{ state: ShiftState; facts: readonly DutyFact[] }, NoSuchShift | DutyRefusal> => {
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const stage = transition(state, action, now, hours)
  if (!stage.ok) return stage
  const isNew = stage.value !== state.stage
  return ok({ state, facts: isNew ? [{ type: 'staged', shiftNo, stage: stage.value }] : [] })
}

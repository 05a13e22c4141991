import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, seatOf } from './book.js'
import type { CannotTake, DutyDecision, DutyNote, NoSuchShift } from './decision.js'
import { type DutyRefusal, transition } from './machine.js'
import { fitFor, type Roster } from './roster.js'
import { changeSeats } from './seat-change.js'
import { daysUntil, isBefore, startOf } from './shift-time.js'

export type LeaveRefusal =
  | NoSuchShift
  | DutyRefusal
  | { readonly code: 'notOnDuty'; readonly shiftNo: number; readonly personId: number; readonly holderId: null }
  | { readonly code: 'reasonMissing'; readonly shiftNo: number }

export interface LeaveInput {
  readonly shiftNo: number
  readonly personId: number
  readonly reason: string
  readonly now: Moment
}

/** 请假 D7 出差: the place is free at once and waits for cover; the deputy is not held to it until somebody is found. */
export const askLeave = (book: DutyBook, input: LeaveInput): Result<DutyDecision, LeaveRefusal> => {
  const { shiftNo, personId, now } = input
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const ref = seatOf(state, personId)
  if (ref === null) return err({ code: 'notOnDuty', shiftNo, personId, holderId: null })
  const stage = transition(state, 'askLeave', now)
  if (!stage.ok) return stage
  const reason = input.reason.trim()
  if (reason === '') return err({ code: 'reasonMissing', shiftNo })
  const change = { ...ref, fromId: personId, toId: null, reason: null }
  const decision = changeSeats(book, [change], { kind: 'leave', personId, reason })
  const vacant: DutyNote = { code: 'vacant', ...ref, daysLeft: daysUntil(state.shift.date, now) }
  return ok({ ...decision, notes: [vacant, ...decision.notes] })
}

export type SeekRefusal = Exclude<LeaveRefusal, { readonly code: 'reasonMissing' }>

/** 找人顶班 D7: the group is asked for a volunteer; the deputy keeps the place until somebody takes it. */
export const seekCover = (
  book: DutyBook,
  { shiftNo, personId, now }: Omit<LeaveInput, 'reason'>,
): Result<DutyDecision, SeekRefusal> => {
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const ref = seatOf(state, personId)
  if (ref === null) return err({ code: 'notOnDuty', shiftNo, personId, holderId: null })
  const stage = transition(state, 'seekCover', now)
  if (!stage.ok) return stage
  return ok({ facts: [{ type: 'coverSought', ...ref, personId }], affected: [], notes: [] })
}

export type CoverRefusal =
  | NoSuchShift
  | DutyRefusal
  | CannotTake
  | { readonly code: 'nothingToCover'; readonly shiftNo: number }

export interface CoverInput {
  readonly shiftNo: number
  readonly personId: number
  readonly now: Moment
}

/**
 * 顶班 D7: the first to offer gets the free place they fit, or that of somebody who asked for cover. On the day, once the
 * reception has begun, also the place of somebody who has not come. `byId` of the event tells whether they offered or the liaison officer put them in.
 */
export const takeCover = (book: DutyBook, input: CoverInput, roster: Roster): Result<DutyDecision, CoverRefusal> => {
  const { shiftNo, personId, now } = input
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const stage = transition(state, 'cover', now)
  if (!stage.ok) return stage
  const hasBegun = !isBefore(now, startOf(state.shift))
  const came = new Set(state.signIns.map((signIn) => signIn.personId))
  const free = state.seats.flatMap(({ holderId }, seat) => (holderId === null ? [{ seat, holderId }] : []))
  const missing = state.seats.flatMap(({ holderId, seeksCover }, seat) =>
    holderId !== null && holderId !== personId && (hasBegun ? !came.has(holderId) : seeksCover)
      ? [{ seat, holderId }]
      : [],
  )
  const fits = [...free, ...missing].map((place) => ({
    ...place,
    ...fitFor(personId, state, place.seat, book, roster, now),
  }))
  const place = fits.find(({ bar }) => bar === null)
  const [first] = fits
  if (first === undefined) return err({ code: 'nothingToCover', shiftNo })
  if (place === undefined) return err({ code: 'cannotTake', shiftNo, personId, bar: first.bar ?? 'sameShift' })
  const basis = hasBegun ? ('coveredOnTheDay' as const) : ('volunteered' as const)
  const insteadOfId = place.holderId ?? state.seats[place.seat]?.history.at(-1)?.fromId ?? null
  const change = { shiftNo, seat: place.seat, fromId: place.holderId, toId: personId, reason: { basis, insteadOfId } }
  const decision = changeSeats(book, [change], { kind: hasBegun ? 'coverOnTheDay' : 'cover' })
  const rests: DutyNote[] = place.rests.length > 0 ? [{ code: 'rests', personId, shiftNo, rests: place.rests }] : []
  return ok({ ...decision, notes: [...rests, ...decision.notes] })
}

import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { type DutyBook, holdersOf, openSwaps, type ShiftState } from './book.js'
import type { Affected, DutyDecision, DutyNote, NoSuchShift } from './decision.js'
import type { DutyFact, MoveReason, ShiftTime } from './events.js'
import { dayClassOf, type WorkdayCalendar } from './holiday.js'
import { type DutyRefusal, transition } from './machine.js'
import { fitFor, type Roster } from './roster.js'
import { isBefore, startOf } from './shift-time.js'

export type MoveRefusal =
  | NoSuchShift
  | DutyRefusal
  | { readonly code: 'dateInPast'; readonly shiftNo: number; readonly date: string }
  | { readonly code: 'sameTime'; readonly shiftNo: number; readonly date: string }

export interface MoveInput {
  readonly shiftNo: number
  readonly to: { readonly date?: string; readonly startsAt?: string; readonly endsAt?: string; readonly place?: string }
  readonly why: MoveReason
  readonly undoes?: number
  readonly now: Moment
}

/**
 * 顺延 and 改期, and 下沉 to a community when only the place changes. Whoever is on duty stays on duty, also through a swap:
 * places belong to the reception, not to its date. Who cannot come on the new date is mentioned, not removed.
 */
export const moveShift = (
  book: DutyBook,
  input: MoveInput,
  roster: Roster,
  calendar: WorkdayCalendar,
): Result<DutyDecision, MoveRefusal> => {
  const { shiftNo, now, why } = input
  const state = book.shifts.get(shiftNo)
  if (state === undefined) return err({ code: 'noSuchShift', shiftNo })
  const stage = transition(state, 'move', now)
  if (!stage.ok) return stage
  const from = timeOf(state)
  const date = input.to.date ?? from.date
  const to: ShiftTime = { ...from, ...input.to, dayClass: dayClassOf(Temporal.PlainDate.from(date), calendar) }
  if (isBefore(startOf(to), now)) return err({ code: 'dateInPast', shiftNo, date })
  if (sameTime(from, to)) return err({ code: 'sameTime', shiftNo, date })

  const facts: DutyFact[] = [{ type: 'moved', shiftNo, from, to, why, undoes: input.undoes ?? null }]
  if (stage.value !== state.stage) facts.push({ type: 'staged', shiftNo, stage: stage.value })
  const moved = { ...state, shift: { ...state.shift, ...to } }
  const notes = state.seats.flatMap(({ holderId }, seat): DutyNote[] => {
    if (holderId === null) return []
    const { bar } = fitFor(holderId, moved, seat, book, roster, now, [{ shiftNo, seat }])
    return bar === null ? [] : [{ code: 'cannotCome', personId: holderId, shiftNo, bar }]
  })
  const outdated: DutyNote[] = state.notice ? [{ code: 'noticeOutdated', shiftNo }] : []
  return ok({ facts, affected: concerned(book, state), notes: [...notes, ...outdated] })
}

const timeOf = ({ shift }: ShiftState): ShiftTime => {
  const { date, startsAt, endsAt, dayClass, place } = shift
  return { date, startsAt, endsAt, dayClass, ...(place === undefined ? {} : { place }) }
}

const sameTime = (a: ShiftTime, b: ShiftTime): boolean =>
  a.date === b.date && a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.place === b.place

/** Those on duty, and those being asked to swap into it: they would agree to another date than they were told. */
const concerned = (book: DutyBook, state: ShiftState): Affected[] => {
  const { no } = state.shift
  const swapping = openSwaps(book)
    .filter(({ legs }) => legs.some(({ shiftNo }) => shiftNo === no))
    .flatMap(({ asking }) => asking.needed)
  return [...new Set([...holdersOf(state), ...swapping])].map((personId) => ({ personId, shiftNo: no, code: 'moved' }))
}

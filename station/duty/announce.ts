import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { type DutyBook, holdersOf, inOrder, type ShiftState } from './book.js'
import type { DutyDecision, DutyNote } from './decision.js'
import type { DutyFact, NoticeLine } from './events.js'
import { transition } from './machine.js'
import { daysUntil } from './shift-time.js'

/** 提前3天: time, place and names are public three days before (地方规定, a station may set its own). */
export const NOTICE_DAYS = 3

export type AnnounceRefusal =
  | { readonly code: 'nothingPlanned'; readonly month: string }
  | { readonly code: 'notConfirmed'; readonly month: string; readonly shiftNos: readonly number[] }
  | { readonly code: 'alreadyAnnounced'; readonly month: string }

/** What a notice says now. Always read from the places as they are, so that no swap and no override is missed. */
export const noticeLine = (state: ShiftState): NoticeLine => {
  const { no, date, startsAt, endsAt, place, theme } = state.shift
  return {
    shiftNo: no,
    date,
    startsAt,
    endsAt,
    place: place ?? null,
    theme: theme ?? null,
    personIds: holdersOf(state),
  }
}

/** Has anything changed since people were told? Never announced is not outdated. */
export const isOutdated = (state: ShiftState): boolean =>
  state.notice !== null && !sameLine(state.notice, noticeLine(state))

/** Field by field: a store may give the fields back in another order. */
const sameLine = (a: NoticeLine, b: NoticeLine): boolean =>
  a.date === b.date &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  a.place === b.place &&
  a.theme === b.theme &&
  a.personIds.length === b.personIds.length &&
  a.personIds.every((id, index) => id === b.personIds[index])

/**
 * Announces what is new or changed in a month. Later than the rule is still announced, and marked: people on the spot are
 * better told late than not at all. A reception without anybody is announced too, with a warning.
 */
export const announceRoster = (
  book: DutyBook,
  month: string,
  now: Moment,
  noticeDays: number = NOTICE_DAYS,
): Result<DutyDecision, AnnounceRefusal> => {
  const ofMonth = inOrder(book).filter(({ shift, stage }) => shift.rosterMonth === month && stage !== 'dropped')
  if (ofMonth.length === 0) return err({ code: 'nothingPlanned', month })
  const drafted = ofMonth.filter(({ stage }) => stage === 'drafted')
  if (drafted.length > 0) return err({ code: 'notConfirmed', month, shiftNos: drafted.map(({ shift }) => shift.no) })
  const due = ofMonth.flatMap((state) => {
    const stage = transition(state, 'announce', now)
    const isNew = state.notice === null || state.stage === 'confirmed' || isOutdated(state)
    return stage.ok && isNew ? [{ state, stage: stage.value }] : []
  })
  if (due.length === 0) return err({ code: 'alreadyAnnounced', month })
  return ok({
    facts: due.flatMap(({ state, stage }): DutyFact[] => [
      { type: 'announced', line: noticeLine(state) },
      ...(stage === state.stage ? [] : [{ type: 'staged' as const, shiftNo: state.shift.no, stage }]),
    ]),
    affected: [],
    notes: due.flatMap(({ state }) => notesFor(state, now, noticeDays)),
  })
}

const notesFor = (state: ShiftState, now: Moment, dueDays: number): DutyNote[] => {
  const { no: shiftNo, date } = state.shift
  const daysAhead = daysUntil(date, now)
  return [
    ...(daysAhead < dueDays ? [{ code: 'shortNotice' as const, shiftNo, daysAhead, dueDays }] : []),
    ...(holdersOf(state).length === 0 ? [{ code: 'nobodyOnDuty' as const, shiftNo }] : []),
  ]
}

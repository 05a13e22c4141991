import type { DayKind } from '../../../station/calendar/day-kind.js'
import { withEvents } from '../../../station/duty/assignments-at.js'
import { type DutyBook, EMPTY_BOOK, holdersOf } from '../../../station/duty/book.js'
import { confirmRoster, draftDecision } from '../../../station/duty/confirm.js'
import type { DutyDecision } from '../../../station/duty/decision.js'
import type { Deputy, LeavePeriod } from '../../../station/duty/deputy.js'
import { draftMonth } from '../../../station/duty/draft.js'
import type { DutyEvent } from '../../../station/duty/events.js'
import type { RotaFacts } from '../../../station/duty/grid.js'
import type { DutyEntry } from '../../../station/duty/ledger.js'
import { type Roster, rotaFacts } from '../../../station/duty/roster.js'
import { ROTA_RULE } from '../../../station/duty/rota-rule.js'
import type { DutyShift, SeatNeed } from '../../../station/duty/shift.js'
import type { Result } from '../../../station/result.js'
import { type Moment, parseMoment, type Temporal } from '../../../station/time/civil.js'

export const CHEN_JING = 1
export const ZHOU_NING = 2
export const ZHANG_MIN = 3
export const ZHAO_LEI = 4
export const WANG_FANG = 5
export const LI_QIANG = 6
export const SUN_LI = 90

export const deputy = (personId: number, over: Partial<Deputy> = {}): Deputy => ({
  personId,
  level: '区',
  professions: ['医疗卫生'],
  since: '2026-01-01',
  ...over,
})

export const SIX = [CHEN_JING, ZHOU_NING, ZHANG_MIN, ZHAO_LEI, WANG_FANG, LI_QIANG].map((id) => deputy(id))

export const leave = (personId: number, from: string, until: string, reason = '出差'): LeavePeriod => ({
  personId,
  from,
  until,
  reason,
})

export const shift = (no: number, date: string, over: Partial<DutyShift> = {}): DutyShift => ({
  no,
  rosterMonth: date.slice(0, 7),
  date,
  startsAt: '09:00',
  endsAt: '11:00',
  place: '秦淮医疗联络站',
  dayClass: 'workday',
  seats: anySeats(2),
  ...over,
})

export const anySeats = (count: number): SeatNeed[] => Array.from({ length: count }, () => ({}))

export const entry = (personId: number, date: string, points = 2): DutyEntry => ({
  personId,
  shiftNo: 1000 + Number(date.slice(5, 7)),
  rosterMonth: date.slice(0, 7),
  date,
  points,
})

export const facts = (over: Partial<RotaFacts> = {}): RotaFacts => ({
  deputies: SIX,
  leaves: [],
  entries: [],
  credits: [],
  rule: ROTA_RULE,
  seed: '秦淮医疗',
  ...over,
})

export const roster = (over: Partial<Roster> = {}): Roster => ({
  deputies: SIX,
  leaves: [],
  rule: ROTA_RULE,
  seed: '秦淮医疗',
  ...over,
})

/** Plain weekdays and weekends, plus the days named. */
export const calendarOf =
  (named: Readonly<Record<string, DayKind>> = {}) =>
  (date: Temporal.PlainDate): DayKind =>
    named[date.toString()] ?? { kind: date.dayOfWeek >= 6 ? 'weekend' : 'workday' }

export const at = parseMoment

export const done = <T, E extends { code: string }>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const codeOf = (result: Result<unknown, { code: string }>): string => (result.ok ? 'ok' : result.error.code)

/** A station's book with the events behind it: each decision is stamped and appended, as the store would. */
export class Desk {
  readonly events: DutyEvent[] = []
  book: DutyBook = EMPTY_BOOK

  take<D extends DutyDecision>(decision: D, now: Moment, byId: number | null = null): D {
    const events = decision.facts.map((fact, index) => ({ id: this.events.length + index + 1, at: now, byId, fact }))
    this.book = withEvents(this.book, events)
    this.events.push(...events)
    return decision
  }

  lastEvent(type: DutyEvent['fact']['type']): DutyEvent {
    const event = this.events.findLast(({ fact }) => fact.type === type)
    if (event === undefined) throw new Error(`nothing of type ${type} happened`)
    return event
  }

  holders(shiftNo: number): number[] {
    const state = this.book.shifts.get(shiftNo)
    if (state === undefined) throw new Error(`no D${shiftNo}`)
    return holdersOf(state)
  }

  state(shiftNo: number) {
    const state = this.book.shifts.get(shiftNo)
    if (state === undefined) throw new Error(`no D${shiftNo}`)
    return state
  }
}

export interface Duty {
  readonly no: number
  readonly date: string
  readonly holders: readonly number[]
}

/** A desk whose receptions are held by exactly these people, confirmed on 1 May 2026. */
export const deskWith = (...duties: readonly Duty[]): Desk => {
  const desk = new Desk()
  const now = at('2026-05-01 09:00')
  for (const { no, date, holders } of duties) {
    desk.take(
      {
        facts: [{ type: 'planned', shift: shift(no, date, { seats: anySeats(holders.length) }) }],
        affected: [],
        notes: [],
      },
      now,
    )
    const changes = holders.map((toId, seat) => ({
      shiftNo: no,
      seat,
      fromId: null,
      toId,
      reason: { basis: 'adjusted', byId: SUN_LI, overrode: [] } as const,
    }))
    desk.take({ facts: [{ type: 'seatsChanged', changes, cause: { kind: 'adjusted' } }], affected: [], notes: [] }, now)
  }
  for (const month of new Set(duties.map(({ date }) => date.slice(0, 7))))
    desk.take(done(confirmRoster(desk.book, month, now)), now)
  return desk
}

/** Drafts a month into the desk by rule. */
export const draftInto = (
  desk: Desk,
  shifts: readonly DutyShift[],
  month: string,
  people: Roster,
  now: Moment,
): void => {
  const draft = draftMonth(shifts, month, rotaFacts(desk.book, people, now))
  desk.take(draftDecision(draft, now), now)
}

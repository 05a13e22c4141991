import { type Moment, Temporal } from '../time/civil.js'
import { type CivilDay, civilDayOf, plainDate } from '../time/civil-day.js'
import { plannedDays } from '../time/planned-days.js'
import type { RecurrenceDays } from '../time/recurrence.js'
import { type DayAnswer, type DayQuestion, type SettledDay, settleDay, type WorkdayCalendar } from './holiday.js'
import type { DutyShift, SeatNeed } from './shift.js'
import { isBefore, startOf } from './shift-time.js'

/** One line of a station's reception rule: 每月10日 9:00–11:00, two deputies. */
export interface SlotRule {
  readonly id: string
  readonly when: RecurrenceDays
  /** 1–12; without it every month (单月15日: 1, 3, 5 …). */
  readonly months?: readonly number[]
  readonly startsAt: string
  readonly endsAt: string
  readonly place?: string
  readonly theme?: string
  readonly seats: readonly SeatNeed[]
}

/** A reception the rule asks for, before it has a number. */
export interface Slot {
  readonly ruleId: string
  readonly day: SettledDay
  readonly shift: Omit<DutyShift, 'no'>
}

export interface MonthSlots {
  readonly month: string
  readonly slots: readonly Slot[]
  /** Dates that wait for a person; their receptions are not planned until answered. */
  readonly questions: readonly { readonly ruleId: string; readonly question: DayQuestion }[]
  /** Receptions that came to overlap on one day, two by two: allowed, never unnoticed. */
  readonly collisions: readonly { readonly date: string; readonly ruleIds: readonly [string, string] }[]
}

/** A month's receptions by rule. `answers` are keyed by the rule's own date ("2025-01-26"). */
export const monthSlots = (
  rules: readonly SlotRule[],
  month: string,
  calendar: WorkdayCalendar,
  answers: ReadonlyMap<string, DayAnswer> = new Map(),
): MonthSlots => {
  const slots: Slot[] = []
  const questions: { ruleId: string; question: DayQuestion }[] = []
  for (const rule of rules) {
    if (rule.months && !rule.months.includes(Number(month.slice(5)))) continue
    const { days, unpublished } = plannedDays(rule.when, ...endsOf(month))
    for (const year of unpublished)
      questions.push({ ruleId: rule.id, question: { code: 'unpublished', date: `${month}-01`, year } })
    for (const date of days.map(plainDate)) {
      const day = settleDay(date, calendar, answers.get(date.toString()))
      if (day.ok) slots.push(slotOf(rule, month, day.value))
      else questions.push({ ruleId: rule.id, question: day.error })
    }
  }
  slots.sort((a, b) => keyOf(a).localeCompare(keyOf(b)) || a.ruleId.localeCompare(b.ruleId))
  return { month, slots, questions, collisions: collisionsOf(slots) }
}

/** A month drafted when it has begun: what is over or under way is not planned any more. */
export const slotsAhead = (slots: readonly Slot[], now: Moment): Slot[] =>
  slots.filter(({ shift }) => isBefore(now, startOf(shift)))

/** Gives the slots their numbers, in order of date, from the first free one on. */
export const numbered = (slots: readonly Slot[], firstNo: number): DutyShift[] =>
  slots.map(({ shift }, index) => ({ no: firstNo + index, ...shift }))

const endsOf = (month: string): [first: CivilDay, last: CivilDay] => {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return [civilDayOf(first), civilDayOf(first) + first.daysInMonth - 1]
}

const slotOf = (rule: SlotRule, month: string, day: SettledDay): Slot => {
  const { id, startsAt, endsAt, place, theme, seats } = rule
  const optional = { ...(place === undefined ? {} : { place }), ...(theme === undefined ? {} : { theme }) }
  return {
    ruleId: id,
    day,
    shift: { rosterMonth: month, date: day.date, startsAt, endsAt, ...optional, dayClass: day.dayClass, seats },
  }
}

const keyOf = ({ shift }: Slot): string => `${shift.date} ${shift.startsAt}`

const collisionsOf = (slots: readonly Slot[]): MonthSlots['collisions'] =>
  slots.flatMap((a, index) =>
    slots
      .slice(index + 1)
      .filter(({ shift }) => shift.date === a.shift.date && shift.startsAt < a.shift.endsAt)
      .map((b) => ({ date: a.shift.date, ruleIds: [a.ruleId, b.ruleId] as const })),
  )

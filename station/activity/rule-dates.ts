import { dayKind } from '../calendar/day-kind.js'
import { previousWorkday, workdayOnOrAfter } from '../calendar/workdays.js'
import type { Temporal } from '../time/civil.js'
import type { HolidayShift, MonthDay, Recurrence } from '../time/recurrence.js'

/**
 * One day a recurrence rule falls on, and what became of it.
 * - `asRuled`: held on the day itself; `moved`: put off or brought forward because of a holiday, `date` is the new day;
 * - `skipped`: given up because of a holiday, `date` is null;
 * - `provisional`: the year's holiday notice is not out, so `date` is the rule's own day and may still move.
 */
export interface RuleDate {
  readonly ruleDate: Temporal.PlainDate
  readonly date: Temporal.PlainDate | null
  readonly fate: 'asRuled' | 'moved' | 'skipped' | 'provisional'
  /** Name of the holiday, or of the one a make-up workday belongs to: both deserve a visible word. */
  readonly holiday: string | null
}

/** All days a rule names from `from` to `until`, both included, in order. How rules are read is not the series' business. */
export type RuleDates<Rule> = (rule: Rule, from: Temporal.PlainDate, until: Temporal.PlainDate) => readonly RuleDate[]

/**
 * 遇节假日顺延 for one day. A weekend is off too, unless the rule itself asks for one (每月最后一个周日):
 * then only a statutory holiday moves it.
 */
export const holidayFate = (
  ruleDate: Temporal.PlainDate,
  shift: HolidayShift | undefined,
  asksForWeekend: boolean,
): RuleDate => {
  const day = dayKind(ruleDate)
  const holiday = day.kind === 'holiday' || day.kind === 'makeUpWorkday' ? day.name : null
  const asRuled: RuleDate = { ruleDate, date: ruleDate, fate: 'asRuled', holiday }
  if (shift === undefined) return asRuled
  if (day.kind === 'unpublished') return { ...asRuled, fate: 'provisional' }
  const off = day.kind === 'holiday' || (day.kind === 'weekend' && !asksForWeekend)
  if (!off) return asRuled
  if (shift === 'skip') return { ruleDate, date: null, fate: 'skipped', holiday }
  const workday = shift === 'nextWorkday' ? workdayOnOrAfter(ruleDate) : previousWorkday(ruleDate)
  return workday.ok ? { ruleDate, date: workday.value, fate: 'moved', holiday } : { ...asRuled, fate: 'provisional' }
}

const SATURDAY = 6

const namesWeekend = (rule: Recurrence): boolean => {
  const inMonth = (day: MonthDay): boolean => 'weekday' in day && day.weekday >= SATURDAY
  switch (rule.every) {
    case 'week':
      return rule.weekdays.some((weekday) => weekday >= SATURDAY)
    case 'month':
      return rule.days.some(inMonth)
    case 'quarter':
      return inMonth(rule.day)
    case 'year':
      return 'day' in rule && inMonth(rule.day)
    default:
      return false
  }
}

/** Rule dates from a lister of the bare days a rule names (its holiday clause left to this function). */
export const ruleDatesWith =
  (
    bareDays: (rule: Recurrence, from: Temporal.PlainDate, until: Temporal.PlainDate) => readonly Temporal.PlainDate[],
  ): RuleDates<Recurrence> =>
  (rule, from, until) => {
    const { shift, ...bare } = rule
    return bareDays(bare, from, until).map((day) => holidayFate(day, shift, namesWeekend(rule)))
  }

import type { Temporal } from '../time/civil.js'

/**
 * One day a recurrence rule falls on, and what became of it.
 * - `asRuled`: held on the day itself; `moved`: put off or forward because of a holiday, `date` is the new day;
 * - `skipped`: given up because of a holiday, `date` is null;
 * - `provisional`: the year's holiday notice is not out, so `date` is the rule's own day and may still move.
 */
export interface RuleDate {
  readonly ruleDate: Temporal.PlainDate
  readonly date: Temporal.PlainDate | null
  readonly fate: 'asRuled' | 'moved' | 'skipped' | 'provisional'
}

/** All days the rule itself names from `from` to `until`, both included, in order. How rules are read is not the series' business. */
export type RuleDates<Rule> = (rule: Rule, from: Temporal.PlainDate, until: Temporal.PlainDate) => readonly RuleDate[]

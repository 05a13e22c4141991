import type { Person } from '../activity/person.js'
import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'

/** Who must see to it: an organisation, or one person. */
export type Owner =
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'person'; readonly person: Person }

export const DECISION_STATES = {
  open: { label: '在办', settled: false },
  /** The owner says it is done; nobody has confirmed it. */
  reported: { label: '已报完成', settled: false },
  done: { label: '办结', settled: true },
  dropped: { label: '终止', settled: true },
} as const satisfies Record<string, { label: string; settled: boolean }>

export type DecisionState = keyof typeof DECISION_STATES

/** 定办事项 of a joint meeting. The program tracks it and says who reported what; it never claims a result itself. */
export interface Decision {
  readonly no: number
  readonly task: string
  readonly owner: Owner
  readonly dueOn: Temporal.PlainDate
  readonly state: DecisionState
  readonly history: readonly DecisionEntry[]
}

export interface DecisionEntry {
  readonly at: Moment
  readonly by: Person
  readonly what: DecisionEvent['event']
  readonly words: string
  /** The due day before an extension; null otherwise. */
  readonly dueBefore: Temporal.PlainDate | null
}

export type DecisionEvent =
  | { event: 'progress'; words: string }
  | { event: 'report'; words: string }
  | { event: 'confirm'; words: string }
  | { event: 'reopen'; words: string }
  | { event: 'extend'; words: string; dueOn: Temporal.PlainDate }
  | { event: 'drop'; words: string }

type Transitions = Record<DecisionEvent['event'], Partial<Record<DecisionState, DecisionState>>>

export const DECISION_TRANSITIONS = {
  progress: { open: 'open', reported: 'reported' },
  report: { open: 'reported', reported: 'reported' },
  /** A convenor who saw it done need not wait for a report. */
  confirm: { open: 'done', reported: 'done' },
  reopen: { reported: 'open', done: 'open' },
  extend: { open: 'open' },
  drop: { open: 'dropped', reported: 'dropped' },
} as const satisfies Transitions

export type DecisionRefusal =
  | { code: 'illegal'; state: DecisionState; event: DecisionEvent['event'] }
  | { code: 'wordsNeeded'; event: DecisionEvent['event'] }
  | { code: 'notLater'; dueOn: Temporal.PlainDate }
  | { code: 'dueInPast'; dueOn: Temporal.PlainDate }
  | { code: 'emptyTask' }

export const isSettled = ({ state }: Decision): boolean => DECISION_STATES[state].settled

export const newDecision = (
  existing: readonly Decision[],
  { task, owner, dueOn }: Pick<Decision, 'task' | 'owner' | 'dueOn'>,
  now: Moment,
): Result<Decision, DecisionRefusal> => {
  if (task.trim() === '') return err({ code: 'emptyTask' })
  if (Temporal.PlainDate.compare(dueOn, now.toPlainDate()) < 0) return err({ code: 'dueInPast', dueOn })
  const no = Math.max(0, ...existing.map((decision) => decision.no)) + 1
  return ok({ no, task: task.trim(), owner, dueOn, state: 'open', history: [] })
}

/** One step of a decision. Every step needs words: what was done, why later, why not at all. */
export const stepDecision = (
  decision: Decision,
  event: DecisionEvent,
  by: Person,
  at: Moment,
): Result<Decision, DecisionRefusal> => {
  const row: Partial<Record<DecisionState, DecisionState>> = DECISION_TRANSITIONS[event.event]
  const state = row[decision.state]
  if (state === undefined) return err({ code: 'illegal', state: decision.state, event: event.event })
  if (event.words.trim() === '') return err({ code: 'wordsNeeded', event: event.event })
  const isExtension = event.event === 'extend'
  if (isExtension && Temporal.PlainDate.compare(event.dueOn, decision.dueOn) <= 0)
    return err({ code: 'notLater', dueOn: decision.dueOn })
  const entry: DecisionEntry = {
    at,
    by,
    what: event.event,
    words: event.words.trim(),
    dueBefore: isExtension ? decision.dueOn : null,
  }
  const dueOn = isExtension ? event.dueOn : decision.dueOn
  return ok({ ...decision, state, dueOn, history: [...decision.history, entry] })
}

import { ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { replyAgainClock, replyClock, returnDueOn } from './clock.js'
import type { SuggestionRules } from './rules.js'
import type { SuggestionStamp, SuggestionState } from './states.js'
import type { Assignment, SuggestionEffect, SuggestionEvent, SuggestionFacts } from './suggestion-event.js'

/** A matter that nobody takes goes up from this hop on. */
const ESCALATE_FROM_HOPS = 2

export interface Outcome {
  readonly state: SuggestionState
  readonly stamp: SuggestionStamp
  readonly changes?: Partial<SuggestionFacts>
  readonly effects?: readonly SuggestionEffect[]
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0
const assignmentOf = ({ mode, lead, assisting }: Assignment): Assignment => ({ mode, lead, assisting })

const replyLate = (facts: SuggestionFacts, on: Temporal.PlainDate, rules: SuggestionRules): boolean => {
  if (facts.state === 'redo') return facts.redoOn !== null && later(on, replyAgainClock(facts.redoOn, rules).dueOn)
  if (facts.state === 'tracking') return facts.promisedOn !== null && later(on, facts.promisedOn)
  const clock = facts.assignedOn && replyClock(facts.assignedOn, facts.flags.includes('complex'))
  return clock !== null && later(on, clock.dueOn)
}

const returnedLate = (facts: SuggestionFacts, on: Temporal.PlainDate, rules: SuggestionRules): boolean => {
  const due: Result<Temporal.PlainDate | null, { code: string }> = facts.assignedOn
    ? returnDueOn(facts.assignedOn, rules)
    : ok(null)
  // Without a published calendar lateness cannot be shown, so it is not claimed.
  return due.ok && due.value !== null && later(on, due.value)
}

/** What one event means beyond its row in the table. */
export const suggestionOutcome = (
  facts: SuggestionFacts,
  event: SuggestionEvent,
  row: Outcome,
  now: Moment,
  rules: SuggestionRules,
): Outcome => {
  switch (event.kind) {
    case 'draft':
      // Who signed, signed the old words.
      return facts.state === 'cosigning' ? { ...row, effects: ['askNamesAgain'] } : row
    case 'submit':
      return { ...row, changes: { submittedOn: event.on } }
    case 'assign':
      return { ...row, changes: { assignedOn: event.on, assignment: assignmentOf(event) }, effects: ['startClock'] }
    case 'reassign': {
      const assignedOn = rules.reassignRestartsClock ? event.on : facts.assignedOn
      return { ...row, changes: { assignedOn, assignment: assignmentOf(event) }, effects: ['startClock'] }
    }
    case 'returnAsNotOurs':
    case 'partReturn': {
      const hops = facts.hops + 1
      const effects: SuggestionEffect[] = [
        ...(returnedLate(facts, event.on, rules) ? (['lateReturn'] as const) : []),
        ...(hops >= ESCALATE_FROM_HOPS ? (['escalate'] as const) : []),
      ]
      return { ...row, changes: { hops }, effects }
    }
    case 'contact':
      return { ...row, changes: { contacts: facts.contacts + 1 } }
    case 'reply':
    case 'replyAgain': {
      const effects: SuggestionEffect[] = ['stopClock', 'tellDeputies']
      // 代表法 51: the organ must have spoken with the deputy. The answer is recorded all the same, with the gap named.
      if (facts.contacts === 0) effects.push('warnNoContact')
      if (replyLate(facts, event.on, rules)) effects.push('lateReply')
      return {
        ...row,
        changes: { replyClass: event.replyClass ?? null, promisedOn: event.promisedOn ?? null },
        effects,
      }
    }
    case 'rate': {
      if (event.satisfaction !== 'dissatisfied') return row
      if (facts.state === 'repliedAgain') return { ...row, effects: ['escalate'] }
      return {
        state: 'redo',
        stamp: 'redoAt',
        changes: { redoOn: now.toPlainDate() },
        effects: ['startReplyAgainClock'],
      }
    }
    case 'promiseBroken':
      return { ...row, changes: { redoOn: now.toPlainDate() }, effects: ['startReplyAgainClock'] }
    case 'track':
      return { ...row, changes: { promisedOn: event.promisedOn ?? facts.promisedOn }, effects: ['askOnPromisedDay'] }
    case 'archive':
      // 代表法 51: how a suggestion was handled is made public, unless it is secret.
      return facts.flags.includes('confidential') ? row : { ...row, effects: ['publish'] }
    default:
      return row
  }
}

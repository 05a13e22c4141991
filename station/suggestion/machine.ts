import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { suggestionRefusal } from './guards.js'
import { suggestionOutcome } from './outcome.js'
import { SUGGESTION_RULES, type SuggestionRules } from './rules.js'
import type { SuggestionEvent, SuggestionFacts, SuggestionRefusal, SuggestionStep } from './suggestion-event.js'
import { nextSuggestionState, type SuggestionActor, suggestionEventsFrom, suggestionTransition } from './transitions.js'

/** One step of a suggestion, or a coded refusal. `actor` is every role the person has towards this suggestion. */
export const transitionSuggestion = (
  facts: SuggestionFacts,
  event: SuggestionEvent,
  actor: readonly SuggestionActor[],
  now: Moment,
  rules: SuggestionRules = SUGGESTION_RULES,
): Result<SuggestionStep, SuggestionRefusal> => {
  const { state } = facts
  const next = nextSuggestionState(state, event.kind)
  if (next === null) return err({ code: 'illegal', state, event: event.kind, allowed: suggestionEventsFrom(state) })
  const { who, stamp } = suggestionTransition(event.kind)
  if (!actor.some((role) => who.includes(role))) return err({ code: 'notYours', event: event.kind, who })
  const refused = suggestionRefusal(event, { facts, actor, now, rules })
  if (refused !== null) return err(refused)
  const result = suggestionOutcome(facts, event, { state: next, stamp }, now, rules)
  const stamps = { ...facts.stamps, [stamp]: now, [result.stamp]: now }
  return ok({
    facts: { ...facts, ...result.changes, state: result.state, stamps },
    stamp: result.stamp,
    effects: result.effects ?? [],
  })
}

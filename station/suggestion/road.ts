import type { Road } from '../handling/first-step.js'
import type { SuggestionState } from './states.js'
import { nextSuggestionState, type SuggestionEventName } from './transitions.js'

/** The way a suggestion goes forward. */
export const SUGGESTION_ROAD: Road<SuggestionState, SuggestionEventName> = {
  steps: ['draft', 'submit', 'register', 'assign', 'reassign', 'reply', 'replyAgain', 'rate'],
  next: nextSuggestionState,
}

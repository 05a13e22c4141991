import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { complexUntil } from './clock.js'
import { SUGGESTION_STATES, type SuggestionFlag, type SuggestionState } from './states.js'
import type { SuggestionFacts } from './suggestion-event.js'
import { SUGGESTION_STAFF, type SuggestionActor } from './transitions.js'

export interface FlagRequest {
  readonly flag: SuggestionFlag
  readonly reason?: string
  /** The office that agreed; 复杂 needs one (代表法 51). */
  readonly consentedBy?: string
}

export interface Flagged {
  readonly facts: SuggestionFacts
  /** 复杂 was declared after the three months had run out: logged as such. */
  readonly late: boolean
}

export type FlagRefusal =
  | { code: 'notYours'; who: readonly SuggestionActor[] }
  | { code: 'alreadySet'; flag: SuggestionFlag }
  | { code: 'reasonNeeded' | 'consentNeeded' }
  | { code: 'notAssigned'; state: SuggestionState }
  | { code: 'over'; state: SuggestionState }

/** Marks a suggestion; staff only. Nothing is unmarked: a mark set by mistake is undone as the change it was. */
export const setFlag = (
  facts: SuggestionFacts,
  { flag, reason, consentedBy }: FlagRequest,
  actor: readonly SuggestionActor[],
  now: Moment,
): Result<Flagged, FlagRefusal> => {
  if (!actor.some((role) => SUGGESTION_STAFF.includes(role))) return err({ code: 'notYours', who: SUGGESTION_STAFF })
  if (!SUGGESTION_STATES[facts.state].live) return err({ code: 'over', state: facts.state })
  if (facts.flags.includes(flag)) return err({ code: 'alreadySet', flag })
  const flagged = (late: boolean): Result<Flagged, FlagRefusal> =>
    ok({ facts: { ...facts, flags: [...facts.flags, flag] }, late })
  if (flag !== 'complex') return flagged(false)
  if (facts.assignedOn === null || !SUGGESTION_STATES[facts.state].clock)
    return err({ code: 'notAssigned', state: facts.state })
  if ((reason ?? '').trim() === '') return err({ code: 'reasonNeeded' })
  if ((consentedBy ?? '').trim() === '') return err({ code: 'consentNeeded' })
  return flagged(Temporal.PlainDate.compare(now.toPlainDate(), complexUntil(facts.assignedOn)) > 0)
}

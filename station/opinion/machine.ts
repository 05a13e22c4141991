import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import { refusalOf } from './guards.js'
import type { OpinionEvent, OpinionFacts, OpinionRefusal, OpinionStep } from './opinion-event.js'
import { outcome } from './outcome.js'
import { OPINION_STATES, type OpinionStamp } from './states.js'
import {
  nextOpinionState,
  type OpinionActor,
  type OpinionEventName,
  opinionEventsFrom,
  transitionOf,
} from './transitions.js'

/** A new answer has been told to nobody yet, and a matter taken up again has not been passed on. */
const FORGOTTEN: { [K in OpinionEventName]?: readonly OpinionStamp[] } = {
  reply: ['toldDeputyAt', 'passedOnAt', 'ratedAt', 'trackedAt'],
  reconsider: ['passedOnAt', 'refusedAt'],
}

const without = (stamps: OpinionFacts['stamps'], forgotten: readonly OpinionStamp[]): OpinionFacts['stamps'] =>
  Object.fromEntries(Object.entries(stamps).filter(([stamp]) => !forgotten.includes(stamp as OpinionStamp)))

/**
 * One step of an opinion, or a coded refusal. `actor` is every role the person has towards this opinion. The first
 * refusal names the step, then the person, then what is missing, so that nobody is asked for data in vain.
 */
export const transition = (
  facts: OpinionFacts,
  event: OpinionEvent,
  actor: readonly OpinionActor[],
  now: Moment,
): Result<OpinionStep, OpinionRefusal> => {
  const { state } = facts
  const next = nextOpinionState(state, event.kind)
  if (next === null) {
    if (event.kind === 'close' && OPINION_STATES[state].live) return err({ code: 'noReply', state })
    return err({ code: 'illegal', state, event: event.kind, allowed: opinionEventsFrom(state) })
  }
  const { who, stamp } = transitionOf(event.kind)
  if (!actor.some((role) => who.includes(role))) return err({ code: 'notYours', event: event.kind, who })
  const refused = refusalOf(event, facts, now, actor)
  if (refused !== null) return err(refused)
  const result = outcome(facts, event, { state: next, stamp })
  const stamps = { ...without(facts.stamps, FORGOTTEN[event.kind] ?? []), [stamp]: now, [result.stamp]: now }
  return ok({
    facts: { ...facts, ...result.changes, state: result.state, stamps },
    stamp: result.stamp,
    effects: result.effects ?? [],
  })
}

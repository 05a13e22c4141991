import type { Road } from '../handling/first-step.js'
import type { OpinionState } from './states.js'
import { nextOpinionState, type OpinionEventName } from './transitions.js'

/** The way an opinion goes forward; what ends it, takes it elsewhere or back, is no way to anything. */
export const OPINION_ROAD: Road<OpinionState, OpinionEventName> = {
  steps: [
    'register',
    'supplement',
    'separate',
    'reconsider',
    'refer',
    'reassign',
    'reply',
    'tellDeputy',
    'passOn',
    'rate',
  ],
  next: nextOpinionState,
}

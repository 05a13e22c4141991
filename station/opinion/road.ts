import type { Road } from '../handling/first-step.js'
import type { OpinionState } from './states.js'
import { nextOpinionState, type OpinionEventName } from './transitions.js'

/** The way an opinion usually goes; what ends it early, or takes it elsewhere, is no way to anything. */
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
    'track',
    'close',
    'reopen',
  ],
  next: nextOpinionState,
}

import {
  ESCALATE_FROM_HOPS,
  type OpinionEffect,
  type OpinionEvent,
  type OpinionFacts,
  REDO_LIMIT,
} from './opinion-event.js'
import type { OpinionStamp, OpinionState } from './states.js'

export interface Outcome {
  readonly state: OpinionState
  readonly stamp: OpinionStamp
  readonly changes?: Partial<OpinionFacts>
  readonly effects?: readonly OpinionEffect[]
}

/** What one event means beyond its row in the table. */
export const outcome = (facts: OpinionFacts, event: OpinionEvent, row: Outcome): Outcome => {
  switch (event.kind) {
    case 'refer':
    case 'moveToHome':
      return { ...row, changes: { unit: event.unit }, effects: ['startClock'] }
    case 'reportUp':
      return { ...row, changes: { unit: event.unit }, effects: ['noClock'] }
    case 'reassign':
      return { ...row, changes: { unit: event.unit }, effects: ['resumeClock'] }
    case 'returnAsNotOurs': {
      const hops = facts.hops + 1
      return {
        ...row,
        changes: { hops },
        effects: hops >= ESCALATE_FROM_HOPS ? ['pauseClock', 'escalate'] : ['pauseClock'],
      }
    }
    // The others go on, so the clock of the whole does not stand still.
    case 'partReturn': {
      const hops = facts.hops + 1
      return { ...row, changes: { hops }, effects: hops >= ESCALATE_FROM_HOPS ? ['escalate'] : [] }
    }
    case 'refuse':
      return { ...row, effects: ['tellDeputyPrivately'] }
    case 'answerOnSpot':
      return { ...row, effects: ['remindToPassOn'] }
    case 'reply':
      return {
        ...row,
        changes: { replyClass: event.replyClass ?? null, promisedOn: event.promisedOn ?? null },
        effects: ['stopClock', 'tellDeputy'],
      }
    case 'tellDeputy':
      return { ...row, effects: ['remindToPassOn'] }
    case 'rate': {
      if (event.satisfaction !== 'dissatisfied') return row
      const again = facts.redoCount < REDO_LIMIT
      return again
        ? { state: 'redo', stamp: 'redoAt', changes: { redoCount: facts.redoCount + 1 } }
        : { state: 'towardsSuggestion', stamp: 'adoptedAt' }
    }
    case 'track':
      return { ...row, changes: { promisedOn: event.promisedOn ?? facts.promisedOn }, effects: ['askOnPromisedDay'] }
    case 'promiseBroken':
    case 'reopen':
      return { ...row, changes: { redoCount: facts.redoCount + 1 } }
    case 'promiseKept':
      return { ...row, effects: ['askInFourWeeks'] }
    case 'close':
      return {
        ...row,
        effects: facts.stamps.passedOnAt === undefined ? ['warnNotPassedOn', 'askInFourWeeks'] : ['askInFourWeeks'],
      }
    default:
      return row
  }
}

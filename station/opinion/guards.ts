import { type Moment, Temporal } from '../time/civil.js'
import {
  AUTHOR_WITHDRAWS_WITHIN_HOURS,
  type OpinionEvent,
  type OpinionEventOf,
  type OpinionFacts,
  type OpinionRefusal,
  type ReplyClass,
} from './opinion-event.js'
import type { OpinionActor, OpinionEventName } from './transitions.js'

const STAFF: readonly OpinionActor[] = ['liaison', 'head', 'district']
const blank = (text: string | undefined): boolean => (text ?? '').trim() === ''
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0
const promisesMore = (replyClass: ReplyClass | null): boolean => replyClass === 'B' || replyClass === 'C'

type Guard<K extends OpinionEventName> = (
  event: OpinionEventOf<K>,
  facts: OpinionFacts,
  now: Moment,
  actor: readonly OpinionActor[],
) => OpinionRefusal | null

const reasonGiven = ({ reason }: { reason: string }): OpinionRefusal | null =>
  blank(reason) ? { code: 'reasonNeeded' } : null
const unitGiven = ({ unit }: { unit: string }): OpinionRefusal | null => (blank(unit) ? { code: 'unitNeeded' } : null)

const stillAuthors: Guard<'withdraw'> = (_event, facts, now, actor) => {
  if (actor.some((role) => STAFF.includes(role))) return null
  const until = facts.recordedAt.add({ hours: AUTHOR_WITHDRAWS_WITHIN_HOURS })
  return Temporal.ZonedDateTime.compare(now, until) > 0 ? { code: 'tooLate', until } : null
}

const promiseAhead = (promisedOn: Temporal.PlainDate, now: Moment): OpinionRefusal | null =>
  later(now.toPlainDate(), promisedOn) ? { code: 'promiseInPast', promisedOn } : null

const GUARDS: { [K in OpinionEventName]?: Guard<K> } = {
  register: (_event, facts) => (blank(facts.content) ? { code: 'contentNeeded' } : null),
  sendBack: reasonGiven,
  reopen: reasonGiven,
  returnAsNotOurs: reasonGiven,
  merge: ({ into }, facts) => (into === facts.no ? { code: 'sameOpinion', no: facts.no } : null),
  refer: unitGiven,
  moveToHome: unitGiven,
  reportUp: unitGiven,
  reassign: (event, facts) =>
    unitGiven(event) ?? (event.unit === facts.unit ? { code: 'sameUnit', unit: event.unit } : null),
  answerOnSpot: ({ text }) => (blank(text) ? { code: 'textNeeded' } : null),
  partReturn: reasonGiven,
  partReassign: (event) =>
    unitGiven(event) ?? (event.unit === event.before ? { code: 'sameUnit', unit: event.unit } : null),
  partReply: ({ text, by, on }, _facts, now) => {
    if (blank(text)) return { code: 'textNeeded' }
    if (blank(by)) return { code: 'unitNeeded' }
    return later(on, now.toPlainDate()) ? { code: 'replyInFuture', on } : null
  },
  reply: ({ text, by, on, promisedOn }, _facts, now) => {
    if (blank(text)) return { code: 'textNeeded' }
    if (blank(by)) return { code: 'unitNeeded' }
    if (later(on, now.toPlainDate())) return { code: 'replyInFuture', on }
    return promisedOn ? promiseAhead(promisedOn, now) : null
  },
  track: ({ promisedOn }, facts, now) => {
    if (!promisesMore(facts.replyClass)) return { code: 'nothingPromised', replyClass: facts.replyClass }
    const day = promisedOn ?? facts.promisedOn
    if (day === null) return { code: 'promiseNeeded' }
    return promisedOn ? promiseAhead(promisedOn, now) : null
  },
  // A B or C answer is not the end: it is tracked to the promised day and closed from there.
  close: ({ reason }, facts) => {
    if (promisesMore(facts.replyClass)) return { code: 'promiseOpen', promisedOn: facts.promisedOn }
    return facts.stamps.passedOnAt === undefined && blank(reason) ? { code: 'notPassedOn' } : null
  },
  withdraw: stillAuthors,
  markMistaken: (event, facts, now, actor) => stillAuthors({ ...event, kind: 'withdraw' }, facts, now, actor),
}

/** Why this step may not be taken now, by these people; null: it may. The table has already allowed it. */
export const refusalOf = (
  event: OpinionEvent,
  facts: OpinionFacts,
  now: Moment,
  actor: readonly OpinionActor[],
): OpinionRefusal | null => {
  // Each guard takes the event of its own key, which the type of a lookup cannot say.
  const guard = GUARDS[event.kind] as Guard<OpinionEventName> | undefined
  return guard?.(event, facts, now, actor) ?? null
}

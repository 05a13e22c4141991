import { handOverRefusal } from '../handling/parts.js'
import type { ReplyClass } from '../opinion/opinion-event.js'
import { type Moment, Temporal } from '../time/civil.js'
import { returnDueOn } from './clock.js'
import type { SuggestionRules } from './rules.js'
import type { SuggestionEvent, SuggestionEventOf, SuggestionFacts, SuggestionRefusal } from './suggestion-event.js'
import { SUGGESTION_STAFF, type SuggestionActor, type SuggestionEventName } from './transitions.js'

interface Scene {
  readonly facts: SuggestionFacts
  readonly actor: readonly SuggestionActor[]
  readonly now: Moment
  readonly rules: SuggestionRules
}

type Guard<K extends SuggestionEventName> = (event: SuggestionEventOf<K>, scene: Scene) => SuggestionRefusal | null

const blank = (text: string | undefined): boolean => (text ?? '').trim() === ''
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0
const promisesMore = (replyClass: ReplyClass | null): boolean => replyClass === 'B' || replyClass === 'C'

/** A fact told afterwards: not of tomorrow, and not before what it follows. */
const believable = (
  on: Temporal.PlainDate,
  notBefore: Temporal.PlainDate | null,
  now: Moment,
): SuggestionRefusal | null => {
  if (later(on, now.toPlainDate())) return { code: 'dateInFuture', on }
  return notBefore !== null && later(notBefore, on) ? { code: 'dateTooEarly', on, notBefore } : null
}

const promiseAhead = (promisedOn: Temporal.PlainDate | undefined, now: Moment): SuggestionRefusal | null =>
  promisedOn && later(now.toPlainDate(), promisedOn) ? { code: 'promiseInPast', promisedOn } : null

type Reply = SuggestionEventOf<'reply'> | SuggestionEventOf<'replyAgain'>

const reply = (event: Reply, since: Temporal.PlainDate | null, now: Moment): SuggestionRefusal | null => {
  if (blank(event.text)) return { code: 'textNeeded' }
  if (blank(event.by)) return { code: 'unitNeeded' }
  return believable(event.on, since, now) ?? promiseAhead(event.promisedOn, now)
}

/** 退办, of the whole or of one part, within the days that the rule allows. */
const returned = (
  { reason, on }: { reason: string; on: Temporal.PlainDate },
  { facts, now, rules }: Scene,
): SuggestionRefusal | null => {
  if (blank(reason)) return { code: 'reasonNeeded' }
  const unbelievable = believable(on, facts.assignedOn, now)
  if (unbelievable) return unbelievable
  if (!rules.refuseLateReturn || facts.assignedOn === null) return null
  // So many days hold at most so many workdays: no calendar is needed to see that it is in time.
  if (!later(on, facts.assignedOn.add({ days: rules.returnWorkdays }))) return null
  const due = returnDueOn(facts.assignedOn, rules)
  if (!due.ok) return due.error
  return later(on, due.value) ? { code: 'returnTooLate', dueOn: due.value } : null
}

const GUARDS: { [K in SuggestionEventName]?: Guard<K> } = {
  openForNames: (_event, { facts }) => (blank(facts.title) ? { code: 'titleNeeded' } : null),
  submit: ({ platformNo, on }, { facts, now }) => {
    if (facts.kind === 'motionMaterial') {
      return facts.missingNames > 0 ? { code: 'namesMissing', missing: facts.missingNames } : { code: 'notFiledHere' }
    }
    if (blank(facts.title)) return { code: 'titleNeeded' }
    if (blank(facts.text)) return { code: 'textNeeded' }
    if (blank(platformNo)) return { code: 'platformNoNeeded' }
    return believable(on, null, now)
  },
  assign: (event, { facts, now }) => handOverRefusal(event) ?? believable(event.on, facts.submittedOn, now),
  reassign: (event, { facts, now }) => {
    const missing = handOverRefusal(event) ?? believable(event.on, facts.assignedOn, now)
    if (missing) return missing
    const before = facts.assignment?.lead ?? []
    const same = event.lead.find((unit) => before.includes(unit))
    return event.lead.length === before.length &&
      same !== undefined &&
      event.mode === facts.assignment?.mode &&
      event.lead.every((unit) => before.includes(unit))
      ? { code: 'sameUnit', unit: same }
      : null
  },
  returnAsNotOurs: returned,
  partReturn: returned,
  partReassign: ({ unit, before, on }, { facts, now }) => {
    if (blank(unit)) return { code: 'unitNeeded' }
    return unit === before ? { code: 'sameUnit', unit } : believable(on, facts.assignedOn, now)
  },
  partReply: ({ text, by, on }, { facts, now }) => {
    if (blank(text)) return { code: 'textNeeded' }
    if (blank(by)) return { code: 'unitNeeded' }
    return believable(on, facts.state === 'redo' ? facts.redoOn : facts.assignedOn, now)
  },
  contact: ({ how }) => (blank(how) ? { code: 'textNeeded' } : null),
  reply: (event, { facts, now }) => reply(event, facts.assignedOn, now),
  replyAgain: (event, { facts, now }) => reply(event, facts.redoOn, now),
  track: ({ promisedOn }, { facts, now }) => {
    if (!promisesMore(facts.replyClass)) return { code: 'nothingPromised', replyClass: facts.replyClass }
    if (promisedOn === undefined && facts.promisedOn === null) return { code: 'promiseNeeded' }
    return promiseAhead(promisedOn, now)
  },
  // 跟踪办理制度: what was answered "正在解决" or "列入计划" stays open until it is solved.
  close: (_event, { facts }) =>
    promisesMore(facts.replyClass) ? { code: 'promiseOpen', promisedOn: facts.promisedOn } : null,
  withdraw: ({ reason }, { facts, actor }) => {
    const official = facts.state === 'submitted' || facts.state === 'registered'
    if (!official) return null
    // The official system knows it by now: staff record the withdrawal with what was said for it.
    if (!actor.some((role) => SUGGESTION_STAFF.includes(role)))
      return { code: 'notYours', event: 'withdraw', who: SUGGESTION_STAFF }
    return blank(reason) ? { code: 'reasonNeeded' } : null
  },
}

/** Why this step may not be taken now, by these people; null: it may. The table has already allowed it. */
export const suggestionRefusal = (event: SuggestionEvent, scene: Scene): SuggestionRefusal | null => {
  // Each guard takes the event of its own key, which the type of a lookup cannot say.
  const guard = GUARDS[event.kind] as Guard<SuggestionEventName> | undefined
  return guard?.(event, scene) ?? null
}

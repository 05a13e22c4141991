import { err, ok, type Result } from '../result.js'
import { type Moment, Temporal } from '../time/civil.js'
import { checkInOpensAt } from './attendance.js'
import { isShortNotice } from './notice.js'
import type { ActivityState } from './states.js'
import { type ActivityEvent, eventsFrom, nextState } from './transitions.js'

const ARCHIVE_AFTER_DAYS = 7

/** What the guards look at. Null: not known yet. */
export interface ActivityFacts {
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  /** An online activity has a meeting number here. */
  readonly place: string | null
  readonly deadlineAt: Moment | null
  /** When sign-up opens; null: with the notice. */
  readonly opensAt: Moment | null
  readonly summaryPublishedAt: Moment | null
}

export interface StepInput {
  readonly reason?: string
  readonly newStartsAt?: Moment
}

export interface Step {
  readonly state: ActivityState
  /** 临时, decided by a notice or a new date; null when this step says nothing about it. */
  readonly shortNotice: boolean | null
  /** 改期: everybody signed up is asked again. */
  readonly askAgain: boolean
}

export type StepRefusal =
  | { code: 'illegal'; state: ActivityState; event: ActivityEvent; allowed: readonly ActivityEvent[] }
  | { code: 'missing'; fields: readonly ('startsAt' | 'place')[] }
  | { code: 'inPast'; startsAt: Moment }
  | { code: 'sameTime'; startsAt: Moment }
  | { code: 'tooEarly'; event: ActivityEvent; notBefore: Moment }
  | { code: 'started'; startsAt: Moment }
  | { code: 'reasonNeeded' }

const TOLD_STATES: readonly ActivityState[] = ['notified', 'open', 'full', 'closed', 'checkingIn']

const before = (a: Moment, b: Moment): boolean => Temporal.ZonedDateTime.compare(a, b) < 0

/** Seven days after the summary, or with the turn of the year, whichever comes first. */
export const archiveDueAt = (publishedAt: Moment): Moment => {
  const week = publishedAt.add({ days: ARCHIVE_AFTER_DAYS })
  const newYear = publishedAt.with({ month: 1, day: 1 }).startOfDay().add({ years: 1 })
  return before(week, newYear) ? week : newYear
}

type Guard = (facts: ActivityFacts, input: StepInput, now: Moment, state: ActivityState) => StepRefusal | null

const notBefore = (event: ActivityEvent, at: Moment | null, now: Moment): StepRefusal | null =>
  at !== null && before(now, at) ? { code: 'tooEarly', event, notBefore: at } : null

const GUARDS: Partial<Record<ActivityEvent, Guard>> = {
  notify: ({ startsAt, place }, _input, now) => {
    const fields = [
      ...(startsAt === null ? (['startsAt'] as const) : []),
      ...(place === null ? (['place'] as const) : []),
    ]
    if (fields.length > 0) return { code: 'missing', fields }
    return startsAt !== null && !before(now, startsAt) ? { code: 'inPast', startsAt } : null
  },
  reopen: ({ startsAt }, _input, now) =>
    startsAt !== null && !before(now, startsAt) ? { code: 'started', startsAt } : null,
  startCheckIn: ({ startsAt }, _input, now) =>
    notBefore('startCheckIn', startsAt === null ? null : checkInOpensAt({ startsAt }), now),
  end: ({ startsAt }, _input, now) => notBefore('end', startsAt, now),
  archive: ({ summaryPublishedAt }, _input, now) =>
    notBefore('archive', summaryPublishedAt === null ? null : archiveDueAt(summaryPublishedAt), now),
  reschedule: ({ startsAt }, { newStartsAt }, now) => {
    if (newStartsAt === undefined) return { code: 'missing', fields: ['startsAt'] }
    if (!before(now, newStartsAt)) return { code: 'inPast', startsAt: newStartsAt }
    return startsAt?.equals(newStartsAt) === true ? { code: 'sameTime', startsAt: newStartsAt } : null
  },
  // A draft nobody was told of may be dropped without a word; what was announced may not.
  cancel: (_facts, { reason = '' }, _now, state) =>
    TOLD_STATES.includes(state) && reason.trim() === '' ? { code: 'reasonNeeded' } : null,
}

/** One step of an activity: the next state and what follows from it, or a coded refusal that says what would be possible. */
export const step = (
  state: ActivityState,
  event: ActivityEvent,
  facts: ActivityFacts,
  now: Moment,
  input: StepInput = {},
): Result<Step, StepRefusal> => {
  const next = nextState(state, event)
  if (next === null) return err({ code: 'illegal', state, event, allowed: eventsFrom(state) })
  const refused = GUARDS[event]?.(facts, input, now, state) ?? null
  if (refused !== null) return err(refused)
  const told = event === 'notify' || (event === 'reschedule' && TOLD_STATES.includes(state))
  const startsAt = event === 'reschedule' ? input.newStartsAt : (facts.startsAt ?? undefined)
  return ok({
    state: next,
    shortNotice: told && startsAt !== undefined ? isShortNotice(now, startsAt) : null,
    askAgain: event === 'reschedule' && TOLD_STATES.includes(state),
  })
}

const reached = (at: Moment | null, now: Moment): boolean => at !== null && !before(now, at)

/**
 * The step the clock owes this activity now, if any. Asked again after each step, so a bot that slept
 * through the day walks an activity through every state it missed instead of jumping.
 */
export const dueEvent = (
  state: ActivityState,
  facts: ActivityFacts,
  now: Moment,
  full: boolean = state === 'full',
): ActivityEvent | null => {
  const { startsAt } = facts
  const checkInAt = startsAt === null ? null : checkInOpensAt({ startsAt })
  switch (state) {
    case 'notified':
      return facts.opensAt === null || reached(facts.opensAt, now) ? 'openSignUp' : null
    case 'open':
    case 'full':
      if (reached(facts.deadlineAt ?? checkInAt, now) || reached(checkInAt, now)) return 'close'
      if (full === (state === 'full')) return null
      return full ? 'fill' : 'free'
    case 'closed':
      return reached(checkInAt, now) ? 'startCheckIn' : null
    case 'checkingIn':
      return reached(facts.endsAt, now) ? 'end' : null
    case 'ended':
      return 'draftSummary'
    case 'summaryPublished':
      return facts.summaryPublishedAt !== null && reached(archiveDueAt(facts.summaryPublishedAt), now)
        ? 'archive'
        : null
    default:
      return null
  }
}

import { err, ok, type Result } from '../result.js'
import type { Moment } from '../time/civil.js'
import type { Consent } from './consent.js'

/** When a hand-over is announced, and how long the successor has before the liaison officer is asked to help. */
export interface HandoverRule {
  /** On the eve of the turn, Chinese civil time. */
  readonly announceAt: string
  readonly escalateAfterHours: number
}

export const HANDOVER_RULE: HandoverRule = { announceAt: '18:00', escalateAfterHours: 48 }

/** One convenor handing the station over to the next. Its key is the key of the incoming turn. */
export interface Handover {
  readonly key: string
  readonly fromId: number
  readonly toId: number
  readonly announcedAt: Moment
  readonly given?: Consent
  readonly taken?: Consent
  readonly escalatedAt?: Moment
}

export const HANDOVER_STATES = { announced: '待交接', given: '已交', taken: '已接', done: '交接完成' } as const
export type HandoverState = keyof typeof HANDOVER_STATES

export const handoverState = ({ given, taken }: Handover): HandoverState =>
  given && taken ? 'done' : given ? 'given' : taken ? 'taken' : 'announced'

export type HandoverWord = 'given' | 'taken'

/** Which word leads where. 已接 counts before 已交: responsibility passes when the successor takes it. */
const SAYS: Record<HandoverState, Partial<Record<HandoverWord, HandoverState>>> = {
  announced: { given: 'given', taken: 'taken' },
  given: { taken: 'done' },
  taken: { given: 'done' },
  done: {},
}

export type HandoverRefusal =
  | { readonly code: 'handoverDone'; readonly key: string }
  | { readonly code: 'alreadySaid'; readonly word: HandoverWord; readonly at: Moment }
  | { readonly code: 'notYoursToSay'; readonly word: HandoverWord; readonly expectedId: number }

/** 已交 is said by who leaves, 已接 by who comes; `byId` is the liaison officer's when one of them cannot. */
export const sayHandover = (
  handover: Handover,
  word: HandoverWord,
  consent: Consent,
): Result<{ handover: Handover; state: HandoverState }, HandoverRefusal> => {
  const expectedId = word === 'given' ? handover.fromId : handover.toId
  if (consent.personId !== expectedId) return err({ code: 'notYoursToSay', word, expectedId })
  const said = handover[word]
  const state = handoverState(handover)
  const next = SAYS[state][word]
  if (state === 'done') return err({ code: 'handoverDone', key: handover.key })
  if (next === undefined) return err({ code: 'alreadySaid', word, at: said?.at ?? handover.announcedAt })
  return ok({ handover: { ...handover, [word]: consent }, state: next })
}

/** Not accepted in time: the liaison officer is told once, and the hand-over can still be accepted afterwards. */
export const escalationDue = (handover: Handover, now: Moment, rule: HandoverRule = HANDOVER_RULE): boolean =>
  handover.taken === undefined &&
  handover.escalatedAt === undefined &&
  now.epochMilliseconds >= handover.announcedAt.add({ hours: rule.escalateAfterHours }).epochMilliseconds

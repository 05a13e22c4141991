import { err, ok, type Result } from '../result.js'
import type { Moment, Temporal } from '../time/civil.js'
import { type Asking, agree, ask, type Consent, type ConsentRefusal } from './consent.js'
import { type Convenor, isServing } from './convenor.js'
import { restPeriod } from './rest-of-turn.js'
import { hasBegun, type Turn } from './turn.js'

/** One turn changing hands, the asker's first; bound to the turn, so it follows an activity whose date moves. */
export interface TurnLeg {
  readonly periodKey: string
  readonly fromId: number
  readonly toId: number
}

export interface TurnSwap {
  readonly id: string
  readonly legs: readonly TurnLeg[]
  readonly asking: Asking
}

export type TurnSwapRefusal =
  | { readonly code: 'noSuchTurn'; readonly periodKey: string }
  | { readonly code: 'notYourTurn'; readonly periodKey: string; readonly holderId: number }
  | { readonly code: 'sameConvenor'; readonly periodKey: string }
  | { readonly code: 'notServing'; readonly periodKey: string; readonly personId: number }
  /** The turn is over, or on its last day: there is nothing left of it to give. */
  | { readonly code: 'turnOver'; readonly periodKey: string }
  | { readonly code: 'turnChangedSince'; readonly periodKey: string; readonly holderId: number }
  | ConsentRefusal

export interface TurnSwapInput {
  readonly id: string
  readonly legs: readonly TurnLeg[]
  readonly askedById: number
  /** The liaison officer arranges it between others: then the asker's own word is nobody's consent. */
  readonly arranged?: boolean
  readonly now: Moment
}

/**
 * 换班 5月/6月, or around three convenors: each leg gives one turn away, and everybody who gives or takes must agree in their
 * own words. Nothing changes until the last of them has.
 */
export const askTurnSwap = (
  input: TurnSwapInput,
  turns: readonly Turn[],
  convenors: readonly Convenor[],
): Result<TurnSwap, TurnSwapRefusal> => {
  const refusal = firstRefusal(input.legs, turns, convenors, input.now, 'notYourTurn')
  if (refusal !== null) return err(refusal)
  const concerned = input.legs.flatMap(({ fromId, toId }) => [fromId, toId])
  const [first] = input.legs
  if (first && !input.arranged && first.fromId !== input.askedById)
    return err({ code: 'notYourTurn', periodKey: first.periodKey, holderId: first.fromId })
  return ok({ id: input.id, legs: input.legs, asking: ask(input.askedById, concerned, input.now) })
}

export interface TurnSwapAnswer {
  readonly swap: TurnSwap
  /** The whole list, with the turns of the legs exchanged once everybody agreed. */
  readonly turns: readonly Turn[]
}

/** 同意换班. With the last consent the turns change hands and are accepted: no later roster change touches them. */
export const agreeTurnSwap = (
  swap: TurnSwap,
  consent: Consent,
  turns: readonly Turn[],
  convenors: readonly Convenor[],
): Result<TurnSwapAnswer, TurnSwapRefusal> => {
  const agreed = agree(swap.asking, consent)
  if (!agreed.ok) return agreed
  const refusal = firstRefusal(swap.legs, turns, convenors, consent.at, 'turnChangedSince')
  if (refusal !== null) return err(refusal)
  const next = { ...swap, asking: agreed.value }
  if (agreed.value.state !== 'agreed') return ok({ swap: next, turns })
  return ok({ swap: next, turns: exchanged(swap, turns, consent.at.toPlainDate()) })
}

/** A turn under way keeps the days already led: the rest of it changes hands tomorrow, with a hand-over like any other. */
const exchanged = (swap: TurnSwap, turns: readonly Turn[], today: Temporal.PlainDate): Turn[] =>
  turns.flatMap((turn) => {
    const leg = swap.legs.find(({ periodKey }) => periodKey === turn.period.key)
    if (leg === undefined) return [turn]
    const reason = { basis: 'swapped', swapId: swap.id, fromId: leg.fromId } as const
    if (!hasBegun(turn, today.toString())) return [{ ...turn, personId: leg.toId, accepted: true, reason }]
    const { restOf, ...period } = restPeriod(turn.period, today.add({ days: 1 }).toString())
    return [turn, { period, personId: leg.toId, accepted: true, reason, restOf: turn.restOf ?? restOf }]
  })

const firstRefusal = (
  legs: readonly TurnLeg[],
  turns: readonly Turn[],
  convenors: readonly Convenor[],
  now: Moment,
  whenNotHeld: 'notYourTurn' | 'turnChangedSince',
): TurnSwapRefusal | null => {
  const today = now.toPlainDate().toString()
  for (const { periodKey, fromId, toId } of legs) {
    const turn = turns.find(({ period }) => period.key === periodKey)
    if (turn === undefined) return { code: 'noSuchTurn', periodKey }
    if (turn.personId !== fromId) return { code: whenNotHeld, periodKey, holderId: turn.personId }
    if (fromId === toId) return { code: 'sameConvenor', periodKey }
    const from = hasBegun(turn, today) ? now.toPlainDate().add({ days: 1 }).toString() : turn.period.startsOn
    const root = turn.restOf ?? periodKey
    const givenUp = turns.some((part) => part.restOf === root && part.period.startsOn > turn.period.startsOn)
    if (from > turn.period.endsOn || givenUp) return { code: 'turnOver', periodKey }
    if (!convenors.some((term) => term.personId === toId && isServing(term, from)))
      return { code: 'notServing', periodKey, personId: toId }
  }
  return null
}

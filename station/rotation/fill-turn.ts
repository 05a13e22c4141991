import { type Convenor, isServing, servingOn } from './convenor.js'
import type { Period } from './period.js'
import { TURN_RESTS, type Turn, type TurnRest, type TurnStanding } from './turn.js'
import { compareStandings, turnStandings } from './turn-load.js'

export interface TurnRules {
  readonly convenors: readonly Convenor[]
  readonly levels: ReadonlyMap<number, number>
  readonly seed: string
}

/** Who leads just before and just after a period. */
export const neighboursOf = (period: Period, turns: readonly Turn[]): number[] => {
  const others = turns.filter((turn) => turn.period.key !== period.key)
  const earlier = others.filter((turn) => turn.period.startsOn <= period.startsOn)
  const later = others.filter((turn) => turn.period.startsOn > period.startsOn)
  const before = earlier.reduce<Turn | undefined>(
    (a, b) => (a && a.period.startsOn > b.period.startsOn ? a : b),
    undefined,
  )
  const after = later.reduce<Turn | undefined>(
    (a, b) => (a && a.period.startsOn <= b.period.startsOn ? a : b),
    undefined,
  )
  return [before, after].flatMap((turn) => (turn === undefined ? [] : [turn.personId]))
}

/** Which preferences this person's leading this period would break. */
const restsBroken = (
  personId: number,
  period: Period,
  turns: readonly Turn[],
  convenors: readonly Convenor[],
): TurnRest[] => {
  const staysOn = convenors.some((term) => term.personId === personId && isServing(term, period.endsOn))
  const broken = { backToBack: neighboursOf(period, turns).includes(personId), termEnds: !staysOn }
  return TURN_RESTS.filter((rest) => broken[rest])
}

const costOf = (rests: readonly TurnRest[]): number =>
  rests.reduce((sum, rest) => sum + 2 ** TURN_RESTS.indexOf(rest), 0)

interface Ranked {
  readonly standing: TurnStanding
  readonly rests: readonly TurnRest[]
}

/**
 * Two turns behind, somebody leads even twice in a row: two convenors who only ever alternate would otherwise carry an old
 * difference for ever. A term about to end is no reason to hurry.
 */
const catchesUpOn = (a: Ranked, b: Ranked): boolean =>
  b.standing.load - a.standing.load >= 2 && !a.rests.includes('termEnds')

/** The turn of an empty period, given every other turn; null when no convenor serves on its first day. */
export const fillTurn = (
  period: Period,
  turns: readonly Turn[],
  { convenors, levels, seed }: TurnRules,
): Turn | null => {
  const serving = servingOn(convenors, period.startsOn)
  const standings = turnStandings(serving, convenors, turns, levels, seed, period.key)
  const ranked = standings
    .map((standing, rank) => {
      const rests = restsBroken(standing.personId, period, turns, convenors)
      return { standing, rank, rests, cost: costOf(rests) }
    })
    .sort((a, b) => a.cost - b.cost || a.rank - b.rank)
  const chosen = ranked.find((row) => ranked.every((other) => !catchesUpOn(other, row)))
  if (chosen === undefined) return null
  const next = ranked.find((row) => row !== chosen)
  const { personId } = chosen.standing
  if (next === undefined) return { period, personId, accepted: false, reason: { basis: 'onlyConvenor' } }
  return {
    period,
    personId,
    accepted: false,
    reason: {
      basis: 'fewestTurns',
      own: chosen.standing,
      ahead: ranked.filter(({ rank }) => rank < chosen.rank).map(({ standing, rests }) => ({ standing, why: rests })),
      next: {
        standing: next.standing,
        decidedBy:
          next.cost === chosen.cost || catchesUpOn(chosen, next)
            ? compareStandings(chosen.standing, next.standing).decidedBy
            : 'rest',
      },
      yielded: chosen.rests,
    },
  }
}

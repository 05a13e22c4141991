import { isServing } from './convenor.js'
import { neighboursOf, type TurnRules } from './fill-turn.js'
import { hasBegun, type Turn, type TurnStanding } from './turn.js'
import { turnStandings } from './turn-load.js'

/**
 * Makes room for convenors who are new to the table, with the fewest changes there can be: while somebody has two turns more
 * than the newcomer, the newcomer takes over one of theirs — the furthest away, so that plans near at hand stand. What is
 * accepted, agreed in a swap or has begun is never taken. Nobody is put next to their own turn for the sake of balance.
 */
export const rebalance = (
  table: readonly Turn[],
  elsewhere: readonly Turn[],
  rules: TurnRules & { readonly today: string },
): Turn[] => {
  let turns = [...table]
  for (const newcomerId of newcomersTo(turns, elsewhere, rules)) {
    for (;;) {
      const move = nextMove(newcomerId, turns, elsewhere, rules)
      if (move === null) break
      turns = turns.map((turn) => (turn.period.key === move.period.key ? move : turn))
    }
  }
  return turns
}

const newcomersTo = (
  turns: readonly Turn[],
  elsewhere: readonly Turn[],
  { convenors, today }: TurnRules & { readonly today: string },
): number[] => {
  const horizon = turns.at(-1)?.period.startsOn ?? today
  const inTerm = convenors.filter((term) => term.from <= horizon && (term.until === undefined || term.until >= today))
  return inTerm
    .filter(({ personId, from }) =>
      [...turns, ...elsewhere].every((turn) => turn.personId !== personId || turn.period.startsOn < from),
    )
    .map(({ personId }) => personId)
}

const nextMove = (
  newcomerId: number,
  turns: readonly Turn[],
  elsewhere: readonly Turn[],
  { convenors, levels, seed, today }: TurnRules & { readonly today: string },
): Turn | null => {
  const all = [...turns, ...elsewhere]
  const holders = [...new Set([newcomerId, ...turns.map((turn) => turn.personId)])]
  const standingsFor = (key: string): TurnStanding[] => turnStandings(holders, convenors, all, levels, seed, key)
  const standings = standingsFor('')
  const own = standings.find(({ personId }) => personId === newcomerId)
  if (own === undefined) return null
  const givers = standings.filter(({ load }) => load - own.load >= 2).reverse()
  for (const giver of givers) {
    const movable = turns.filter(
      (turn) =>
        turn.personId === giver.personId &&
        !turn.accepted &&
        !hasBegun(turn, today) &&
        covers(newcomerId, turn, convenors) &&
        !neighboursOf(turn.period, all).includes(newcomerId),
    )
    const last = movable.at(-1)
    if (last !== undefined) {
      const at = standingsFor(last.period.key)
      const facts = (id: number, fallback: TurnStanding): TurnStanding =>
        at.find((row) => row.personId === id) ?? fallback
      const reason = {
        basis: 'rebalanced',
        own: facts(newcomerId, own),
        relieved: facts(giver.personId, giver),
      } as const
      return { ...last, personId: newcomerId, reason }
    }
  }
  return null
}

const covers = (personId: number, { period }: Turn, convenors: TurnRules['convenors']): boolean =>
  [period.startsOn, period.endsOn].every((date) =>
    convenors.some((term) => term.personId === personId && isServing(term, date)),
  )

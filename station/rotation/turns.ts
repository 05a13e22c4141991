import { type Convenor, servingOn } from './convenor.js'
import { fillTurn } from './fill-turn.js'
import type { Period } from './period.js'
import { rebalance } from './rebalance.js'
import { type RestPeriod, restsOf } from './rest-of-turn.js'
import { hasBegun, type Turn } from './turn.js'
import { enteredAt } from './turn-load.js'

/** 召集人 take turns; under a 站长 nobody does. */
export type LeadMode = { readonly kind: 'convenors' } | { readonly kind: 'stationHead'; readonly headId: number }

export interface TurnInput {
  readonly mode: LeadMode
  readonly convenors: readonly Convenor[]
  /** Every turn known so far, past and future. A cancelled activity's turn is left out by the caller. */
  readonly ledger: readonly Turn[]
  /** The periods the table shall show, in order; an accepted turn follows its activity when the date moves. */
  readonly periods: readonly Period[]
  /** ISO civil date. */
  readonly today: string
  readonly seed: string
}

export type TurnNote =
  | { readonly code: 'stationHead'; readonly headId: number }
  | { readonly code: 'noConvenor' }
  | { readonly code: 'singleConvenor'; readonly personId: number }
  | { readonly code: 'nobodyServing'; readonly periodKey: string }
  | { readonly code: 'backToBack' | 'termEnds'; readonly periodKey: string; readonly personId: number }

/** A turn that is not what the ledger said: only these people need to be told. */
export interface TurnChange {
  readonly periodKey: string
  readonly fromId: number | null
  readonly toId: number | null
}

export interface TurnTable {
  /** One turn per period that somebody can lead, in order; the rest of a turn given up half-way follows it. */
  readonly turns: readonly Turn[]
  readonly changes: readonly TurnChange[]
  readonly notes: readonly TurnNote[]
}

/**
 * The table of turns. What has begun stays as it was led; an accepted turn stays while its convenor serves; a planned turn
 * stays if it can. Only empty periods are filled, by fewest turns, and a convenor new to the table receives as few turns as
 * bring everybody within one turn of each other. Running it again on its own result changes nothing.
 */
export const turnTable = (input: TurnInput): TurnTable => {
  const { mode, convenors, ledger, today, seed } = input
  if (mode.kind === 'stationHead')
    return { turns: [], changes: [], notes: [{ code: 'stationHead', headId: mode.headId }] }

  const periods = input.periods.flatMap((period): (Period | RestPeriod)[] => [
    period,
    ...restsOf(period, ledger, convenors, today),
  ])
  const known = new Map(ledger.map((turn) => [turn.period.key, turn]))
  const keys = new Set(periods.map((period) => period.key))
  const elsewhere = ledger.filter((turn) => !keys.has(turn.period.key))
  const kept = periods.flatMap((period) => {
    const turn = known.get(period.key)
    if (turn === undefined) return []
    const current = { ...turn, period: bare(period) }
    return hasBegun(current, today) || servingOn(convenors, period.startsOn).includes(turn.personId) ? [current] : []
  })

  const levels = enteredAt(convenors, ledger)
  const rules = { convenors, levels, seed }
  const held = new Set(kept.map((turn) => turn.period.key))
  const notes: TurnNote[] = []
  const filled: Turn[] = []
  for (const period of periods.filter(({ key }) => !held.has(key))) {
    const turn = fillTurn(bare(period), [...elsewhere, ...kept, ...filled], rules)
    if (turn === null) notes.push({ code: 'nobodyServing', periodKey: period.key })
    else filled.push('restOf' in period ? { ...turn, restOf: period.restOf } : turn)
  }
  const table = inOrder(rebalance([...kept, ...filled], elsewhere, { ...rules, today }))
  return { turns: table, changes: changesOf(known, table, periods), notes: [...notes, ...notesOf(table, input)] }
}

const bare = ({ key, startsOn, endsOn }: Period): Period => ({ key, startsOn, endsOn })

const inOrder = (turns: readonly Turn[]): Turn[] =>
  [...turns].sort(
    (a, b) => a.period.startsOn.localeCompare(b.period.startsOn) || a.period.key.localeCompare(b.period.key),
  )

const changesOf = (
  known: ReadonlyMap<string, Turn>,
  table: readonly Turn[],
  periods: readonly Period[],
): TurnChange[] => {
  const given = new Map(table.map((turn) => [turn.period.key, turn.personId]))
  return periods.flatMap(({ key }): TurnChange[] => {
    const fromId = known.get(key)?.personId ?? null
    const toId = given.get(key) ?? null
    return fromId === toId ? [] : [{ periodKey: key, fromId, toId }]
  })
}

const notesOf = (table: readonly Turn[], { convenors, today }: TurnInput): TurnNote[] => {
  const serving = servingOn(convenors, today)
  const [only] = serving
  const count: TurnNote[] =
    only === undefined
      ? [{ code: 'noConvenor' }]
      : serving.length === 1
        ? [{ code: 'singleConvenor', personId: only }]
        : []
  return [
    ...count,
    ...table.flatMap((turn) =>
      turn.reason.basis === 'fewestTurns'
        ? turn.reason.yielded.map((code) => ({ code, periodKey: turn.period.key, personId: turn.personId }))
        : [],
    ),
  ]
}

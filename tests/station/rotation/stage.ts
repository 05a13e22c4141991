import type { Convenor } from '../../../station/rotation/convenor.js'
import { calendarPeriods, type Period } from '../../../station/rotation/period.js'
import type { Turn } from '../../../station/rotation/turn.js'
import { type TurnInput, turnTable } from '../../../station/rotation/turns.js'

export const LI_QIANG = 1
export const WANG_FANG = 2
export const ZHOU_NING = 3
export const ZHANG_MIN = 4

export const serving = (personId: number, from = '2026-01-01', until?: string): Convenor => ({
  personId,
  from,
  ...(until === undefined ? {} : { until }),
})

export const THREE = [serving(LI_QIANG), serving(WANG_FANG), serving(ZHOU_NING)]

export const months = (from: string, count: number): Period[] => calendarPeriods('month', `${from}-01`, count)

export const named = (period: Period, personId: number, accepted = false): Turn => ({
  period,
  personId,
  accepted,
  reason: { basis: 'named', byId: 99 },
})

/** A table written as "2026-05: 1, 2, 3": one convenor a month. */
export const tableOf = (from: string, ...personIds: number[]): Turn[] =>
  months(from, personIds.length).map((period, index) => named(period, personIds[index] ?? 0))

export const input = (over: Partial<TurnInput> = {}): TurnInput => ({
  mode: { kind: 'convenors' },
  convenors: THREE,
  ledger: [],
  periods: months('2026-05', 6),
  today: '2026-04-20',
  seed: '秦淮医疗',
  ...over,
})

export const holders = (turns: readonly Turn[]): number[] => turns.map((turn) => turn.personId)

export const table = (over: Partial<TurnInput> = {}): number[] => holders(turnTable(input(over)).turns)

import type { ActivityRecord } from './activity-record.js'

/** 三个结合 and the forms of activity, as rows: what is weighed against what. One record may stand on both sides. */
interface BalanceRow {
  readonly key: string
  readonly sides: readonly {
    readonly key: string
    readonly label: string
    readonly holds: (record: ActivityRecord) => boolean
  }[]
}

const THREE_BALANCES = [
  {
    key: 'direction',
    sides: [
      { key: 'up', label: '眼睛向上', holds: ({ direction }) => direction === 'up' || direction === 'both' },
      { key: 'down', label: '眼睛向下', holds: ({ direction }) => direction === 'down' || direction === 'both' },
    ],
  },
  {
    key: 'orientation',
    sides: [
      { key: 'goal', label: '目标导向', holds: ({ orientation }) => orientation === 'goal' || orientation === 'both' },
      {
        key: 'problem',
        label: '问题导向',
        holds: ({ orientation }) => orientation === 'problem' || orientation === 'both',
      },
    ],
  },
  {
    key: 'regularity',
    sides: [
      { key: 'regular', label: '定期', holds: ({ fromSeries }) => fromSeries },
      { key: 'occasional', label: '不定期', holds: ({ fromSeries }) => !fromSeries },
    ],
  },
] as const satisfies readonly BalanceRow[]

export const FORMS = [
  {
    key: 'mode',
    sides: [
      { key: 'online', label: '线上', holds: ({ mode }) => mode === 'online' },
      { key: 'onsite', label: '线下', holds: ({ mode }) => mode === 'onsite' },
      { key: 'mixed', label: '混合', holds: ({ mode }) => mode === 'mixed' },
    ],
  },
  {
    key: 'venue',
    sides: [
      { key: 'fixed', label: '固定', holds: ({ venue }) => venue === 'fixed' },
      { key: 'mobile', label: '流动', holds: ({ venue }) => venue === 'mobile' },
    ],
  },
] as const satisfies readonly BalanceRow[]

export interface BalanceCount {
  readonly key: string
  readonly sides: readonly { readonly key: string; readonly label: string; readonly count: number }[]
  /** On no side: not tagged yet. */
  readonly untagged: number
  /** Sides without a single activity although there were some to weigh. */
  readonly empty: readonly string[]
}

export const weigh = (held: readonly ActivityRecord[], rows: readonly BalanceRow[] = THREE_BALANCES): BalanceCount[] =>
  rows.map(({ key, sides }) => {
    const counted = sides.map((side) => ({ key: side.key, label: side.label, count: held.filter(side.holds).length }))
    const untagged = held.filter((record) => !sides.some((side) => side.holds(record))).length
    const empty = held.length > untagged ? counted.filter((side) => side.count === 0).map((side) => side.key) : []
    return { key, sides: counted, untagged, empty }
  })

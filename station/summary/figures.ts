import type { PeriodRecords } from './records.js'

interface Counted {
  value: number
  evidence: string[]
}

interface FigureRow {
  /** What the figure is called, in forms and to the model. */
  label: string
  unit: string
  /** Words of which one must stand beside the figure in a sentence, else it means something else. */
  words: readonly string[]
  /** null: no record says, so there is no figure; never a zero in its place. */
  of(records: PeriodRecords): Counted | null
}

const count = (refs: string[]): Counted => ({ value: refs.length, evidence: refs })

const sum = <T>(rows: readonly T[], ref: (row: T) => string, persons: (row: T) => number | null): Counted | null => {
  const known = rows.filter((row) => persons(row) !== null)
  if (known.length === 0) return null
  return { value: known.reduce((total, row) => total + persons(row)!, 0), evidence: known.map(ref) }
}

const H = ({ no }: { no: number }): string => `H${no}`
const Y = ({ no }: { no: number }): string => `Y${no}`
const D = ({ no }: { no: number }): string => `D${no}`

const held = ({ activities }: PeriodRecords) => activities.filter(({ phase }) => phase === 'held')
const receptions = ({ duties }: PeriodRecords) => duties.filter(({ phase }) => phase === 'held')

/** Every total a summary may print. Counted once, here; all versions, forms and pictures read the same rows. */
export const FIGURES = {
  activitiesHeld: {
    label: '已办活动',
    unit: '场',
    words: ['活动', '举办', '开展'],
    of: (records) => count(held(records).map(H)),
  },
  activitiesUpcoming: {
    label: '待办活动',
    unit: '场',
    words: ['待办', '即将', '将办', '将举办', '将开展'],
    of: ({ activities }) => count(activities.filter(({ phase }) => phase === 'upcoming').map(H)),
  },
  activitiesCancelled: {
    label: '取消活动',
    unit: '场',
    words: ['取消'],
    of: ({ activities }) => count(activities.filter(({ phase }) => phase === 'cancelled').map(H)),
  },
  signedUp: {
    label: '报名',
    unit: '人次',
    words: ['报名'],
    of: ({ activities }) =>
      sum(
        activities.filter(({ phase }) => phase !== 'cancelled'),
        H,
        ({ signedUpPersons }) => signedUpPersons,
      ),
  },
  attended: {
    label: '到场',
    unit: '人次',
    words: ['到场', '签到', '实到', '参加', '出席'],
    of: (records) => sum(held(records), H, ({ attendedPersons }) => attendedPersons),
  },
  audience: {
    label: '受众',
    unit: '人次',
    words: ['受众', '惠及', '服务群众'],
    of: (records) => sum(held(records), H, ({ audiencePersons }) => audiencePersons),
  },
  receptionsHeld: {
    label: '已办接待',
    unit: '次',
    words: ['接待'],
    of: (records) => count(receptions(records).map(D)),
  },
  receptionsMissed: {
    label: '无人到站',
    unit: '次',
    words: ['无人到站'],
    of: ({ duties }) => count(duties.filter(({ phase }) => phase === 'missed').map(D)),
  },
  visitors: {
    label: '来访',
    unit: '人次',
    words: ['来访', '接待群众'],
    of: (records) => sum(receptions(records), D, ({ visitorPersons }) => visitorPersons),
  },
  opinions: {
    label: '登记意见',
    unit: '件',
    words: ['意见'],
    of: ({ opinions }) => count(opinions.map(Y)),
  },
  opinionsOpen: {
    label: '未办结',
    unit: '件',
    words: ['未办结'],
    of: ({ opinions }) => count(opinions.filter(({ phase }) => phase === 'open').map(Y)),
  },
  opinionsAnswered: {
    label: '已答复',
    unit: '件',
    words: ['已答复'],
    of: ({ opinions }) => count(opinions.filter(({ phase }) => phase === 'answered').map(Y)),
  },
  opinionsClosed: {
    label: '已办结',
    unit: '件',
    words: ['已办结'],
    of: ({ opinions }) => count(opinions.filter(({ phase }) => phase === 'closed').map(Y)),
  },
  opinionsUrgent: {
    label: '急件',
    unit: '件',
    words: ['急件'],
    of: ({ opinions }) => count(opinions.filter(({ urgent }) => urgent).map(Y)),
  },
  due: {
    label: '待办',
    unit: '项',
    words: ['待办', '到期'],
    of: ({ due }) => count(due.map(({ ref }) => ref)),
  },
} as const satisfies Record<string, FigureRow>

export type FigureKey = keyof typeof FIGURES

export interface Figure {
  key: FigureKey
  value: number
  /** The records it was counted from. */
  evidence: string[]
}

export interface CategoryCount {
  /** null: not classified yet. */
  category: string | null
  value: number
  evidence: string[]
}

export interface Figures {
  rows: readonly Figure[]
  /** Opinions by category, most first. */
  categories: readonly CategoryCount[]
}

const categoriesOf = ({ opinions }: PeriodRecords): CategoryCount[] => {
  const byCategory = new Map<string | null, string[]>()
  for (const opinion of opinions) {
    const refs = byCategory.get(opinion.category)
    if (refs === undefined) byCategory.set(opinion.category, [Y(opinion)])
    else refs.push(Y(opinion))
  }
  return [...byCategory]
    .map(([category, evidence]) => ({ category, value: evidence.length, evidence }))
    .sort((a, b) => b.value - a.value)
}

/** All figures of a period, in the order of the table; those no record speaks of are absent. */
export const figuresOf = (records: PeriodRecords): Figures => {
  const rows: Figure[] = []
  for (const key of Object.keys(FIGURES) as FigureKey[]) {
    const counted: Counted | null = FIGURES[key].of(records)
    if (counted !== null) rows.push({ key, value: counted.value, evidence: counted.evidence })
  }
  return { rows, categories: categoriesOf(records) }
}

/** null: no record speaks of it. */
export const figure = ({ rows }: Figures, key: FigureKey): Figure | null => rows.find((row) => row.key === key) ?? null

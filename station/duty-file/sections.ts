/** The eight sections of a deputy's duty file (履职档案), in their order. */
export const SECTIONS = {
  basic: '基本情况',
  meetings: '会议',
  inspections: '视察调研',
  studies: '学习培训',
  groupActivities: '代表小组活动',
  proposals: '建议意见',
  reports: '述职与受监督',
  honours: '表彰奖励',
} as const

export type SectionKey = keyof typeof SECTIONS

/** What an entry is, and the section it stands in. */
export const ENTRY_KINDS = {
  meeting: { label: '会议', section: 'meetings' },
  inspection: { label: '视察调研', section: 'inspections' },
  research: { label: '调研成果', section: 'inspections' },
  study: { label: '学习培训', section: 'studies' },
  group: { label: '小组活动', section: 'groupActivities' },
  reception: { label: '接待', section: 'groupActivities' },
  contact: { label: '联系群众', section: 'groupActivities' },
  opinion: { label: '意见', section: 'proposals' },
  suggestion: { label: '建议', section: 'proposals' },
  cosigned: { label: '联名', section: 'proposals' },
  comment: { label: '立法意见', section: 'proposals' },
  report: { label: '述职', section: 'reports' },
  honour: { label: '表彰', section: 'honours' },
} as const satisfies Record<string, { label: string; section: SectionKey }>

export type EntryKind = keyof typeof ENTRY_KINDS

export interface DutyEntry {
  readonly kind: EntryKind
  /** The record it rests on: H12, T3, D7; null: an entry of the file itself. */
  readonly ref: string | null
  /** "2026-11-28", "2022-06". */
  readonly on: string
  /** Already masked. */
  readonly text: string
  /** Answered so that it was solved or taken into a plan (A, B). */
  readonly adopted?: boolean
}

export interface DutyFile {
  readonly personId: number
  readonly name: string
  readonly level: string | null
  /** 基本情况, a line each. */
  readonly basic: readonly string[]
  /** In order of time. */
  readonly entries: readonly DutyEntry[]
}

/** Types of activity that stand in a section of their own; all others are activities of the group. */
const KIND_OF_TYPE: Readonly<Record<string, EntryKind>> = {
  联席会议: 'meeting',
  立法调研座谈会: 'inspection',
  专题视察调研: 'inspection',
  视察: 'inspection',
  调研: 'inspection',
  走访座谈: 'inspection',
  旁听检察听证: 'inspection',
  研讨会: 'study',
  观摩学习: 'study',
  学习培训: 'study',
}

export const kindOfActivity = (type: string): EntryKind => KIND_OF_TYPE[type] ?? 'group'

export const countOf = ({ entries }: DutyFile, kind: EntryKind): number =>
  entries.filter((entry) => entry.kind === kind).length

/**
 * Activities attended, whatever their section.
 */
export const activitiesOf = ({ entries }: DutyFile): number => entries.filter(({ ref }) => ref?.startsWith('H')).length

export const entriesIn = ({ entries }: DutyFile, section: SectionKey): DutyEntry[] =>
  entries.filter(({ kind }) => ENTRY_KINDS[kind].section === section)

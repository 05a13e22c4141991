/**
 * The life of a deputy's suggestion (代表建议 J), as data. `withNames`: co-signatures may still come and go. `clock`: the
 * organ owes an answer. `stamps`: what must have happened for this state to be true.
 */
export const SUGGESTION_STATES = {
  brewing: { label: '酝酿', live: true, withNames: false, clock: false, stamps: [] },
  drafting: { label: '起草', live: true, withNames: false, clock: false, stamps: ['draftedAt'] },
  cosigning: { label: '征集联名', live: true, withNames: true, clock: false, stamps: ['draftedAt'] },
  submitted: { label: '提交', live: true, withNames: false, clock: false, stamps: ['draftedAt', 'submittedAt'] },
  registered: {
    label: '已登记',
    live: true,
    withNames: false,
    clock: false,
    stamps: ['submittedAt', 'registeredAt'],
  },
  assigned: {
    label: '已交办',
    live: true,
    withNames: false,
    clock: true,
    stamps: ['submittedAt', 'registeredAt', 'assignedAt'],
  },
  returned: {
    label: '退办',
    live: true,
    withNames: false,
    clock: true,
    stamps: ['registeredAt', 'assignedAt', 'returnedAt'],
  },
  handling: { label: '办理中', live: true, withNames: false, clock: true, stamps: ['registeredAt', 'assignedAt'] },
  replied: { label: '已答复', live: true, withNames: false, clock: false, stamps: ['assignedAt', 'repliedAt'] },
  rated: { label: '代表评价', live: true, withNames: false, clock: false, stamps: ['repliedAt', 'ratedAt'] },
  redo: { label: '再办', live: true, withNames: false, clock: true, stamps: ['repliedAt', 'redoAt'] },
  repliedAgain: { label: '再答复', live: true, withNames: false, clock: false, stamps: ['redoAt', 'repliedAgainAt'] },
  tracking: { label: '跟踪', live: true, withNames: false, clock: false, stamps: ['repliedAt', 'trackedAt'] },
  closed: { label: '办结', live: false, withNames: false, clock: false, stamps: ['repliedAt', 'closedAt'] },
  archived: { label: '公开/归档', live: false, withNames: false, clock: false, stamps: ['closedAt', 'archivedAt'] },
  withdrawn: { label: '撤回', live: false, withNames: false, clock: false, stamps: ['withdrawnAt'] },
} as const satisfies Record<
  string,
  { label: string; live: boolean; withNames: boolean; clock: boolean; stamps: readonly string[] }
>

export type SuggestionState = keyof typeof SUGGESTION_STATES
export type SuggestionStamp =
  | (typeof SUGGESTION_STATES)[SuggestionState]['stamps'][number]
  | 'contactedAt'
  | 'receivedAt'
  | 'partRepliedAt'
  | 'partReturnedAt'

export const ALL_SUGGESTION_STATES = Object.keys(SUGGESTION_STATES) as SuggestionState[]

/** What may be marked on a suggestion without changing its state. */
export const SUGGESTION_FLAGS = {
  complex: '复杂（六个月）',
  keyItem: '重点督办',
  jointSupervision: '联合督办',
  handledTogether: '并案',
  confidential: '保密',
  /** A leader wrote on it: the notes are rows of their own. */
  leaderNote: '领导批示',
} as const

export type SuggestionFlag = keyof typeof SUGGESTION_FLAGS

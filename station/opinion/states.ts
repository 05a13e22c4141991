/**
 * The life of a resident's opinion (群众意见 Y), as data. `live`: still owes somebody something, so it is named in a
 * hand-over. `answered`: an answer exists. `stamps`: what must have happened at some time for this state to be true.
 */
export const OPINION_STATES = {
  draft: { label: '草记', live: true, answered: false, stamps: [] },
  registered: { label: '已登记', live: true, answered: false, stamps: ['registeredAt'] },
  triage: { label: '待分类', live: true, answered: false, stamps: ['registeredAt'] },
  needsMore: { label: '退回补充', live: true, answered: false, stamps: ['registeredAt', 'sentBackAt'] },
  answeredOnSpot: { label: '当场答复', live: true, answered: true, stamps: ['registeredAt', 'repliedAt'] },
  movedToHome: { label: '移交家室', live: true, answered: false, stamps: ['registeredAt', 'referredAt'] },
  referred: { label: '转办', live: true, answered: false, stamps: ['registeredAt', 'referredAt'] },
  returned: { label: '退办待改派', live: true, answered: false, stamps: ['registeredAt', 'returnedAt'] },
  towardsSuggestion: { label: '拟转建议', live: true, answered: false, stamps: ['registeredAt', 'adoptedAt'] },
  material: { label: '调研素材', live: false, answered: false, stamps: ['registeredAt', 'sortedAt'] },
  notAccepted: { label: '不予受理', live: true, answered: false, stamps: ['registeredAt', 'refusedAt'] },
  handling: { label: '办理中', live: true, answered: false, stamps: ['registeredAt', 'acknowledgedAt'] },
  replied: { label: '已答复', live: true, answered: true, stamps: ['registeredAt', 'repliedAt'] },
  toldDeputy: {
    label: '已反馈代表',
    live: true,
    answered: true,
    stamps: ['registeredAt', 'repliedAt', 'toldDeputyAt'],
  },
  passedOn: { label: '已转告群众', live: true, answered: true, stamps: ['registeredAt', 'repliedAt', 'passedOnAt'] },
  rated: {
    label: '已评价',
    live: true,
    answered: true,
    stamps: ['registeredAt', 'repliedAt', 'passedOnAt', 'ratedAt'],
  },
  redo: { label: '重办', live: true, answered: false, stamps: ['registeredAt', 'repliedAt', 'redoAt'] },
  tracking: { label: '跟踪中', live: true, answered: true, stamps: ['registeredAt', 'repliedAt', 'trackedAt'] },
  closed: { label: '办结', live: false, answered: true, stamps: ['registeredAt', 'repliedAt', 'closedAt'] },
  archived: { label: '归档', live: false, answered: false, stamps: ['registeredAt', 'archivedAt'] },
  merged: { label: '合并', live: false, answered: false, stamps: ['registeredAt', 'mergedAt'] },
  withdrawn: { label: '撤回', live: false, answered: false, stamps: ['withdrawnAt'] },
  mistaken: { label: '误记', live: false, answered: false, stamps: ['withdrawnAt'] },
} as const satisfies Record<string, { label: string; live: boolean; answered: boolean; stamps: readonly string[] }>

export type OpinionState = keyof typeof OPINION_STATES
export type OpinionStamp =
  | (typeof OPINION_STATES)[OpinionState]['stamps'][number]
  | 'solvedAt'
  | 'partRepliedAt'
  | 'partReturnedAt'

/** Struck ones (撤回, 误记) are in no list and in no figure. */
export const STRUCK_OPINIONS: string[] = [OPINION_STATES.withdrawn.label, OPINION_STATES.mistaken.label]

/** A merged one is counted where it went, and is nobody's twin. */
export const UNCOUNTED_OPINIONS: string[] = [...STRUCK_OPINIONS, OPINION_STATES.merged.label]

export const ALL_OPINION_STATES = Object.keys(OPINION_STATES) as OpinionState[]

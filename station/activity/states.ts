/**
 * The life of an activity (活动 H), as data. `accepting` is what the state means for sign-ups; `live` states count as open work
 * in a hand-over; nothing leaves a `final` state: later corrections are new entries.
 */
export const ACTIVITY_STATES = {
  planned: { label: '计划', accepting: 'notYetOpen', live: true, final: false },
  drafted: { label: '草拟', accepting: 'notYetOpen', live: true, final: false },
  inReview: { label: '待审', accepting: 'notYetOpen', live: true, final: false },
  notified: { label: '已通知', accepting: 'notYetOpen', live: true, final: false },
  open: { label: '报名中', accepting: 'open', live: true, final: false },
  full: { label: '满员', accepting: 'open', live: true, final: false },
  closed: { label: '报名截止', accepting: 'closed', live: true, final: false },
  checkingIn: { label: '签到中', accepting: 'over', live: true, final: false },
  ended: { label: '已结束', accepting: 'over', live: true, final: false },
  summaryDraft: { label: '小结草稿', accepting: 'over', live: true, final: false },
  summaryPublished: { label: '小结已发布', accepting: 'over', live: false, final: false },
  archived: { label: '归档', accepting: 'over', live: false, final: true },
  cancelled: { label: '取消', accepting: 'cancelled', live: false, final: true },
} as const satisfies Record<
  string,
  { label: string; accepting: 'open' | 'notYetOpen' | 'closed' | 'cancelled' | 'over'; live: boolean; final: boolean }
>

export type ActivityState = keyof typeof ACTIVITY_STATES
export const ALL_ACTIVITY_STATES = Object.keys(ACTIVITY_STATES) as ActivityState[]

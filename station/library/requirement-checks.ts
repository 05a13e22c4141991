/**
 * Requirements that the station's own records can answer, by the words they are written in; the first that matches is
 * meant. `per`: how often the count must be reached.
 */
export const REQUIREMENT_CHECKS = {
  yearSummary: { label: '年度总结', per: 'year', says: /(?:年度|年终|全年)(?:工作)?(?:总结|报告)/u },
  jointMeetings: { label: '联席会议', per: 'year', says: /联席会/u },
  receptions: { label: '接待', per: 'month', says: /(?:接待|值班).{0,12}(?:每月|月)|每月.{0,16}(?:接待|值班)/u },
  noticeBoard: {
    label: '公示',
    per: 'year',
    says: /公示栏|公示.{0,8}(?:名单|时间|服务)|(?:名单|时间|服务).{0,8}公示/u,
  },
  rulesPublished: { label: '制度上墙', per: 'year', says: /(?:建立|健全|制定|完善).{0,12}制度|制度.{0,6}上墙/u },
  plaque: { label: '标识牌', per: 'year', says: /标[识志]牌|挂牌/u },
  dutyFiles: { label: '履职档案', per: 'year', says: /履职档案|履职登记/u },
  study: { label: '学习培训', per: 'year', says: /(?:学习|培训).{0,10}(?:次|场)|(?:组织|开展).{0,10}(?:学习|培训)/u },
  plan: { label: '年度计划', per: 'year', says: /年度(?:工作|活动)?计划|工作计划/u },
  activities: { label: '活动', per: 'year', says: /(?:开展|组织).{0,12}活动|活动.{0,8}(?:不少于|至少)/u },
  opinions: {
    label: '意见登记',
    per: 'year',
    says: /(?:收集|登记|记录|听取).{0,10}(?:意见|社情民意)|意见.{0,10}(?:登记|台账)/u,
  },
} as const satisfies Record<string, { label: string; per: 'year' | 'month'; says: RegExp }>

export type RequirementCheck = keyof typeof REQUIREMENT_CHECKS

/** What the records hold, in the running year (of receptions: the months of it that had one). */
export type CheckCounts = Readonly<Record<RequirementCheck, number>>

export type RequirementState = 'met' | 'notDue' | 'overdue' | 'unmet' | 'unconfirmed'

export interface RequirementStanding {
  state: RequirementState
  /** What was counted; null: only a person can say. */
  counted: number | null
  needed: number
}

interface Asked {
  check: string | null
  times: number
  dueOn: string | null
  /** Somebody has said that it is done. */
  confirmed: boolean
}

/**
 * Whether a requirement stands fulfilled on a day ("2026-11-23"). A person's word holds; else the records decide, and what
 * they do not reach is overdue only once its day has passed, unmet where no day was set. What no record speaks of waits for somebody's word.
 */
export const requirementStanding = (
  { check, times, dueOn, confirmed }: Asked,
  counts: CheckCounts,
  today: string,
): RequirementStanding => {
  const key = check !== null && check in REQUIREMENT_CHECKS ? (check as RequirementCheck) : null
  const month = Number(today.slice(5, 7))
  const monthly = key !== null && REQUIREMENT_CHECKS[key].per === 'month'
  const needed = monthly ? month : times
  const counted = key === null ? null : counts[key]
  const late = dueOn !== null && today.slice(5) > dueOn
  if (confirmed || (counted !== null && counted >= needed)) return { state: 'met', counted, needed }
  if (late) return { state: 'overdue', counted, needed }
  if (dueOn !== null) return { state: 'notDue', counted, needed }
  if (counted === null) return { state: 'unconfirmed', counted, needed }
  // the running month may still have its reception
  return { state: monthly && counted >= needed - 1 ? 'notDue' : 'unmet', counted, needed }
}

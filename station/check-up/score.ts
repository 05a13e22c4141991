import { type ActivityRecord, heldIn } from '../plan/activity-record.js'
import { weigh } from '../plan/balance.js'
import { missionCoverage } from '../plan/coverage.js'
import { foresight } from '../plan/foresight.js'
import type { Temporal } from '../time/civil.js'

/** All that the station's check-up (体检) rests on. */
export interface CheckUpFacts {
  readonly today: Temporal.PlainDate
  readonly activities: readonly ActivityRecord[]
  readonly activitiesWanted: number
  /** Months of this year, 1–12, with a reception that was held. */
  readonly receptionMonths: ReadonlySet<number>
  /** The first month of this year in which the station could have held one. */
  readonly firstMonth: number
  readonly deputies: number
  /** Deputies who led at least one suggestion this year. */
  readonly deputiesWithSuggestion: number
  readonly researchWritten: number
  readonly researchUnderway: number
  /** null: the station has set none. */
  readonly researchWanted: number | null
  readonly livelihoodSolved: number
  readonly livelihoodWanted: number
  /** 六有, 八有: lines met of lines asked for. Empty: not set yet. */
  readonly standards: readonly {
    readonly name: string
    readonly met: number
    readonly lacking: readonly string[]
    readonly total: number
  }[]
  readonly missionsLabel: string | null
  readonly missions: readonly string[]
}

export type Mark = 'met' | 'short' | 'unknown'

/** One figure of the check-up. `of` null: there is nothing to measure it by. */
export interface Score {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly of: number | null
  readonly unit: '' | '%'
  readonly mark: Mark
  readonly note: string
}

const score = (key: string, label: string, value: number, of: number | null, note = ''): Score => ({
  key,
  label,
  value,
  of,
  unit: '',
  mark: of === null ? 'unknown' : value >= of ? 'met' : 'short',
  note,
})

/** Below this share of activities made ahead the year is more improvised than planned. */
const PLANNED_PERCENT = 70

/** The report's own targets, in its order; text and picture are told from these figures and no others. */
export function scoresOf(facts: CheckUpFacts): Score[] {
  const held = heldIn(facts.activities, facts.today.year)
  const balances = weigh(held)
  const balanced = balances.filter(({ empty, sides }) => empty.length === 0 && sides.some(({ count }) => count > 0))
  const coverage = missionCoverage(held, facts.missions)
  const covered = coverage.missions.filter(({ count }) => count > 0).length
  const { aheadPercent } = foresight(held)
  return [
    score('activities', '活动', held.length, facts.activitiesWanted, `一年不少于${facts.activitiesWanted}次`),
    receptions(facts),
    score(
      'suggestions',
      '建议',
      facts.deputiesWithSuggestion,
      facts.deputies,
      `还有${facts.deputies - facts.deputiesWithSuggestion}位代表今年没有领衔建议`,
    ),
    score('research', '成果', facts.researchWritten, facts.researchWanted, `在研${facts.researchUnderway}`),
    score('livelihood', '民生难题', facts.livelihoodSolved, facts.livelihoodWanted, '年内已确认解决的'),
    ...standards(facts),
    score('balances', '三个结合', balanced.length, held.length === 0 ? null : balances.length, lacking(balances)),
    score(
      'missions',
      facts.missionsLabel ?? '定位',
      covered,
      facts.missions.length === 0 ? null : facts.missions.length,
      facts.missions.length === 0
        ? '未设'
        : coverage.uncovered.length === 0
          ? ''
          : `还没有${coverage.uncovered.join('、')}`,
    ),
    {
      key: 'planned',
      label: '计划性',
      value: aheadPercent ?? 0,
      of: aheadPercent === null ? null : 100,
      unit: '%',
      mark: aheadPercent === null ? 'unknown' : aheadPercent >= PLANNED_PERCENT ? 'met' : 'short',
      note: '提前7天以上安排的活动所占',
    },
  ]
}

/** Monthly, for the months that are over; the running month counts once its reception was held. */
function receptions({ receptionMonths, firstMonth, today }: CheckUpFacts): Score {
  const over = Array.from({ length: today.month }, (_, index) => index + 1).filter(
    (month) => month >= firstMonth && (month < today.month || receptionMonths.has(month)),
  )
  const held = over.filter((month) => receptionMonths.has(month)).length
  const missing = over.filter((month) => !receptionMonths.has(month))
  const note = missing.length === 0 ? '每月一次' : `缺${missing.map((month) => `${month}月`).join('、')}`
  return score('receptions', '接待', held, over.length === 0 ? null : over.length, note)
}

const standards = ({ standards: set }: CheckUpFacts): Score[] =>
  set.length === 0
    ? [score('standards', '六有', 0, null, '未设')]
    : set.map(({ name, met, lacking, total }) =>
        score(`standard:${name}`, name, met, total, lacking.length === 0 ? '' : `还没有${lacking.join('、')}`),
      )

const lacking = (balances: ReturnType<typeof weigh>): string => {
  const empty = balances.flatMap(({ empty, sides }) =>
    sides.filter(({ key }) => empty.includes(key)).map(({ label }) => label),
  )
  return empty.length === 0 ? '' : `还没有${empty.join('、')}`
}

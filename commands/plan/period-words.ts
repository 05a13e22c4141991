import type { PlanPeriod } from '../../station/plan/period.js'

export const QUARTERS = ['一', '二', '三', '四']

/** 3月, 第二季度, 全年; and as the plan puts it: 3-4月, 上半年, 年底前. */
export function periodWords(period: PlanPeriod): string {
  if ('words' in period && period.words) return period.words
  if ('month' in period) return `${period.month}月`
  return 'quarter' in period ? `第${QUARTERS[period.quarter - 1]}季度` : '全年'
}

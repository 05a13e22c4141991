import type { Moment } from '../../../station/time/civil.js'
import { scanDate } from '../../../station/time/scan-date.js'

/** What the date scanner is timed on: `typical` as in a group, `hostile` at the cap to show that it stays linear. */
export const benchLines: Readonly<Record<'typical' | 'hostile', readonly string[]>> = {
  typical: [
    '建活动 义诊进社区 下周六上午9点 来凤街 限8人',
    '义诊进社区 5月18日9:00 来凤街 限8 截止5月16日',
    '11月26日（周四）下午3点',
    '每月15日上午9点到11点，遇节假日顺延',
    '报名 H12',
    '大家早上好',
    '意见 社区医院缺儿科，晚上没有急诊',
    '报名的事明天再说',
  ],
  hostile: [
    '1'.repeat(2000),
    '一'.repeat(2000),
    '每月'.repeat(1000),
    '周一、'.repeat(666),
    '1-2-'.repeat(500),
    '12.10'.repeat(400),
    '《'.repeat(2000),
    '（周'.repeat(1000),
    '下下'.repeat(1000),
    '3点到'.repeat(666),
    '第一个'.repeat(666),
    '遇节假日'.repeat(500),
    '5月18日上午9点 '.repeat(180),
    '三天'.repeat(1000),
    '国庆后'.repeat(666),
    '腊月'.repeat(1000),
  ],
}

export type BenchResult = { readonly line: string; readonly chars: number; readonly microsPerLine: number }

// The fastest of several batches: what else the machine does only ever adds.
const BATCHES = 20

/** Time of one scan of each line, after a warm-up of the same length. */
export const benchScan = (lines: readonly string[], now: Moment, rounds: number): BenchResult[] =>
  lines.map((line) => {
    const batch = (): number => {
      const start = performance.now()
      for (let round = 0; round < rounds; round += 1) scanDate(line, now)
      return ((performance.now() - start) * 1000) / rounds
    }
    const times = Array.from({ length: BATCHES }, batch).slice(BATCHES / 2)
    return { line: line.slice(0, 24), chars: line.length, microsPerLine: Math.min(...times) }
  })

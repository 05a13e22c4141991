import type { PlanPeriod } from '../../station/plan/period.js'
import { readPeriod } from '../../station/plan/read-period.js'
import type { Argument } from '../arguments.js'
import { keyed } from '../keyed.js'
import { copy } from './copy.js'

const MOVED_TO = /(?:改到|改在|移到|调到|改为|到)\s*$/

/** 3月, 2027年3月, 3-4月, 第二季度, 上半年, 年底前, 全年, 改到5月: how precisely the plan says it. A month already over is next year's. */
export function period(): Argument<PlanPeriod> {
  return {
    label: '月份或季度',
    example: '3月',
    take(line, { now }) {
      const read = readPeriod(line.rest, now.toPlainDate())
      if (read.code === 'none') return { missing: true }
      if (read.code === 'noSuchMonth') return { wrong: copy.noSuchMonth(read.said) }
      if (read.code === 'notInARow') return { wrong: copy.notInARow(read.said) }
      const [from, to] = read.span
      line.claim(MOVED_TO.exec(line.rest.slice(0, from))?.index ?? from, to)
      return { value: read.period }
    },
  }
}

export const ownerArgument = () => keyed(['负责人', '责任人'], '负责人', '负责人 张敏')

import { Temporal } from '../../station/time/civil.js'
import type { Brief } from './brief.js'

const MOST_NAMED = 12
const named = (label: string, items: readonly string[]): string =>
  items.length === 0
    ? `${label}：无`
    : `${label}${items.length}：${items.slice(0, MOST_NAMED).join('、')}${items.length > MOST_NAMED ? '等' : ''}`

export const copy = {
  /** 在办意见6、未办活动2、待审小结1: counts only, for the group. */
  counts: ({ opinions, activities, receptions, drafts, promises }: Brief): string =>
    [
      `在办意见${opinions.length}`,
      `未办活动${activities.length}`,
      `待接待${receptions.length}`,
      `待审小结和草案${drafts.length}`,
      `承诺事项${promises.length}`,
    ].join('、'),
  list: (brief: Brief): string =>
    [
      named('在办意见', brief.opinions),
      named('未办活动', brief.activities),
      named('待接待', brief.receptions),
      named('待审小结和草案', brief.drafts),
      named('承诺事项', brief.promises),
      '回编号看详情，例：Y17。',
    ].join('\n'),
  promised: (subject: string, on: string) => {
    const { month, day } = Temporal.PlainDate.from(on)
    return `${subject}（${month}月${day}日）`
  },
}

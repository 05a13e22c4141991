import type { Opinion } from '../../prisma/generated/client.js'
import { type CountedOpinion, figuresOf } from '../../station/opinion/rates.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { monthlyTrend } from '../../station/opinion/trend.js'
import { MEMBERS } from '../../station/roles.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import { figuresCopy as copy } from './figures-copy.js'
import { stateOf } from './opinion-row.js'
import { period } from './period.js'
import { clockOf } from './refer.js'

export const counted = (row: Opinion, now: Moment): CountedOpinion => {
  const stamps = row.stamps as Record<string, string | undefined>
  const clock = row.answer === null ? clockOf(row, now.toPlainDate()) : null
  return {
    state: stateOf(row),
    answered: row.answer !== null,
    passedOn: stamps.passedOnAt !== undefined,
    satisfaction: row.satisfaction,
    replyClass: row.replyClass,
    solved: stamps.solvedAt !== undefined,
    late: clock?.ok === true && clock.value.leftWorkdays < 0,
    reporters: 1 + row.supporterIds.length,
  }
}

export const figuresCommand = command({
  name: '意见统计',
  aliases: ['满意率', '办成率', '意见办理情况'],
  summary: '看办理情况：满意率、办成率分开算',
  args: { within: optional(period) },
  who: MEMBERS,
  changes: false,
  examples: ['意见统计', '意见统计 本月', '意见统计 今年'],
  async run({ db, station, say, now }, { within }) {
    const { from, name } = within?.(now) ?? { from: now.startOfDay().with({ month: 1, day: 1 }), name: '今年' }
    const rows = await db.opinion.findMany({
      where: { stationId: station.id, kind: '意见', recordedAt: { gte: dateOf(from) } },
      omit: { original: true },
    })
    await say(copy.figures(name, figuresOf(rows.map((row) => counted(row as Opinion, now)))))
  },
})

const TREND_MONTHS = 5

export const trendCommand = command({
  name: '意见趋势',
  summary: '看近几个月的意见和类别变化',
  who: MEMBERS,
  changes: false,
  examples: ['意见趋势'],
  async run({ db, station, say, now }) {
    const from = now
      .startOfDay()
      .with({ day: 1 })
      .subtract({ months: TREND_MONTHS - 1 })
    const rows = await db.opinion.findMany({
      where: { stationId: station.id, state: { notIn: STRUCK_OPINIONS }, recordedAt: { gte: dateOf(from) } },
      select: { recordedAt: true, category: true },
    })
    const all = rows.map(({ recordedAt, category }) => ({ recordedOn: momentOf(recordedAt).toPlainDate(), category }))
    await say(copy.trend(monthlyTrend(all, now.toPlainDate(), TREND_MONTHS)))
  },
})

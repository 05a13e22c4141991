import { planProgress } from '../../station/plan/plan-against-actual.js'
import { addPlanItem, dropPlanItem } from '../../station/plan/plan-item.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { type Argument, count, optional, text } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { activityRecords, planItems } from './load.js'
import { planLineAnswer } from './offer-line.js'
import { ownerArgument, period } from './period-argument.js'

export const addPlanCommand = command({
  name: '年度计划',
  aliases: ['计划'],
  summary: '往年度计划里加一项',
  args: {
    period: period(),
    times: optional(count('次数', '2次', /(\d{1,2})\s*次/)),
    owner: optional(ownerArgument()),
    title: text('事项', '义诊进社区'),
  },
  who: LEADING,
  changes: true,
  examples: ['年度计划 3月 义诊进社区', '年度计划 第二季度 法律讲座 2次'],
  async run(context, { period, times, owner, title }) {
    const { db, station, change, now } = context
    await db.$queryRaw`SELECT id FROM "Station" WHERE id = ${station.id} FOR UPDATE`
    const added = addPlanItem(
      await planItems(db, station.id),
      { title, period, ...(times !== undefined && { targetCount: times }), ...(owner && { owner }) },
      now,
    )
    if (!added.ok) return context.say(copy.planRefused(added.error))
    const { no, targetCount, owner: ownerName } = added.value
    await change.create('PlanItem', {
      stationId: station.id,
      no,
      title: added.value.title,
      period: { ...period },
      targetCount,
      ownerName,
    })
    await context.say(copy.planned(added.value, now.toPlainDate()))
  },
  answers: { 'plan-line': planLineAnswer },
})

export const showPlanCommand = command({
  name: '年度计划',
  aliases: ['计划进度'],
  summary: '看年度计划办到哪里',
  args: { year: optional(count('年份', '2026', /(20\d{2})\s*年?/)) },
  who: MEMBERS,
  changes: false,
  examples: ['年度计划', '年度计划 2026'],
  async run(context, { year }) {
    const { db, station, now } = context
    const items = await planItems(db, station.id)
    const years = [...new Set(items.map(({ period }) => period.year))].sort((a, b) => a - b)
    const meant = year ?? (years.includes(now.year) ? now.year : (years.find((each) => each > now.year) ?? now.year))
    const progress = planProgress(items, await activityRecords(db, station.id), meant, now.toPlainDate())
    await context.say(copy.plan(progress))
  },
})

export const goalsCommand = command({
  name: '目标',
  aliases: ['目标进度'],
  summary: '看年度目标进度和快慢',
  args: { word: optional(progressWord()) },
  who: MEMBERS,
  changes: false,
  examples: ['目标 进度'],
  async run(context) {
    const { db, station, now } = context
    const progress = planProgress(
      await planItems(db, station.id),
      await activityRecords(db, station.id),
      now.year,
      now.toPlainDate(),
    )
    await context.say(copy.goals(progress, now))
  },
})

function progressWord(): Argument<true> {
  return {
    label: '进度',
    example: '进度',
    take(line) {
      const at = line.rest.indexOf('进度')
      if (at < 0) return { missing: true }
      line.claim(at, at + 2)
      return { value: true }
    },
  }
}

export const dropPlanCommand = command({
  name: '撤计划',
  aliases: ['划掉计划'],
  summary: '说明原因，撤下计划一项',
  args: { no: count('计划项', '3', /^\s*第?(\d{1,3})项?/), reason: text('原因', '与区里活动合并') },
  who: LEADING,
  changes: true,
  examples: ['撤计划 3 与区里活动合并'],
  async run(context, { no, reason }) {
    const { db, station, change, now } = context
    const dropped = dropPlanItem(await planItems(db, station.id), no, reason, now)
    if (!dropped.ok) return context.say(copy.planRefused(dropped.error))
    const row = await db.planItem.findUniqueOrThrow({ where: { stationId_no: { stationId: station.id, no } } })
    await change.update('PlanItem', row.id, { dropped: { reason, at: now.toString() } })
    await context.say(copy.dropped(dropped.value))
  },
})

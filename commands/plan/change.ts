import { changePlanItem } from '../../station/plan/plan-item.js'
import { LEADING } from '../../station/roles.js'
import { count, optional, text } from '../arguments.js'
import { command } from '../command.js'
import { keyed } from '../keyed.js'
import { copy } from './copy.js'
import { planItems } from './load.js'
import { ownerArgument, period } from './period-argument.js'

export const changePlanCommand = command({
  name: '改计划',
  aliases: ['调整计划'],
  summary: '改计划一项的月份、事项、次数或负责人',
  args: {
    no: count('计划项', '3', /^\s*第?(\d{1,3})项?(?!\d|\s*[月年次])/),
    title: optional(keyed(['事项', '名称', '主题'], '事项', '事项 健康义诊')),
    owner: optional(ownerArgument()),
    times: optional(count('次数', '2次', /(\d{1,2})\s*次/)),
    period: optional(period()),
    reason: optional(text('原因', '社区改造')),
  },
  who: LEADING,
  changes: true,
  examples: ['改计划 3 到5月 社区改造', '改计划 3 负责人 张敏', '改计划 3 事项 健康义诊 2次'],
  async run(context, { no, title, owner, times, period, reason }) {
    const { db, station, change, now } = context
    await db.$queryRaw`SELECT id FROM "Station" WHERE id = ${station.id} FOR UPDATE`
    const items = await planItems(db, station.id)
    const before = items.find((item) => item.no === no)
    if (before && !title && !owner && times === undefined && !period) return context.say(copy.changeWhat(before))
    const wanted = {
      ...(period && { period }),
      ...(title && { title }),
      ...(owner && { owner }),
      ...(times !== undefined && { targetCount: times }),
      ...(reason && { reason }),
    }
    const changed = changePlanItem(items, no, wanted, now)
    if (!changed.ok) return context.say(copy.planRefused(changed.error))
    const after = changed.value
    const row = await db.planItem.findUniqueOrThrow({ where: { stationId_no: { stationId: station.id, no } } })
    await change.update('PlanItem', row.id, {
      title: after.title,
      period: { ...after.period },
      targetCount: after.targetCount,
      ownerName: after.owner,
      movedFrom: after.movedFrom.map((moved) => ({ ...moved, period: { ...moved.period }, at: moved.at.toString() })),
    })
    await context.say(copy.changed(before!, after))
  },
})

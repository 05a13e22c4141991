import { LEADING } from '../../station/roles.js'
import { type Argument, count, reference } from '../arguments.js'
import { command } from '../command.js'
import { about, words } from '../keyed.js'
import { copy } from './copy.js'
import { theActivity } from './find.js'

type Tagged = { direction: string } | { orientation: string }

/** What an activity may be tagged with, by the words people use. */
const TAGS: Readonly<Record<string, Tagged>> = {
  眼睛向上: { direction: 'up' },
  眼睛向下: { direction: 'down' },
  向上向下: { direction: 'both' },
  向上: { direction: 'up' },
  向下: { direction: 'down' },
  目标导向: { orientation: 'goal' },
  问题导向: { orientation: 'problem' },
}

function tags(): Argument<{ columns: Partial<Record<'direction' | 'orientation', string>>; said: string[] }> {
  return {
    label: '标签',
    example: '向上 问题导向',
    take(line) {
      const said: string[] = []
      const columns: Partial<Record<'direction' | 'orientation', string>> = {}
      for (const [word, column] of Object.entries(TAGS)) {
        const at = line.rest.indexOf(word)
        if (at < 0) continue
        line.claim(at, at + word.length)
        said.push(word)
        Object.assign(columns, column)
      }
      return said.length > 0 ? { value: { columns, said } } : { missing: true }
    },
  }
}

export const tagCommand = command({
  name: '标记',
  aliases: ['标'],
  summary: '给活动标上向上向下、导向',
  args: { number: reference('H', '活动编号'), tags: about('H', tags()) },
  who: LEADING,
  changes: true,
  examples: ['H12 标 向上 问题导向'],
  async run(context, { number, tags }) {
    const open = await theActivity(context, number, '标记', 'follow')
    if (!open) return
    await context.change.update('Activity', open.activity.id, tags.columns)
    await context.say(copy.tagged(open.activity, tags.said))
  },
})

export const planLinkCommand = command({
  name: '计划项',
  aliases: ['列入计划'],
  summary: '说明活动完成计划第几项',
  args: { number: reference('H', '活动编号'), item: about('H', count('计划项', '3', /第?(\d{1,3})项?/)) },
  who: LEADING,
  changes: true,
  examples: ['H12 计划项 3'],
  async run(context, { number, item }) {
    const open = await theActivity(context, number, '列入计划', 'follow')
    if (!open) return
    const where = { stationId_no: { stationId: context.station.id, no: item } }
    const line = await context.db.planItem.findUnique({ where })
    if (!line) return context.say(copy.noPlanLine(item))
    await context.change.update('Activity', open.activity.id, { planNo: item })
    await context.say(copy.planLinked(open.activity, line.no, line.title))
  },
})

/** 中心工作 2026 城市更新 营商环境: what an activity that looks upwards serves. */
export const centralWorkCommand = command({
  name: '中心工作',
  summary: '记下当年党委政府中心工作',
  args: { year: count('年份', '2026', /(20\d{2})\s*年?/), topics: words('中心工作', '城市更新 营商环境') },
  who: LEADING,
  changes: true,
  examples: ['中心工作 2026 城市更新 营商环境'],
  async run(context, { year, topics }) {
    const { db, station, change } = context
    const kept = await db.centralWork.findUnique({ where: { stationId_year: { stationId: station.id, year } } })
    if (kept) await change.update('CentralWork', kept.id, { topics })
    else await change.create('CentralWork', { stationId: station.id, year, topics })
    await context.say(copy.centralWork(year, topics))
  },
})

import type { PeriodRule } from '../../station/rotation/period.js'
import { oneOf, optional } from '../arguments.js'
import { command } from '../command.js'
import { copy, periodName } from './copy.js'
import { headName } from './show-turns.js'
import { keepTurns, rotationOf } from './turns.js'

/** By month, by quarter, or one activity each. The running turn is led to its end. */
export const turnRuleCommand = command({
  name: '轮值方式',
  aliases: ['轮值周期'],
  summary: '召集人按月、按季或按活动轮值',
  args: {
    rule: optional(
      oneOf<PeriodRule>('方式', {
        按月: 'month',
        每月: 'month',
        按季: 'quarter',
        按季度: 'quarter',
        每季度: 'quarter',
        按活动: 'activity',
      }),
    ),
  },
  who: ['liaison', 'district', 'convenor', 'onDuty'],
  changes: true,
  examples: ['轮值方式 按季'],
  async run(context, { rule }) {
    const { db, station, settings, now, change, say } = context
    if (station.mode === '站长') return say(copy.head(await headName(context)))
    if (!rule) return say(copy.ruleNow(settings.turnPeriod))
    if (rule === settings.turnPeriod) return say(copy.ruleSame(rule))
    const today = now.toPlainDate().toString()
    const { table } = await rotationOf(db, station, now, 1)
    const running = table.turns.filter(({ period }) => period.startsOn <= today)
    await keepTurns(change, station, running)
    await change.update('Station', station.id, { settings: { ...(station.settings as object), turnPeriod: rule } })
    await say(copy.ruleSet(rule, running[0] ? periodName(running[0].period.key) : null))
  },
})

import { type ActivityRecord, heldIn } from '../../station/plan/activity-record.js'
import { weigh } from '../../station/plan/balance.js'
import { activityCheckUp } from '../../station/plan/check-up.js'
import { foresight } from '../../station/plan/foresight.js'
import { silence } from '../../station/plan/silence.js'
import { yearlyPace } from '../../station/plan/yearly-pace.js'
import { MEMBERS } from '../../station/roles.js'
import { momentOf, Temporal } from '../../station/time/civil.js'
import type { Argument } from '../arguments.js'
import { optional } from '../arguments.js'
import { command } from '../command.js'
import type { StationFacts } from '../context.js'
import { copy } from './copy.js'
import { activityRecords, planItems } from './load.js'

/** Known to the day, the month or the year: the first day of what is known. */
export const establishedOn = ({ station, now }: StationFacts): Temporal.PlainDate => {
  const known = station.establishedOn
  if (!known) return now.toPlainDate()
  const [year, month = '01', day = '01'] = known.split('-')
  return Temporal.PlainDate.from(`${year}-${month}-${day}`)
}

/** The books begin when the group was bound: what happened before is not known, so no gap is counted from there. */
async function countedFrom(context: StationFacts): Promise<Temporal.PlainDate> {
  const { db, station } = context
  const first = await db.room.findFirst({ where: { stationId: station.id }, orderBy: { boundAt: 'asc' } })
  const bound = first ? momentOf(first.boundAt).toPlainDate() : establishedOn(context)
  const established = establishedOn(context)
  return Temporal.PlainDate.compare(bound, established) > 0 ? bound : established
}

export const silenceFrom = async (context: StationFacts, records: readonly ActivityRecord[]) =>
  silence(records, await countedFrom(context), context.now.toPlainDate(), context.settings.silentDays)

export const paceFrom = ({ now, settings }: StationFacts, records: readonly ActivityRecord[]) =>
  yearlyPace(records, now.toPlainDate(), settings.activitiesPerYear)

function statistics(): Argument<true> {
  return {
    label: '统计',
    example: '统计',
    take(line) {
      const at = line.rest.indexOf('统计')
      if (at < 0) return { missing: true }
      line.claim(at, at + 2)
      return { value: true }
    },
  }
}

export const balanceCommand = command({
  name: '三个结合',
  summary: '看三个结合的活动各几次',
  args: { word: optional(statistics()) },
  who: MEMBERS,
  changes: false,
  examples: ['三个结合 统计'],
  async run(context) {
    const held = heldIn(await activityRecords(context.db, context.station.id), context.now.year)
    await context.say(copy.balances(context.now.year, held.length, weigh(held)))
  },
})

export const foresightCommand = command({
  name: '计划性',
  summary: '看活动提前安排的比例',
  who: MEMBERS,
  changes: false,
  examples: ['计划性'],
  async run(context) {
    const held = heldIn(await activityRecords(context.db, context.station.id), context.now.year)
    await context.say(copy.foresight(foresight(held)))
  },
})

export const silenceCommand = command({
  name: '多久没活动',
  aliases: ['活动间隔'],
  summary: '看本站多少天没有活动',
  who: MEMBERS,
  changes: false,
  examples: ['多久没活动'],
  async run(context) {
    await context.say(copy.silence(await silenceFrom(context, await activityRecords(context.db, context.station.id))))
  },
})

export const paceCommand = command({
  name: '活动次数',
  aliases: ['今年活动次数'],
  summary: '看今年活动次数够不够',
  who: MEMBERS,
  changes: false,
  examples: ['活动次数'],
  async run(context) {
    await context.say(copy.pace(paceFrom(context, await activityRecords(context.db, context.station.id))))
  },
})

export const checkUpCommand = command({
  name: '活动体检',
  summary: '看活动开展的六项体检',
  who: MEMBERS,
  changes: false,
  examples: ['活动体检'],
  async run(context) {
    const { db, station, now, settings } = context
    const checked = activityCheckUp({
      records: await activityRecords(db, station.id),
      items: await planItems(db, station.id),
      missions: station.missions,
      establishedOn: await countedFrom(context),
      requiredCount: settings.activitiesPerYear,
      today: now.toPlainDate(),
    })
    await context.say(copy.checkUp(checked))
  },
})

import { MEMBERS } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { type Argument, count, optional, text, when, word } from '../arguments.js'
import { command } from '../command.js'
import { copy } from './copy.js'
import { INITIATORS, makeActivity, PLAIN, storeActivity } from './make.js'
import { beginning } from './moment-of.js'
import { publishNotice } from './publish.js'
import { timeFault } from './time-fault.js'

/** Told after the fact: three figures and no sign-up. */
export const visitCommand = command({
  name: '走访',
  summary: '记一次走访，三项即可',
  args: {
    collected: optional(count('收集意见数', '收集2条', /收集(?:意见)?\s*(\d{1,4})\s*条?(?:意见)?/)),
    visited: visited(),
  },
  who: MEMBERS,
  changes: true,
  examples: ['走访 3家企业 收集2条'],
  async run(context, { collected, visited }) {
    const { speaker, now, station, db, change } = context
    const activity = await storeActivity(
      context,
      {
        ...PLAIN,
        title: `走访${visited}`,
        details: { visited, opinions: String(collected ?? 0), ...places(visited) },
      },
      { startsAt: now.round({ smallestUnit: 'minute', roundingMode: 'floor' }), endsAt: now },
      {
        createdById: speaker.personId,
        createdByRole: INITIATORS.find((role) => speaker.roles.has(role)) ?? 'deputy',
        state: 'ended',
      },
    )
    await change.create('Attendance', {
      activityId: activity.id,
      personId: speaker.personId,
      personName: speaker.name,
      at: dateOf(now),
      way: 'self',
      pool: '到场',
    })
    const year = dateOf(now.with({ month: 1, day: 1 }).startOfDay())
    const own = await db.activity.count({
      where: {
        stationId: station.id,
        createdById: speaker.personId,
        type: activity.type,
        state: 'ended',
        startsAt: { gte: year },
      },
    })
    await context.say(copy.visited(activity, speaker.name, own, collected ?? 0))
  },
})

const places = (visited: string): { places?: string } => {
  const number = /(\d+)\s*(?:家|户|所|处|个)/.exec(visited)?.[1]
  return number ? { places: number } : {}
}

/** 3家企业: a count of places makes it a report; 走访 that street tomorrow is talk. */
function visited(): Argument<string> {
  return {
    ...text('走访对象', '3家企业'),
    take(line) {
      const match = /\d{1,4}\s*(?:家|户|所|处|个)\S*/.exec(line.rest)
      if (!match) return { missing: true }
      line.claim(match.index, match.index + match[0].length)
      return { value: line.raw(match.index, match.index + match[0].length) }
    },
  }
}

/** 速建: made and announced in one line, also for tomorrow. */
export const fastCommand = command({
  name: '速建',
  summary: '一句话建活动并通知',
  args: { time: when('时间'), title: word('名称', '走访社区医院'), place: optional(word('地点', '来凤街')) },
  who: INITIATORS,
  changes: true,
  examples: ['速建 明天15点 走访社区医院'],
  async run(context, { time, title, place }) {
    const begins = beginning(time)
    if (!begins) return context.say(copy.unclearTime(context.message.raw, time))
    const fault = timeFault(begins, context)
    if (fault) return context.say(fault)
    const activity = await makeActivity(context, { ...PLAIN, title, place: place ?? null }, begins)
    await context.say(copy.madeAndTold(activity, begins))
    await publishNotice(context, activity)
  },
})

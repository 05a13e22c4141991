import type { Activity } from '../../prisma/generated/client.js'
import type { Pool } from '../../station/activity/sign-up-book.js'
import { LEADING } from '../../station/roles.js'
import { momentOf } from '../../station/time/civil.js'
import { optional, reference, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { offerPlanLine } from '../plan/offer-line.js'
import { copy } from './copy.js'
import { announceNew, type Wanted } from './make.js'
import { beginning } from './moment-of.js'
import { timeFault } from './time-fault.js'

/** 再办 H12 12月18日: the same again, last year's too; only the time is new. */
export const againCommand = command({
  name: '再办',
  aliases: ['照去年', '照上次'],
  summary: '照以前的活动再办一次',
  args: {
    number: optional(reference('H', '活动编号')),
    time: when('时间'),
    title: optional(word('名称', '义诊进社区')),
  },
  who: LEADING,
  changes: true,
  silentAlone: true,
  examples: ['再办 H12 12月18日', '照去年 义诊进社区 12月18日9:00'],
  async run(context, { number, time, title }) {
    const old = await former(context, number, title)
    if (!old) return context.say(copy.nothingToRepeat(number, title))
    const begins = beginning(time, momentOf(old.startsAt).toPlainTime())
    if (!begins) return context.say(copy.unclearTime(context.message.raw, time))
    const { startsAt } = begins
    const fault = timeFault(begins, context)
    if (fault) return context.say(fault)
    const lasts = old.endsAt && momentOf(old.startsAt).until(momentOf(old.endsAt))
    const activity = await announceNew(context, wantedFrom(old), {
      ...begins,
      assumedTime: false,
      assumedPart: false,
      ...(lasts && { endsAt: startsAt.add(lasts) }),
    })
    await offerPlanLine(context, activity)
  },
})

/** By its number, or the last one of that name. */
function former({ db, station }: CommandContext, no: number | undefined, title: string | undefined) {
  if (no !== undefined) return db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (title === undefined) return null
  const like = title.replace(/[\\%_]/g, '\\$&')
  return db.activity.findFirst({
    where: { stationId: station.id, title: { contains: like } },
    orderBy: [{ startsAt: 'desc' }, { no: 'desc' }],
  })
}

/** What is of that one day stays behind: its deadline, its plan line, its meeting number, who spoke. */
function wantedFrom(old: Activity): Wanted {
  const { speakers: _speakers, ...details } = old.details as Record<string, string>
  const pools = old.pools as unknown as Pool[]
  return {
    title: old.title,
    place: old.place,
    capacityPersons: pools[0]?.capacityPersons ?? null,
    pools: pools.length > 1 ? pools : null,
    deadlineAt: null,
    details,
    mode: old.mode as Wanted['mode'],
    venue: old.venue as Wanted['venue'],
    planNo: null,
    centralWork: details.centralWork ?? null,
  }
}

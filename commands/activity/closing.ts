import type { Activity } from '../../prisma/generated/client.js'
import { type ClosingFacts, lackingToClose } from '../../station/activity/closing.js'
import { step } from '../../station/activity/machine.js'
import type { ActivityState } from '../../station/activity/states.js'
import { turnoutOf } from '../../station/activity/turnout.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import { optional, reference, text } from '../arguments.js'
import { command } from '../command.js'
import type { AnswerHandler, CommandContext, StationContext, StationFacts } from '../context.js'
import { about } from '../keyed.js'
import { sheetOf } from './attendance.js'
import { readBook } from './book.js'
import { copy } from './copy.js'
import { endsAtOf, factsOf, typeOf } from './facts.js'
import { theActivity } from './find.js'

const SUMMARY_DRAFT = 'activity-summary'
/** So long “发布” or “改 …” alone means the draft last sent. */
const DRAFT_DAYS = 7

/** Opens the question that the draft's last line puts. */
export async function askToPublish({ db, station, now }: StationContext, personId: number, no: number): Promise<void> {
  const question = { personId, roomId: null, kind: SUMMARY_DRAFT }
  await db.question.updateMany({ where: { ...question, state: 'open' }, data: { state: 'replaced' } })
  await db.question.create({
    data: {
      ...question,
      stationId: station.id,
      payload: { no },
      askedAt: dateOf(now),
      expiresAt: dateOf(now.add({ days: DRAFT_DAYS })),
    },
  })
}

/** What an ended activity came to, and what it still lacks: computed from the books each time it is told. */
export async function closingOf({ db, now }: Pick<StationFacts, 'db' | 'now'>, activity: Activity) {
  const { book } = await readBook(db, activity.id)
  const turnout = turnoutOf(book, await sheetOf(db, activity))
  const takeaways = await db.activityTakeaway.findMany({ where: { activityId: activity.id }, orderBy: { id: 'asc' } })
  const hours = await db.serviceHours.findMany({ where: { activityId: activity.id } })
  const photos = await db.keptFile.count({ where: { stationId: activity.stationId, about: `H${activity.no}` } })
  const facts: ClosingFacts = {
    endedAt: endsAtOf(activity),
    present: turnout.present,
    headcountPersons: activity.headcountPersons,
    photos,
    takeawaysFrom: takeaways.map(({ personId }) => personId),
    hoursFrom: hours.map(({ personId }) => personId),
    reportAt: activity.reportAt && momentOf(activity.reportAt),
  }
  return { turnout, takeaways, photos, lacking: lackingToClose(typeOf(activity), facts, now) }
}

type Closing = Awaited<ReturnType<typeof closingOf>>

/** The draft is written from the facts each time, unless the convenor has put it into words. */
export async function summaryDraft(context: StationContext, activity: Activity, closing?: Closing): Promise<string> {
  return activity.summaryText ?? copy.summaryDraft(activity, closing ?? (await closingOf(context, activity)))
}

export const summaryCommand = command({
  name: '小结',
  aliases: ['改小结'],
  summary: '看或改一次活动的小结草稿',
  args: { number: reference('H', '活动编号'), words: optional(about('H', text('小结', '……'))) },
  who: LEADING,
  changes: true,
  examples: ['小结 H12', '小结 H12 12月5日在来凤街义诊，服务86人次。'],
  async run(context, { number, words }) {
    const open = await theActivity(context, number, '小结')
    if (!open) return
    const { activity } = open
    if (!/^(ended|summaryDraft)$/.test(activity.state)) return context.say(copy.noSummaryNow(activity))
    const kept = words ? await context.change.update('Activity', activity.id, { summaryText: words }) : activity
    const { lacking } = await closingOf(context, kept)
    await context.say(copy.summaryToPublish(kept, await summaryDraft(context, kept), lacking))
  },
})

export const publishCommand = command({
  name: '发布小结',
  aliases: ['发布'],
  summary: '把活动小结发到群里',
  args: { number: reference('H', '活动编号') },
  who: LEADING,
  changes: true,
  examples: ['发布小结 H12'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '发布小结')
    if (open) await publish(context, open.activity)
  },
  answers: {
    [SUMMARY_DRAFT]: {
      accepts: (folded) =>
        /^(?:发布|改\s*[:：]?\s*\S.{4,})/s.test(folded) && !/^发布\s*\S/.test(folded) ? true : undefined,
      async run(context, payload) {
        const numbered = `H${payload.no}`
        const words = /^\s*改\s*[:：]?\s*(.+)$/s.exec(context.message.raw)?.[1]
        if (!words) return context.runLine(`发布小结 ${numbered}`)
        await context.runLine(`小结 ${numbered} ${words}`)
        await askToPublish(context, context.speaker.personId, Number(payload.no))
      },
    } satisfies AnswerHandler<boolean>,
  },
})

async function publish(context: CommandContext, activity: Activity): Promise<void> {
  const stepped = step(activity.state as ActivityState, 'publishSummary', factsOf(activity), context.now)
  if (!stepped.ok) return context.say(copy.stepRefused(activity, stepped.error))
  const summaryText = await summaryDraft(context, activity)
  await context.change.update('Activity', activity.id, {
    summaryText,
    state: stepped.value.state,
    summaryPublishedAt: dateOf(context.now),
  })
  await context.say(summaryText)
  if (context.roomId === null) await context.announce(summaryText)
}

export const reportCommand = command({
  name: '报告',
  aliases: ['已交报告'],
  summary: '记下视察调研报告已提交',
  args: { number: reference('H', '活动编号') },
  who: MEMBERS,
  changes: true,
  examples: ['报告 H17'],
  async run(context, { number }) {
    const open = await theActivity(context, number, '报告')
    if (!open) return
    if (typeOf(open.activity).afterwards !== 'report') return context.say(copy.noReportNeeded(open.activity))
    if (open.activity.startsAt > dateOf(context.now)) return context.say(copy.notYetHeld(open.activity))
    await context.change.update('Activity', open.activity.id, { reportAt: dateOf(context.now) })
    await context.say(copy.reported(open.activity, context.speaker.name))
  },
})

import { isInLine, type SignUpStatus } from '../../station/activity/sign-up-status.js'
import { OPINION_STATES } from '../../station/opinion/states.js'
import type { Role } from '../../station/roles.js'
import { dateOf } from '../../station/time/civil.js'
import { openActivities } from '../activity/find.js'
import type { CommandContext } from '../context.js'
import { copy, type Tip } from './copy.js'

/** With the line before and the line after, a help is six lines. */
const MOST_TIPS = 4
const LEADS: readonly Role[] = ['convenor', 'onDuty', 'head']
const KEEPS: readonly Role[] = ['liaison', 'district']

/** What the speaker could say next, the most pressing first: by what is open now, then by role. */
export async function tipsFor(context: CommandContext): Promise<Tip[]> {
  const { db, station, speaker, now } = context
  const has = (roles: readonly Role[]) => roles.some((role) => speaker.roles.has(role))
  const tips: Tip[] = []
  const shift = await db.dutyShift.findFirst({
    where: {
      stationId: station.id,
      startsAt: { gt: dateOf(now) },
      holderIds: { has: speaker.personId },
      stage: { not: 'dropped' },
    },
    orderBy: { startsAt: 'asc' },
  })
  if (shift) tips.push({ line: `确认 D${shift.no}`, why: copy.tip.confirmDuty(shift.startsAt) })
  if (has(KEEPS)) {
    const waiting = await db.opinion.findMany({
      where: { stationId: station.id, state: OPINION_STATES.registered.label },
      orderBy: { no: 'asc' },
    })
    if (waiting[0]) tips.push({ line: `转 Y${waiting[0].no} 承办单位`, why: copy.tip.refer(waiting.length) })
  }
  const open = await openActivities(context)
  const mine = await db.signUp.findMany({
    where: { personId: speaker.personId, activityId: { in: open.map(({ id }) => id) } },
  })
  const isIn = (id: number) =>
    mine.some(({ activityId, status }) => activityId === id && isInLine(status as SignUpStatus))
  for (const activity of open.slice(0, 2))
    tips.push(
      isIn(activity.id)
        ? { line: `退出 H${activity.no}`, why: copy.tip.leave(activity) }
        : { line: `报名 H${activity.no}`, why: copy.tip.join(activity) },
    )
  if (has(LEADS) && open.length === 0)
    tips.push({ line: '建活动 义诊进社区 下周六上午9点 来凤街 限8人', why: copy.tip.create })
  if (has([...LEADS, ...KEEPS])) tips.push({ line: '小结 本月', why: copy.tip.summary })
  tips.push({ line: '意见 社区医院缺儿科', why: copy.tip.record }, { line: '我的活动', why: copy.tip.mine })
  return tips.slice(0, MOST_TIPS)
}

import type { StationContext } from '../commands/context.js'
import { namesOf } from '../commands/duty/book.js'
import { askForNotices } from '../commands/rotation/send-notice.js'
import { copy } from '../commands/rotation/task-copy.js'
import { type WantedTask, wantedTasks } from '../commands/rotation/tasks.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import type { ConvenorTask } from '../prisma/generated/client.js'
import { STAFF_STEP_IN_AFTER_HOURS, taskStanding } from '../station/rotation/convenor-first.js'
import { dateOf, type Moment, momentOf } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** Every morning what ought to be done is asked of the convenor on duty, each thing once. */
const ask: Job = {
  name: 'convenor-first',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo),
  /** What is wanted has been asked, and all that was asked is wanted still. */
  async idle({ db, station, now }) {
    const wanted = new Set((await wantedTasks({ db, station, now })).map(({ key }) => key))
    const open = await db.convenorTask.findMany({ where: { stationId: station.id, doneAt: null } })
    return wanted.size === open.length && open.every(({ key }) => wanted.has(key))
  },
  async run(context) {
    const needed = await wantedTasks(context)
    await closeDone(context, needed)
    const asked = await keepNew(context, needed)
    if (asked.length === 0) return
    const convenor = await leaderNow(context)
    if (!convenor) return
    for (const { noticeNo, text } of asked) if (noticeNo === undefined) await context.tell(convenor.id, text)
    const notices = asked.filter(({ noticeNo }) => noticeNo !== undefined)
    if (notices.length > 0) await askForNotices(context, convenor, notices)
  },
}

/** A task whose cause is gone is done, whoever did it. */
async function closeDone({ db, station, now, change }: StationContext, needed: readonly WantedTask[]): Promise<void> {
  const open = await db.convenorTask.findMany({ where: { stationId: station.id, doneAt: null } })
  for (const task of open.filter(({ key }) => !needed.some((want) => want.key === key)))
    await change.update('ConvenorTask', task.id, {
      doneAt: dateOf(now),
      doneBy: task.steppedInAt ? 'staff' : 'convenor',
    })
}

/** What is wanted and not yet asked. What was done and is wanted again (a place empty once more) is asked again. */
async function keepNew({ db, station, now, change }: StationContext, needed: readonly WantedTask[]) {
  const asked: WantedTask[] = []
  if (needed.length === 0) return asked
  const keys = needed.map(({ key }) => key)
  const known = await db.convenorTask.findMany({ where: { stationId: station.id, key: { in: keys } } })
  for (const want of needed) {
    const { key, line, knownSince } = want
    const task = known.find((each) => each.key === key)
    if (task && !task.doneAt) continue
    const fresh = { line, askedAt: dateOf(knownSince ?? now), steppedInAt: null, doneAt: null, doneBy: null }
    if (task) await change.update('ConvenorTask', task.id, { ...fresh, askedAt: dateOf(now) })
    else await change.create('ConvenorTask', { stationId: station.id, key, ...fresh })
    asked.push(want)
  }
  return asked
}

async function leaderNow({ db, station, now }: StationContext) {
  const id = await convenorOnDuty(db, station, now)
  if (id === null) return null
  const [name] = await namesOf(db, [id])
  return { id, name: name!, title: station.mode === '站长' ? '站长' : '轮值' }
}

const stepInAt = (task: ConvenorTask): Moment => momentOf(task.askedAt).add({ hours: STAFF_STEP_IN_AFTER_HOURS })

/** 48 hours after each task was asked: if its cause is still there, the liaison officers are asked. */
const stepIn: Job = {
  name: 'staff-step-in',
  graceMinutes: 3 * 24 * 60,
  async slots(db, station, after, upTo) {
    const open = await db.convenorTask.findMany({ where: { stationId: station.id, doneAt: null, steppedInAt: null } })
    return open
      .map((task) => ({ key: `${station.id}:${task.key}|${task.askedAt.toISOString()}`, at: stepInAt(task) }))
      .filter(
        ({ at }) => at.epochMilliseconds > after.epochMilliseconds && at.epochMilliseconds <= upTo.epochMilliseconds,
      )
  },
  async run(context, slot) {
    const { db, station, now, change, tell } = context
    const key = slot.key.slice(slot.key.indexOf(':') + 1, slot.key.lastIndexOf('|'))
    const task = await db.convenorTask.findUnique({ where: { stationId_key: { stationId: station.id, key } } })
    if (!task || task.doneAt || task.steppedInAt) return
    const want = (await wantedTasks(context)).find((wanted) => wanted.key === key)
    if (!want || taskStanding({ askedAt: momentOf(task.askedAt) }, now).code !== 'withStaff') return
    await change.update('ConvenorTask', task.id, { steppedInAt: dateOf(now) })
    const leader = await leaderNow(context)
    const name = `${copy.leader[station.mode] ?? ''}${leader?.name ?? ''}`
    const liaisons = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'liaison', until: null } })
    for (const { personId } of liaisons) await tell(personId, want.staffText(name))
  },
}

export const convenorFirst: readonly Job[] = [ask, stepIn]

import { readBook } from '../commands/activity/book.js'
import type { StationContext } from '../commands/context.js'
import { namesOf, readDuty } from '../commands/duty/book.js'
import { copy as duty } from '../commands/duty/copy.js'
import { copy } from '../commands/rotation/copy.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { goingPersons } from '../station/activity/sign-up-book.js'
import { inOrder } from '../station/duty/book.js'
import { monthGaps } from '../station/duty/month-gap.js'
import { startOf } from '../station/duty/shift-time.js'
import { vacancies } from '../station/duty/vacancy.js'
import { STAFF_STEP_IN_AFTER_HOURS, taskStanding } from '../station/rotation/convenor-first.js'
import { dateOf, momentOf } from '../station/time/civil.js'
import { describeDay } from '../station/time/describe.js'
import { daily, type Job, weekly } from './job.js'

interface Wanted {
  key: string
  line: string
  /** To the convenor, and to staff when the convenor has not done it in time. */
  text: string
  staffText: (convenor: string) => string
}

/** What the convenor on duty ought to see to, read from the rows as they are. */
async function wanted({ db, station, now }: StationContext): Promise<Wanted[]> {
  const book = await readDuty(db, station.id)
  const gaps = monthGaps(book, now).map(
    ({ month }): Wanted => ({
      key: `rota:${month}`,
      line: `排班 ${Number(month.slice(5))}月`,
      text: duty.gap(month),
      staffText: (name) => duty.gapStaff(month, name),
    }),
  )
  const empty = vacancies(book, now)
    .filter(({ isEscalated, shiftNo }) => isEscalated && book.shifts.get(shiftNo)!.stage !== 'drafted')
    .map((vacancy): Wanted => {
      const text = duty.vacancy(book.shifts.get(vacancy.shiftNo)!, vacancy.daysLeft)
      return { key: `vacancy:${vacancy.key}`, line: `顶班 D${vacancy.shiftNo}`, text, staffText: () => text }
    })
  return [...gaps, ...empty]
}

/**
 * What a convenor should do is asked of the convenor on duty first; staff are asked only after 48 hours. A task whose cause
 * is gone is done, whoever did it.
 */
export const convenorFirst: Job = {
  name: 'convenor-first',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('09:00', station, after, upTo),
  async run(context) {
    const { db, station, now, change, tell } = context
    const open = await db.convenorTask.findMany({ where: { stationId: station.id, doneAt: null } })
    const needed = await wanted(context)
    for (const task of open.filter(({ key }) => !needed.some((want) => want.key === key)))
      await change.update('ConvenorTask', task.id, {
        doneAt: dateOf(now),
        doneBy: task.steppedInAt ? 'staff' : 'convenor',
      })
    const convenorId = await convenorOnDuty(db, station, now)
    for (const want of needed) {
      const task = await db.convenorTask.findUnique({
        where: { stationId_key: { stationId: station.id, key: want.key } },
      })
      if (!task) {
        await change.create('ConvenorTask', {
          stationId: station.id,
          key: want.key,
          line: want.line,
          askedAt: dateOf(now),
        })
        if (convenorId !== null) await tell(convenorId, want.text)
        continue
      }
      const standing = taskStanding({ askedAt: momentOf(task.askedAt) }, now, STAFF_STEP_IN_AFTER_HOURS)
      if (standing.code !== 'withStaff' || task.steppedInAt) continue
      await change.update('ConvenorTask', task.id, { steppedInAt: dateOf(now) })
      const [name] = convenorId === null ? [''] : await namesOf(db, [convenorId])
      const liaisons = await db.roleGrant.findMany({ where: { stationId: station.id, role: 'liaison', until: null } })
      for (const { personId } of liaisons) await tell(personId, want.staffText(name!))
    }
  },
}

/** Monday 8:30, privately to the convenor on duty: what is due, what is at risk, what to do about it. */
export const mondayPage: Job = {
  name: 'monday-page',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => weekly(1, '08:30', station, after, upTo),
  async run(context) {
    const { db, station, now, tell } = context
    const convenorId = await convenorOnDuty(db, station, now)
    if (convenorId === null) return
    const [name] = await namesOf(db, [convenorId])
    const week = { gte: dateOf(now), lt: dateOf(now.add({ days: 7 })) }
    const activities = await db.activity.findMany({
      where: { stationId: station.id, startsAt: week, state: { not: 'cancelled' } },
      orderBy: { startsAt: 'asc' },
    })
    const items: string[] = []
    for (const { id, no, title, startsAt } of activities) {
      const { book } = await readBook(db, id)
      const [pool] = book.pools
      const places =
        pool?.capacityPersons == null ? `${goingPersons(book)}人` : `${goingPersons(book)}/${pool.capacityPersons}`
      items.push(`H${no} ${title} ${describeDay(momentOf(startsAt))}（报名${places}）`)
    }
    const book = await readDuty(db, station.id)
    for (const state of inOrder(book)) {
      const at = startOf(state.shift).epochMilliseconds
      if (at >= now.epochMilliseconds && at < now.add({ days: 7 }).epochMilliseconds && state.stage !== 'dropped')
        items.push(`D${state.shift.no} 接待 ${describeDay(startOf(state.shift))}`)
    }
    const open = await db.opinion.count({ where: { stationId: station.id, state: { in: ['已登记', '待分类'] } } })
    if (open > 0) items.push(`意见${open}件待分类`)
    for (const { month } of monthGaps(book, now, 1)) items.push(duty.gap(month))
    await tell(convenorId, copy.monday(name!, items))
  },
}

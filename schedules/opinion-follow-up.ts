import type { StationContext } from '../commands/context.js'
import { copy } from '../commands/opinion/copy.js'
import { clockOf } from '../commands/opinion/refer.js'
import { holdersOf, liaisonsOf } from '../commands/opinion/staff.js'
import { clockStep } from '../commands/opinion/step.js'
import type { Opinion } from '../prisma/generated/client.js'
import { passOnReminders } from '../station/opinion/pass-on-reminders.js'
import { dateOf, momentOf, type Temporal } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** Workdays left at which the liaison hears of a clock; −1 is the first day late. */
const CLOCK_REMINDERS = [7, 1, 0, -1]
const SOLVED_AFTER_DAYS = 28

/**
 * Every morning what became due that day, each to the one person it is for. A day is one slot, so nobody hears of the same
 * thing twice; whatever was settled meanwhile is not told at all.
 */
export const opinionFollowUp: Job = {
  name: 'opinion-follow-up',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('08:40', station, after, upTo),
  idle: async (db, station) => (await db.opinion.findFirst({ where: { stationId: station.id } })) === null,
  async run(context, slot) {
    const today = slot.at.toPlainDate()
    await remindOfClocks(context, today)
    await remindToPassOn(context, today)
    await askPromises(context, today)
    await askWhetherSolved(context, today)
  },
}

async function remindOfClocks(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows = await db.opinion.findMany({
    where: { stationId: station.id, startedOn: { not: null }, state: { in: ['转办', '办理中', '移交家室'] } },
    orderBy: { no: 'asc' },
  })
  const yesterday = today.subtract({ days: 1 })
  for (const row of rows) {
    const clock = clockOf(row, today)
    const before = clockOf(row, yesterday)
    if (!clock?.ok || !before?.ok || clock.value.colour === 'paused') continue
    const left = clock.value.leftWorkdays
    // On days off the count stands still: it is told on the first day that has it.
    if (!CLOCK_REMINDERS.includes(left) || left === before.value.leftWorkdays || row.startedOn === today.toString())
      continue
    for (const personId of await liaisonsOf(context)) await context.tell(personId, copy.remindUnitDue(row, left))
  }
}

async function remindToPassOn(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows = await db.opinion.findMany({
    where: { stationId: station.id, state: { in: ['已反馈代表', '当场答复'] }, toldAt: { not: null } },
    include: { reporter: true },
    orderBy: { no: 'asc' },
  })
  for (const row of rows)
    for (const { on, to } of passOnReminders(momentOf(row.toldAt!).toPlainDate())) {
      if (!on.equals(today)) continue
      if (to === 'deputy') await context.tell(row.reporterId, copy.remindPassOn(row))
      else
        for (const personId of await holdersOf(context, ['convenor']))
          await context.tell(personId, copy.remindPassOnConvenor(row, row.reporter.name))
    }
}

/** A B or C answer is followed from its promised day on. */
async function askPromises(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows: Opinion[] = await db.opinion.findMany({
    where: {
      stationId: station.id,
      promisedOn: today.toString(),
      state: { in: ['已答复', '已反馈代表', '已转告群众', '已评价', '跟踪中'] },
    },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const tracked = row.state === '跟踪中' || (await clockStep(context, row, { kind: 'track' }, row.promisedOn ?? ''))
    if (tracked) await context.tell(row.reporterId, copy.askPromise(row))
  }
}

async function askWhetherSolved(context: StationContext, today: Temporal.PlainDate) {
  const { db, station, now } = context
  const day = today.subtract({ days: SOLVED_AFTER_DAYS }).toZonedDateTime(now.timeZoneId)
  const rows = await db.opinion.findMany({
    where: {
      stationId: station.id,
      state: '办结',
      closedAt: { gte: dateOf(day), lt: dateOf(day.add({ days: 1 })) },
    },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) await context.tell(row.reporterId, copy.askSolved(row))
}

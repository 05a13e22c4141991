import type { StationContext } from '../commands/context.js'
import { owingText, partsFor } from '../commands/handling/parts.js'
import { SOLVED_AFTER_DAYS } from '../commands/opinion/close.js'
import { copy } from '../commands/opinion/copy.js'
import { historyOf, patchOpinion } from '../commands/opinion/opinion-row.js'
import { clockOf } from '../commands/opinion/refer.js'
import { routeCopy } from '../commands/opinion/route-copy.js'
import { holdersOf, liaisonsOf } from '../commands/opinion/staff.js'
import { clockStep, presetOf } from '../commands/opinion/step.js'
import type { Opinion } from '../prisma/generated/client.js'
import { addWorkdays } from '../station/calendar/workdays.js'
import { passOnReminders } from '../station/opinion/pass-on-reminders.js'
import { dateOf, momentOf, Temporal } from '../station/time/civil.js'
import { daily, type Job } from './job.js'

/** Workdays left at which the liaison hears of a clock; −1 is the first day late. */
const CLOCK_REMINDERS = [7, 1, 0, -1]
/** What was missed while the bot was away is still asked, so many days long. */
const LOOK_BACK_DAYS = 14
const REPORTED_UP_EVERY_DAYS = 30
const ASKED_PROMISE = '到期询问'
const ASKED_SOLVED = '回访'

/**
 * Every morning what became due that day, each to the one person it is for. A day is one slot, so nobody hears of the same
 * thing twice; whatever was settled meanwhile is not told at all.
 */
export const opinionFollowUp: Job = {
  name: 'opinion-follow-up',
  graceMinutes: 10 * 60,
  slots: (_db, station, after, upTo) => daily('08:40', station, after, upTo),
  idle: async ({ db, station }) => (await db.opinion.findFirst({ where: { stationId: station.id } })) === null,
  async run(context, slot) {
    const today = slot.at.toPlainDate()
    await remindOfClocks(context, today)
    await remindToPassOn(context, today)
    await askPromises(context, today)
    await askWhetherSolved(context, today)
    await remindToAcknowledge(context, today)
    await remindOfReportedUp(context, today)
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
    const unit = owingText(await partsFor(context, 'Y', row.no)) ?? row.unit
    for (const personId of await liaisonsOf(context))
      await context.tell(personId, copy.remindUnitDue({ ...row, unit }, left))
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

/** A B or C answer comes back on its promised day; on the next morning if the bot was away that day. */
async function askPromises(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows: Opinion[] = await db.opinion.findMany({
    where: {
      stationId: station.id,
      promisedOn: { lte: today.toString(), gte: today.subtract({ days: LOOK_BACK_DAYS }).toString() },
      state: { in: ['已答复', '已反馈代表', '已转告群众', '已评价', '跟踪中'] },
    },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    if (toldOf(row, ASKED_PROMISE, row.promisedOn ?? '')) continue
    const taken = row.state === '跟踪中' ? null : await clockStep(context, row, { kind: 'track' }, row.promisedOn ?? '')
    if (!taken && row.state !== '跟踪中') continue
    await note(context, taken?.row ?? row, ASKED_PROMISE, row.promisedOn ?? '')
    await context.tell(row.reporterId, copy.askPromise(row))
  }
}

async function askWhetherSolved(context: StationContext, today: Temporal.PlainDate) {
  const { db, station, now } = context
  const last = today.subtract({ days: SOLVED_AFTER_DAYS }).toZonedDateTime(now.timeZoneId)
  const rows = await db.opinion.findMany({
    where: {
      stationId: station.id,
      state: '办结',
      closedAt: { gte: dateOf(last.subtract({ days: LOOK_BACK_DAYS })), lt: dateOf(last.add({ days: 1 })) },
    },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const closing = row.closedAt!.toISOString().slice(0, 10)
    if (toldOf(row, ASKED_SOLVED, closing)) continue
    await note(context, row, ASKED_SOLVED, closing)
    await context.tell(row.reporterId, copy.askSolved(row))
  }
}

/** The day by which a unit should have signed for a matter, told once to the liaison. */
async function remindToAcknowledge(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const preset = presetOf(context)
  const rows = await db.opinion.findMany({
    where: { stationId: station.id, state: '转办', startedOn: { not: null } },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const workdays = (row.urgent ? preset.urgent : preset.ordinary).acknowledgeWorkdays
    const due = addWorkdays(Temporal.PlainDate.from(row.startedOn!), workdays)
    if (!due.ok || !due.value.equals(today) || row.startedOn === today.toString()) continue
    for (const personId of await liaisonsOf(context)) await context.tell(personId, routeCopy.acknowledgeDue(row))
  }
}

/** A higher congress has no clock of the station's: it is asked after once a month. */
async function remindOfReportedUp(context: StationContext, today: Temporal.PlainDate) {
  const { db, station } = context
  const rows = await db.opinion.findMany({
    where: { stationId: station.id, state: '转办', unitKind: '上级', startedOn: null },
    orderBy: { no: 'asc' },
  })
  for (const row of rows) {
    const { referredAt } = row.stamps as { referredAt?: string }
    if (!referredAt) continue
    const days = momentOf(new Date(referredAt)).toPlainDate().until(today).days
    if (days === 0 || days % REPORTED_UP_EVERY_DAYS !== 0) continue
    for (const personId of await liaisonsOf(context)) await context.tell(personId, routeCopy.askReportedUp(row))
  }
}

/** Whether this was asked about this already: a line of the row's own history. */
const toldOf = (row: Opinion, step: string, about: string): boolean =>
  historyOf(row).some((line) => line.step === step && line.text === about)

const note = (context: StationContext, row: Opinion, step: string, about: string) =>
  patchOpinion({ change: context.change, now: context.now, speakerName: '助手' }, row, {}, step, about)

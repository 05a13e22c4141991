import type { Tx } from '../../prisma/change.js'
import { Prisma, type Series as SeriesRow } from '../../prisma/generated/client.js'
import { changeAll, endSeries } from '../../station/activity/change-series.js'
import { findActivityType } from '../../station/activity/find-type.js'
import { reassign } from '../../station/activity/reassign.js'
import { ruleDatesWith } from '../../station/activity/rule-dates.js'
import { instancesOf, newSeries, type Series, type SeriesInstance } from '../../station/activity/series.js'
import { LEADING, MEMBERS } from '../../station/roles.js'
import { dateOf, type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { describeRule } from '../../station/time/describe-rule.js'
import { occurrences } from '../../station/time/occurrences.js'
import type { Recurrence } from '../../station/time/recurrence.js'
import { optional, when, word } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext, StationContext } from '../context.js'
import { copy } from './copy.js'
import { INITIATORS, PLAIN, storeActivity } from './make.js'
import type { Made } from './making-copy.js'
import { isAfter } from './moment-of.js'

const DEFAULT_START = '14:30'
const CHANGE_ALL = '改固定活动'
/** Sign-up of an instance opens this long before it, so that the list of open activities stays short. */
const OPENS_DAYS = 30
/** From November on a series is made for the coming year too: two instances are no series. */
const NEXT_YEAR_FROM_MONTH = 11

export const datesOf = ruleDatesWith((rule, from, until) =>
  occurrences(rule, from, until).occurrences.map(({ date }) => date),
)

/** The rule's series from its row; null for one that is only numbered (第4讲). */
export function seriesOf(row: SeriesRow): Series<Recurrence> | null {
  const day = (value: string) => Temporal.PlainDate.from(value)
  const versions = (row.versions as { effectiveFrom: string }[]).map((version) => ({
    ...(version as object),
    effectiveFrom: day(version.effectiveFrom),
  })) as unknown as Series<Recurrence>['versions']
  if (versions.length === 0) return null
  const exceptions = (row.exceptions as { ruleDate: string; change: unknown }[]).map(({ ruleDate, change }) => ({
    ruleDate: day(ruleDate),
    change:
      change !== null && typeof change === 'object' && 'date' in change
        ? { ...change, date: day(change.date as string) }
        : change,
  })) as unknown as Series<Recurrence>['exceptions']
  return { id: row.id, versions, exceptions, until: row.until ? day(row.until) : null, firstEpisode: row.firstEpisode }
}

const plain = (value: unknown): object[] => JSON.parse(JSON.stringify(value)) as object[]

/** Until when instances are made now: the end of the year, late in the year of the next. */
const horizonOf = (now: Moment): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: now.year + (now.month >= NEXT_YEAR_FROM_MONTH ? 1 : 0), month: 12, day: 31 })

export const seriesCommand = command({
  name: '固定活动',
  aliases: ['建固定活动', '定期活动'],
  summary: '建每月、每周的固定活动',
  args: { time: when('规律'), title: word('名称', '金融宣讲'), place: optional(word('地点', '老门东')) },
  who: LEADING,
  changes: true,
  examples: ['固定活动 每月第2周周四 金融宣讲'],
  async run(context, { time, title, place }) {
    if (time.kind !== 'recurrence') return context.say(copy.noRhythm)
    const { change, station, speaker, now } = context
    const type = findActivityType(title)
    const { start } = time.rule
    const startTime = start
      ? `${String(start.hour).padStart(2, '0')}:${String(start.minute).padStart(2, '0')}`
      : DEFAULT_START
    const template = {
      title,
      place: place ?? station.address,
      startTime,
      durationMin: type.durationMin,
      capacityPersons: null,
    }
    const rule: Recurrence = { shift: 'nextWorkday', ...time.rule }
    const from = now.toPlainDate().add({ days: 1 })
    // 每月第6周: a rhythm that never comes is a slip of the pen.
    if (heldFrom(newSeries(0, from, rule, template), from, now).length === 0)
      return context.say(copy.neverHeld(describeRule(rule), horizonOf(now)))
    const row = await change.create('Series', {
      stationId: station.id,
      title,
      versions: plain([{ effectiveFrom: from, rule, template }]),
      createdAt: dateOf(now),
    })
    const role = INITIATORS.find((initiator) => speaker.roles.has(initiator)) ?? 'convenor'
    const days = heldFrom(newSeries(row.id, from, rule, template), from, now)
    const made = await makeInstances(context, row.id, days, {
      createdById: speaker.personId,
      createdByRole: role,
    })
    await context.say(copy.seriesMade(title, describeRule({ ...rule, ...clock(startTime) }), made))
  },
})

const clock = (startTime: string): Pick<Recurrence, 'start'> => {
  const [hour = 0, minute = 0] = startTime.split(':').map(Number)
  return { start: { hour, minute } }
}

/** An instance that takes place. */
type Held = SeriesInstance & { startsAt: Moment }

const heldFrom = (series: Series<Recurrence>, from: Temporal.PlainDate, now: Moment): Held[] =>
  instancesOf(series, from, horizonOf(now), datesOf).filter(
    (instance): instance is Held => instance.startsAt !== null && isAfter(instance.startsAt, now),
  )

/** One activity per instance that takes place and has none yet; known by series and rule day. */
async function makeInstances(
  context: StationContext,
  seriesId: number,
  instances: readonly Held[],
  creator: { createdById: number; createdByRole: string },
): Promise<Made[]> {
  const made: Made[] = []
  for (const instance of instances) {
    const seriesDay = instance.ruleDate.toString()
    const { startsAt, title, place, durationMin, episode } = instance
    const sameDay = { gte: dateOf(startsAt.startOfDay()), lt: dateOf(startsAt.startOfDay().add({ days: 1 })) }
    const kept = await context.db.activity.findFirst({
      where: { seriesId, OR: [{ seriesDay }, { startsAt: sameDay, state: { not: 'cancelled' } }] },
    })
    if (kept) continue
    const opensAt = startsAt.subtract({ days: OPENS_DAYS })
    const activity = await storeActivity(
      context,
      { ...PLAIN, title, place },
      { startsAt, endsAt: startsAt.add({ minutes: durationMin }) },
      {
        ...creator,
        seriesId,
        seriesDay,
        ...(episode !== null && { episode }),
        ...(isAfter(opensAt, context.now) ? { state: 'notified' as const, opensAt } : { state: 'open' as const }),
      },
    )
    made.push({ no: activity.no, instance })
  }
  return made
}

/** The same activity, number and all, on another day. */
async function moveInstance({ change, now }: CommandContext, id: number, instance: Held): Promise<Made> {
  const { startsAt, durationMin, episode, ruleDate } = instance
  const opensAt = startsAt.subtract({ days: OPENS_DAYS })
  const { no } = await change.update('Activity', id, {
    startsAt: dateOf(startsAt),
    endsAt: dateOf(startsAt.add({ minutes: durationMin })),
    seriesDay: ruleDate.toString(),
    episode,
    ...(isAfter(opensAt, now) ? { state: 'notified', opensAt: dateOf(opensAt) } : { state: 'open' }),
  })
  return { no, instance }
}

async function ruledSeries(db: Tx, stationId: number, title?: string): Promise<SeriesRow[]> {
  const rows = await db.series.findMany({ where: { stationId }, orderBy: { id: 'asc' } })
  return rows.filter((row) => seriesOf(row) !== null && (title === undefined || row.title.includes(title)))
}

export const showSeriesCommand = command({
  name: '固定活动',
  aliases: ['定期安排'],
  summary: '看本站有哪些固定活动',
  who: MEMBERS,
  changes: false,
  examples: ['固定活动'],
  async run(context) {
    const { db, station, settings } = context
    const lines = (await ruledSeries(db, station.id)).map((row) => {
      const { rule, template } = seriesOf(row)!.versions.at(-1)!
      return `${describeRule({ ...rule, ...clock(template.startTime) })} ${row.title}${row.until ? copy.seriesUntil(Temporal.PlainDate.from(row.until)) : ''}`
    })
    await context.say(copy.seriesList(lines, settings.receptionDay))
  },
})

/** 整个系列改: what has begun stays as it was; what is still to come is moved or added. */
export const changeSeriesCommand = command({
  name: CHANGE_ALL,
  summary: '改整个固定活动的时间',
  args: { time: when('新规律'), title: word('名称', '金融宣讲') },
  who: LEADING,
  changes: true,
  examples: ['改固定活动 金融宣讲 每月第3周周四15:00'],
  async run(context, { time, title }) {
    const { db, station, change, now, speaker } = context
    const [row] = await ruledSeries(db, station.id, title)
    const series = row && seriesOf(row)
    if (!row || !series) return context.say(copy.noSeries(title))
    if (time.kind !== 'recurrence') return context.say(copy.noRhythm)
    const old = series.versions.at(-1)!.template.startTime
    const { start } = time.rule
    const startTime = start ? `${String(start.hour).padStart(2, '0')}:${String(start.minute).padStart(2, '0')}` : old
    const changed = changeAll(
      series,
      { rule: { shift: 'nextWorkday', ...time.rule }, template: { startTime } },
      now,
      datesOf,
    )
    if (!changed.ok) return context.say(copy.noSeries(title))
    await change.update('Series', row.id, {
      versions: plain(changed.value.series.versions),
      exceptions: plain(changed.value.series.exceptions),
    })
    const coming = await comingInstances(context, row.id)
    const days = heldFrom(changed.value.series, now.toPlainDate().add({ days: 1 }), now)
    const { moved, added, dropped } = reassign(
      coming.map(({ id, startsAt, fixed }) => ({ id, fixed, startsAt: momentOf(startsAt) })),
      days,
    )
    const again: Made[] = []
    for (const { id, day } of moved) again.push(await moveInstance(context, id, day))
    for (const id of dropped) await change.update('Activity', id, { state: 'cancelled', seriesDay: null })
    const made = await makeInstances(context, row.id, added, {
      createdById: speaker.personId,
      createdByRole: 'convenor',
    })
    const fixed = coming.filter((instance) => instance.fixed)
    await context.say(copy.seriesChanged(row.title, { moved: again, made, dropped: dropped.length, fixed }))
  },
})

/**
 * Instances to come. Fixed are those that somebody signed up for, moved, renamed or told the group of: what was decided about
 * one of them is not undone by a word about all.
 */
async function comingInstances({ db, now }: CommandContext, seriesId: number) {
  const coming = await db.activity.findMany({
    where: { seriesId, startsAt: { gt: dateOf(now) }, state: { in: ['notified', 'open', 'full', 'closed'] } },
    include: { signUps: { take: 1 } },
    orderBy: { startsAt: 'asc' },
  })
  const changed = await db.auditEntry.findMany({
    where: {
      model: 'Activity',
      rowId: { in: coming.map(({ id }) => id) },
      actorId: { not: null },
      action: { not: CHANGE_ALL },
      undoes: null,
      before: { not: Prisma.DbNull },
    },
    select: { rowId: true, changeId: true },
  })
  const takenBack = await db.auditEntry.findMany({
    where: { undoes: { in: changed.map(({ changeId }) => changeId) } },
    select: { undoes: true },
  })
  const standing = changed.filter(({ changeId }) => !takenBack.some(({ undoes }) => undoes === changeId))
  const own = new Set(standing.map(({ rowId }) => rowId))
  return coming.map(({ signUps, ...activity }) => ({ ...activity, fixed: signUps.length > 0 || own.has(activity.id) }))
}

async function stopComing(context: CommandContext, seriesId: number): Promise<number> {
  const stopped = (await comingInstances(context, seriesId)).filter(({ fixed }) => !fixed)
  for (const { id } of stopped) await context.change.update('Activity', id, { state: 'cancelled', seriesDay: null })
  return stopped.length
}

export const endSeriesCommand = command({
  name: '停办',
  summary: '停办一个固定活动',
  args: { title: word('名称', '金融宣讲') },
  who: LEADING,
  changes: true,
  examples: ['停办 金融宣讲'],
  async run(context, { title }) {
    const { db, station, change, now } = context
    const [row] = await ruledSeries(db, station.id, title)
    const series = row && seriesOf(row)
    const ended = series && endSeries(series, now.toPlainDate(), now, datesOf)
    if (!row || !ended?.ok) return context.say(copy.noSeries(title))
    await change.update('Series', row.id, { until: ended.value.until?.toString() ?? null })
    await context.say(copy.seriesEnded(row.title, await stopComing(context, row.id)))
  },
})

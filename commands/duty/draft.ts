import { dayKind } from '../../station/calendar/day-kind.js'
import { workdayOnOrAfter } from '../../station/calendar/workdays.js'
import type { DayClass } from '../../station/duty/shift.js'
import type { Role } from '../../station/roles.js'
import { type Moment, momentOf, Temporal, ZONE } from '../../station/time/civil.js'
import type { Scan } from '../../station/time/scan.js'
import { optional, when } from '../arguments.js'
import { command } from '../command.js'
import type { CommandContext } from '../context.js'
import { copy } from './copy.js'
import { shiftsBetween } from './load.js'
import { storeShift } from './rota.js'

const PLANNERS: readonly Role[] = ['onDuty', 'convenor', 'head', 'liaison', 'district']

export const draftCommand = command({
  name: '排班',
  aliases: ['排接待', '接待排班'],
  summary: '按规则排一个月的进站接待',
  args: { month: optional(when('月份或日期')) },
  who: PLANNERS,
  changes: true,
  examples: ['排班', '排班 12月', '排班 12月10日'],
  async run(context, { month: scan }) {
    const wanted = await wantedDay(context, scan)
    if (!wanted) return context.say(copy.unclear)
    const { day, named } = wanted
    if (Temporal.PlainDate.compare(day, context.now.toPlainDate()) < 0) return context.say(copy.past)
    const rosterMonth = day.toPlainYearMonth().toString()
    const [already] = await monthShifts(context, day)
    if (already) return context.say(copy.already(already))
    const settled = named ? { day, note: '' } : await onWorkday(context, day)
    if (settled) await draft(context, rosterMonth, settled.day, settled.note)
  },
})

/** A named day is the convenor's decision; a month, or nothing, means the station's own reception day. */
async function wantedDay(
  context: CommandContext,
  scan: Scan | undefined,
): Promise<{ day: Temporal.PlainDate; named: boolean } | undefined> {
  const usual = context.settings.receptionDay
  if (!scan) {
    let day = context.now.toPlainDate().with({ day: usual })
    if (Temporal.PlainDate.compare(day, context.now.toPlainDate()) <= 0) day = day.add({ months: 1 })
    for (let months = 0; months < 12 && (await monthShifts(context, day)).length > 0; months++)
      day = day.add({ months: 1 })
    return { day, named: false }
  }
  if (scan.kind === 'range' && scan.precision === 'month')
    return { day: scan.from.toPlainDate().with({ day: usual }), named: false }
  if (scan.kind === 'point' && scan.precision === 'day') return { day: scan.at.toPlainDate(), named: true }
  return undefined
}

function monthShifts({ db, station }: CommandContext, day: Temporal.PlainDate) {
  const from = day.with({ day: 1 }).toZonedDateTime(ZONE)
  return shiftsBetween(db, station.id, from, from.add({ months: 1 }))
}

/** 遇节假日顺延; a make-up workday or an unpublished year is asked about, never guessed. */
async function onWorkday({ say }: CommandContext, day: Temporal.PlainDate) {
  const kind = dayKind(day)
  if (kind.kind === 'workday') return { day, note: '' }
  if (kind.kind === 'makeUpWorkday') return say(copy.makeUpWorkday(atStart(day))).then(() => undefined)
  const next = workdayOnOrAfter(day)
  if (kind.kind === 'unpublished') return say(copy.unpublished(kind.year, atStart(day))).then(() => undefined)
  if (!next.ok) return say(copy.unpublished(next.error.year, atStart(day))).then(() => undefined)
  return { day: next.value, note: copy.moved(atStart(day), copy.holiday[kind.kind], atStart(next.value)) }
}

async function draft(context: CommandContext, rosterMonth: string, day: Temporal.PlainDate, note: string) {
  const { change, station, settings, db, say } = context
  const seats = Array.from({ length: settings.deputiesPerShift }, () => ({}))
  const { row, draft: drafted } = await storeShift(change, station, {
    rosterMonth,
    seats,
    date: day.toString(),
    startsAt: settings.receptionFrom,
    endsAt: settings.receptionUntil,
    dayClass: dayClassOf(day),
    ...(station.address && { place: station.address }),
  })
  const people = await db.person.findMany({ where: { id: { in: drafted.given.map(({ personId }) => personId) } } })
  const names = drafted.given.map(({ personId }) => people.find(({ id }) => id === personId)!.name)
  await say([note, copy.drafted({ shift: row, names }, seats.length)].filter(Boolean).join('\n'))
}

function dayClassOf(day: Temporal.PlainDate): DayClass {
  const { kind } = dayKind(day)
  if (kind === 'holiday') return 'holiday'
  return kind === 'weekend' || (kind === 'unpublished' && day.dayOfWeek > 5) ? 'weekend' : 'workday'
}

const atStart = (day: Temporal.PlainDate): Moment => momentOf(day.toZonedDateTime(ZONE).epochMilliseconds)

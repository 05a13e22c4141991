import type { Opinion } from '../../../prisma/generated/client.js'
import type { Temporal } from '../../../station/time/civil.js'
import { clockOf } from '../../opinion/refer.js'
import { unitsOn } from './handling-parts.js'
import { type BookLoader, dayText, instants, stampDay } from './input.js'

/** The last day in time; null while the clock stands still or the calendar of that year is not published. */
const dueDayOf = (opinion: Opinion, today: Temporal.PlainDate): string | null => {
  const clock = clockOf(opinion, today)
  return clock?.ok && clock.value.dueOn ? clock.value.dueOn.toString() : null
}

/** Every opinion of the period, those taken back included: a line is struck, never removed. */
export const loadOpinions: BookLoader = async ({ db, station, span, now }) => {
  const opinions = await db.opinion.findMany({
    where: { stationId: station.id, recordedAt: instants(span) },
    include: { reporter: { select: { name: true } } },
    orderBy: { no: 'asc' },
  })
  const units = await unitsOn(
    db,
    station.id,
    'Y',
    opinions.map(({ no }) => no),
  )
  return opinions.map((opinion) => ({
    ref: `Y${opinion.no}`,
    recordedOn: dayText(opinion.recordedAt),
    reporter: opinion.reporter.name,
    source: opinion.source,
    channel: opinion.channel,
    place: opinion.place,
    words: opinion.text,
    category: opinion.category,
    urgent: opinion.urgent ? '急' : null,
    livelihood: opinion.livelihood ? '是' : null,
    unit: opinion.unit,
    units: units(opinion.no),
    referredOn: stampDay(opinion.stamps, 'referredAt'),
    dueOn: dueDayOf(opinion, now.toPlainDate()),
    repliedOn: stampDay(opinion.stamps, 'repliedAt'),
    replyClass: opinion.replyClass,
    answer: opinion.answer,
    toldOn: dayText(opinion.toldAt) ?? stampDay(opinion.stamps, 'passedOnAt'),
    satisfaction: opinion.satisfaction,
    hops: opinion.hops,
    mergedInto: opinion.mergedIntoNo === null ? null : `Y${opinion.mergedIntoNo}`,
    state: opinion.state,
  }))
}

import type { Activity } from '../../prisma/generated/client.js'
import type { ActivityState } from '../../station/activity/states.js'
import { UNCOUNTED_OPINIONS } from '../../station/opinion/states.js'
import { isComing, isHeld } from '../../station/plan/activity-record.js'
import type { Span } from '../../station/statistics/span.js'
import { dateOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'
import { recordOf } from '../plan/load.js'

export interface StationFigures {
  name: string
  /** Activities held. */
  held: number
  opinions: number
  /** Of these, closed by now. */
  closed: number
}

type Books = Pick<StationContext, 'db' | 'station'>

export const within = ({ from, until }: Span) => ({ gte: dateOf(from), lt: dateOf(until) })

/** Struck opinions are no opinions; a merged one is counted where it went. */
const COUNTED = { notIn: UNCOUNTED_OPINIONS }
const CLOSED = ['办结', '归档']

const activitiesIn = ({ db, station }: Books, span: Span): Promise<Activity[]> =>
  db.activity.findMany({ where: { stationId: station.id, startsAt: within(span) }, orderBy: { no: 'asc' } })

/** Activities that took place in the span. */
export async function heldDuring(books: Books, span: Span) {
  return (await activitiesIn(books, span)).map(recordOf).filter(isHeld)
}

/** Activities that took place, or that people were told of. */
export async function arrangedDuring(books: Books, span: Span): Promise<Activity[]> {
  const rows = await activitiesIn(books, span)
  return rows.filter(
    (row) => isHeld(recordOf(row)) || isComing({ ...recordOf(row), state: row.state as ActivityState }),
  )
}

export const districtStations = ({ db, station }: Books) =>
  db.station.findMany({
    where: { districtId: station.districtId, state: { not: 'draft' } },
    include: { district: true },
    orderBy: { id: 'asc' },
  })

/** 秦淮医疗 is 医疗 among the stations of 秦淮. */
export const shortName = (name: string, district: string): string =>
  name.startsWith(district) && name.length > district.length ? name.slice(district.length) : name

/** Every station of the district, in the order in which they were set up. */
export async function districtFigures(context: Books, span: Span): Promise<StationFigures[]> {
  const { db } = context
  const figures: StationFigures[] = []
  for (const station of await districtStations(context)) {
    const where = { stationId: station.id, recordedAt: within(span), state: COUNTED }
    figures.push({
      name: shortName(station.name, station.district.name),
      held: (await heldDuring({ db, station }, span)).length,
      opinions: await db.opinion.count({ where }),
      closed: await db.opinion.count({ where: { ...where, state: { in: CLOSED } } }),
    })
  }
  return figures
}

export async function districtPlans(context: Books, span: Span) {
  const rows: { name: string; lines: number }[] = []
  for (const station of await districtStations(context)) {
    const items = await context.db.planItem.findMany({ where: { stationId: station.id } })
    const lines = items.filter(({ period }) => (period as { year: number }).year === span.from.year)
    rows.push({ name: shortName(station.name, station.district.name), lines: lines.length })
  }
  return rows
}

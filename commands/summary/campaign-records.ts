import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import type { PeriodRecords, SummaryPeriod } from '../../station/summary/records.js'
import { type Moment, momentOf, Temporal, ZONE } from '../../station/time/civil.js'
import { shiftsBetween } from '../duty/load.js'
import { activityRecords, dutyRecord, openRecords, opinionRecord } from './load.js'
import { nothing, type Reading } from './subject.js'

const FIRST = Temporal.PlainDate.from('2000-01-01').toZonedDateTime({ timeZone: ZONE })

/**
 * A campaign that gathers opinions about one theme (主题接待, 集中走访, 意见征集): the opinions that carry it or speak of it, and
 * the receptions and activities held for it, since the first of them or in a stretch of time. null: there are none.
 */
export async function campaignRecords(
  reading: Reading,
  theme: string,
  stretch?: SummaryPeriod,
): Promise<PeriodRecords | null> {
  const { db, station, now } = reading
  const [from, until] = [stretch?.from ?? FIRST, stretch?.until ?? now.add({ seconds: 1 })]
  const within = { gte: new Date(from.epochMilliseconds), lt: new Date(until.epochMilliseconds) }
  const open = await openRecords(db, station.id)
  const speaks = { contains: theme }
  const opinions = await db.opinion.findMany({
    where: {
      stationId: station.id,
      recordedAt: within,
      state: { notIn: STRUCK_OPINIONS },
      OR: [{ text: speaks }, { place: speaks }, { street: speaks }, { focusTag: speaks }, { theme: speaks }],
    },
    orderBy: { no: 'asc' },
  })
  const duties = (await shiftsBetween(db, station.id, from, until)).filter(({ shift }) => speaksOf(shift.theme, theme))
  const activities = (await activityRecords(db, { stationId: station.id, startsAt: within }, now, open)).filter(
    ({ title }) => speaksOf(title, theme),
  )
  const days: Moment[] = [
    ...opinions.map(({ recordedAt }) => momentOf(recordedAt)),
    ...duties.map(({ shift }) => momentOf(shift.startsAt)),
    ...activities.map(({ on }) => on),
  ].sort(Temporal.ZonedDateTime.compare)
  if (days.length === 0) return null
  return {
    ...nothing(reading, 'campaign', stretch?.from ?? days[0]!.startOfDay(), until),
    period: { kind: 'campaign', from: stretch?.from ?? days[0]!.startOfDay(), until, theme },
    activities,
    opinions: opinions.map((row) => opinionRecord(row, open)),
    duties: duties.map((row) => dutyRecord(row, now)),
  }
}

const speaksOf = (words: string | null, theme: string): boolean => words?.includes(theme) ?? false

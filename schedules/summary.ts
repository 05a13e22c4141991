import type { StationContext } from '../commands/context.js'
import { DOCUMENT_JOB } from '../commands/documents/request.js'
import { convenorOnDuty } from '../commands/rotation/turns.js'
import { withOwnWords } from '../commands/summary/activity-summary.js'
import { campaignRecords } from '../commands/summary/campaign-records.js'
import { copy } from '../commands/summary/copy.js'
import { districtVersions } from '../commands/summary/district.js'
import { periodRecords } from '../commands/summary/load.js'
import { approve, OTHERS, openReview, REVIEW } from '../commands/summary/review.js'
import { subjectRecords } from '../commands/summary/subject.js'
import { themeOf } from '../commands/summary/title.js'
import { type Versions, versionsOf } from '../commands/summary/versions.js'
import { SUMMARY_JOB, type SummaryRequest, storeSummary } from '../commands/summary/write.js'
import type { Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import { stationSettings } from '../station/settings.js'
import { type CalendarKind, currentPeriod, previousPeriod } from '../station/summary/period.js'
import type { PeriodRecords, SummaryPeriod } from '../station/summary/records.js'
import { dateOf, type Moment, momentOf, Temporal, ZONE } from '../station/time/civil.js'
import { daily, type Preparation, preparedJob, type Slot, weekly } from './job.js'

/** So many summaries back it is looked for how far any of them reached. */
const CURSOR_LOOKS = 100

interface Written {
  versions: Versions
  period: SummaryPeriod
  about: string | null
}

/**
 * Every Monday at 8:30 the statistics of the week that ended, on days with the daily summary switched on those of the day;
 * on the first of a month, a quarter, a year a draft for the convenor on duty. On request any period and any record.
 * What the clock posts by itself holds figures and titles only: no model has a hand in it, and no opinion's words.
 */
export const summary = preparedJob({
  name: SUMMARY_JOB,
  graceMinutes: 12 * 60,
  slots: (_db, station, after, upTo) => [
    ...weekly(1, '08:30', station, after, upTo),
    ...drafts(station, after, upTo),
    ...evenings(station, after, upTo),
  ],
  prepare: ({ slot, ...before }) =>
    slot.payload?.personId === undefined ? scheduled({ slot, ...before }) : asked({ slot, ...before }),
  async run(context, slot, written) {
    const request = slot.payload as unknown as SummaryRequest | undefined
    if (request?.personId !== undefined) return answer(context, request, written)
    if (written === null) return
    if (slot.payload?.draft === true) return submit(context, written)
    const { text } = await storeSummary(context, written.versions, written.period, { state: 'posted' })
    await context.announce(text)
  },
  async slow(context, slot) {
    // Nobody waits for the one the clock writes.
    const request = slot.payload as unknown as SummaryRequest | undefined
    if (request?.personId !== undefined) await sayTo(context, request, copy.working)
  },
})

/** The longest period that ended with the day before: the year's draft holds its last quarter and month. */
const endedOn = (at: Moment): CalendarKind => (at.month === 1 ? 'year' : (at.month - 1) % 3 === 0 ? 'quarter' : 'month')

function drafts(station: Station, after: Moment, upTo: Moment): Slot[] {
  return daily('08:40', station, after, upTo)
    .filter(({ at }) => at.day === 1)
    .flatMap(({ key, at }) => {
      const kinds: CalendarKind[] = endedOn(at) === 'month' ? ['month'] : ['month', endedOn(at)]
      return kinds.map((kind) => ({ key: `${key}:${kind}`, at, payload: { kind, draft: true } }))
    })
}

function evenings(station: Station, after: Moment, upTo: Moment): Slot[] {
  if (!stationSettings(station.settings).dailySummary) return []
  return daily('18:00', station, after, upTo).map((slot) => ({ ...slot, payload: { kind: 'day' } }))
}

const holdsAnything = ({ activities, opinions, duties }: PeriodRecords): boolean =>
  opinions.length > 0 || activities.length > 0 || duties.some(({ phase }) => phase !== 'upcoming')

async function scheduled({ db, station, slot, now, services }: Preparation): Promise<Written | null> {
  const kind = (slot.payload?.kind as CalendarKind | undefined) ?? 'week'
  const period = kind === 'day' ? currentPeriod('day', slot.at) : previousPeriod(kind, slot.at)
  const records = await periodRecords(db, station, period, now)
  if (kind !== 'week' && !holdsAnything(records)) return null
  const phrasing = slot.payload?.draft === true ? await phrase({ db, station, services }, records) : undefined
  return { versions: versionsOf(records, phrasing), period, about: null }
}

async function asked({ db, station, slot, now, services }: Preparation): Promise<Written | null> {
  const { kind, on, until, subject, district, ofStation } = slot.payload as unknown as SummaryRequest
  if (subject !== undefined) {
    const theme = themeOf(subject)
    const stretch = on === undefined ? undefined : periodOn(kind ?? 'year', on, until)
    const records =
      theme === null
        ? await subjectRecords({ db, station, now }, subject[0]!, Number(subject.slice(1)))
        : await campaignRecords({ db, station, now }, theme, stretch)
    if (!records) return null
    const own = await ownWords(db, station, subject)
    const phrasing = own === null ? await phrase({ db, station, services }, records) : undefined
    return { versions: withOwnWords(versionsOf(records, phrasing), own), period: records.period, about: subject }
  }
  // What the district reads has a cursor of its own: 上次以来 of the station's group does not move because of it.
  const { name: districtName } = await db.district.findUniqueOrThrow({ where: { id: station.districtId } })
  const about = district ? districtName : ofStation === undefined ? null : `${districtName}:${station.name}`
  const period = on === undefined ? await periodNamed(db, station, kind!, now, about) : periodOn(kind!, on, until)
  if (district) return ofDistrict({ db, station, now }, districtName, period)
  const records = await periodRecords(db, station, period, now)
  return { versions: versionsOf(records, await phrase({ db, station, services }, records)), period, about }
}

/** What the convenor wrote of an activity is not written anew. */
async function ownWords(db: Tx, station: Station, subject: string): Promise<string | null> {
  if (!subject.startsWith('H')) return null
  const key = { stationId: station.id, no: Number(subject.slice(1)) }
  return (await db.activity.findUnique({ where: { stationId_no: key } }))?.summaryText ?? null
}

async function ofDistrict(
  { db, station, now }: Pick<Preparation, 'db' | 'station' | 'now'>,
  name: string,
  period: SummaryPeriod,
): Promise<Written> {
  const stations = await db.station.findMany({ where: { districtId: station.districtId }, orderBy: { id: 'asc' } })
  const records: PeriodRecords[] = []
  for (const each of stations) records.push(await periodRecords(db, each, period, now))
  return { versions: districtVersions(name, records, period), period, about: name }
}

async function phrase(
  { db, station, services }: Pick<Preparation, 'db' | 'station' | 'services'>,
  records: PeriodRecords,
) {
  const members = await db.person.findMany({ where: { memberships: { some: { stationId: station.id } } } })
  return services.phrase(records, { id: station.id, roster: members.map(({ name }) => name) })
}

const startOf = (day: string): Moment => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE })

/** The calendar period that holds a day, or the stretch from it to another. */
const periodOn = (kind: string, on: string, until: string | undefined): SummaryPeriod =>
  until === undefined
    ? currentPeriod(kind as CalendarKind, startOf(on))
    : { kind: 'since', from: startOf(on), until: startOf(until) }

/** `since`: from where the last summary of the same stopped; without one, from the beginning of the week. */
async function periodNamed(
  db: Tx,
  station: Station,
  kind: string,
  now: Moment,
  about: string | null,
): Promise<SummaryPeriod> {
  if (kind !== 'since') return currentPeriod(kind as CalendarKind, now)
  const told = await db.summary.findMany({
    where: { ...(about === null && { stationId: station.id }), about, state: { in: ['posted', 'filed'] } },
    orderBy: { id: 'desc' },
    take: CURSOR_LOOKS,
    select: { untilAt: true, createdAt: true },
  })
  const week = currentPeriod('week', now)
  // A summary of last month, asked for today, does not take the cursor back.
  const reached = told.map(({ untilAt, createdAt }) => Math.min(untilAt.getTime(), createdAt.getTime()))
  if (reached.length === 0) return { kind: 'since', from: week.from, until: now }
  return { kind: 'since', from: momentOf(Math.max(...reached)), until: now }
}

const sayTo = (
  context: StationContext,
  { roomId, personId }: Pick<SummaryRequest, 'roomId' | 'personId'>,
  text: string,
): Promise<void> =>
  roomId === null ? context.tell(personId, text, { urgent: true }) : context.tellRoom(roomId, text, { urgent: true })

/** To whoever asked, where it was asked: as a draft that waits for a word, or as the summary itself. */
async function answer(context: StationContext, request: SummaryRequest, written: Written | null): Promise<void> {
  const { roomId, personId, draft, district, release } = request
  const say = (text: string) => sayTo(context, request, text)
  if (written === null) {
    const theme = themeOf(request.subject ?? null)
    return say(theme === null ? copy.noSubject(request.subject ?? '') : copy.noTheme(theme))
  }
  if (release) return sendOut(context, request, written, say)
  const state = draft ? 'draft' : 'posted'
  const row = await storeSummary(context, written.versions, written.period, { about: written.about, state })
  const toReader = district || request.ofStation !== undefined
  const text = draft ? copy.drafted(row.text) : toReader ? copy.withOthers(row.text) : row.text
  if (roomId === null || draft || toReader) await say(text)
  else await context.announce(text, { urgent: true })
  const place = { stationId: context.station.id, personId, roomId, summaryId: row.id }
  await openReview(context.db, place, context.now, draft ? REVIEW : OTHERS)
}

/** 发布 H12 归档, 发布 H12 公开: stored, marked as sent out by whoever asked, and given to them. */
async function sendOut(
  context: StationContext,
  { roomId, personId, release }: SummaryRequest,
  written: Written,
  say: (text: string) => Promise<void>,
): Promise<void> {
  const { db, change, station, now } = context
  const { name } = await db.person.findUniqueOrThrow({ where: { id: personId } })
  const draft = await storeSummary(context, written.versions, written.period, { about: written.about, state: 'draft' })
  const row = await change.update('Summary', draft.id, {
    state: 'filed',
    released: [release!],
    reviewedBy: name,
    reviewedAt: dateOf(now),
  })
  if (release === '公开') return approve(context, row, personId, say)
  await db.jobRun.create({
    data: {
      job: DOCUMENT_JOB,
      slot: `summary-archive:${row.id}`,
      stationId: station.id,
      dueAt: dateOf(now),
      outcome: 'requested',
      payload: { kind: 'summary-archive', args: { id: row.id }, personId, roomId },
    },
  })
}

/** The draft of the clock goes to the convenor on duty alone. */
async function submit(context: StationContext, written: Written): Promise<void> {
  const { db, station, now } = context
  const personId = await convenorOnDuty(db, station, now)
  const row = await storeSummary(context, written.versions, written.period, { state: 'draft' })
  if (personId === null) return
  await context.tell(personId, copy.drafted(row.text))
  await openReview(db, { stationId: station.id, personId, roomId: null, summaryId: row.id }, now)
}

import type { Tx } from '../../prisma/change.js'
import type { Activity, Station } from '../../prisma/generated/client.js'
import { MEETING_STATES, type MeetingState } from '../../station/meeting/machine.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import type { ActivityClosing, MatterRecord, PeriodRecords, SummaryKind } from '../../station/summary/records.js'
import { type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { closingFacts } from '../activity/closing.js'
import { endsAtOf } from '../activity/facts.js'
import { readDuty } from '../duty/book.js'
import { sharesWord } from '../duty/topics.js'
import { masker } from '../opinion/masked.js'
import { handling } from './handling-records.js'
import { activityRecords, dutyRecord, openRecords, opinionRecord } from './load.js'

export interface Reading {
  db: Tx
  station: Station
  now: Moment
}

/** So much of what was said goes into the full form. */
export const SAID = 6

/** Everything about one record, in the shape in which periods are told; null: there is no such record. */
export async function subjectRecords(reading: Reading, letter: string, no: number): Promise<PeriodRecords | null> {
  const load = LOADERS[letter]
  return load ? load(reading, no) : null
}

export type Loader = (reading: Reading, no: number) => Promise<PeriodRecords | null>

const LOADERS: Readonly<Record<string, Loader>> = {
  H: activity,
  D: reception,
  T: meeting,
  K: topic,
  L: consultation,
  J: handling('J'),
  Y: handling('Y'),
}

export const nothing = ({ station }: Reading, kind: SummaryKind, from: Moment, until: Moment): PeriodRecords => ({
  station: station.name,
  period: { kind, from, until },
  activities: [],
  opinions: [],
  duties: [],
  turn: null,
  due: [],
})

async function activity(reading: Reading, no: number): Promise<PeriodRecords | null> {
  const { db, station, now } = reading
  const row = await db.activity.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row) return null
  const open = await openRecords(db, station.id)
  const [record] = await activityRecords(db, { id: row.id }, now, open)
  return {
    ...nothing(reading, 'activity', momentOf(row.startsAt), endsAtOf(row)),
    activities: [{ ...record!, ...(record!.phase === 'held' && { closing: await closingRecord(reading, row) }) }],
  }
}

async function closingRecord(reading: Reading, activity: Activity): Promise<ActivityClosing> {
  const { turnout, takeaways, photos } = await closingFacts(reading.db, activity)
  const mask = await masker(reading)
  return {
    expectedPersons: turnout.expected.length,
    absentPersons: turnout.absent.length,
    photos,
    takeaways: takeaways.map(({ personName, text }) => ({ who: personName, text: mask(text).text })),
  }
}

async function reception(reading: Reading, no: number): Promise<PeriodRecords | null> {
  const { db, station, now } = reading
  const shift = await db.dutyShift.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!shift) return null
  const known = await db.person.findMany({ where: { id: { in: shift.holderIds } } })
  // In the order of the rota, as every other way of telling it.
  const people = shift.holderIds.flatMap((id) => known.find((person) => person.id === id) ?? [])
  const nos = (await readDuty(db, station.id)).shifts.get(no)?.opinionNos ?? []
  const opinions = await db.opinion.findMany({
    where: { stationId: station.id, no: { in: [...nos] }, state: { notIn: STRUCK_OPINIONS } },
    orderBy: { no: 'asc' },
  })
  const open = await openRecords(db, station.id)
  return {
    ...nothing(reading, 'reception', momentOf(shift.startsAt), momentOf(shift.endsAt)),
    duties: [
      {
        ...dutyRecord({ shift, people, names: people.map(({ name }) => name) }, now),
        ...(shift.theme !== null && { onThemeOpinions: onTheme(opinions, shift.theme) }),
      },
    ],
    opinions: opinions.map((row) => opinionRecord(row, open)),
  }
}

const onTheme = (opinions: readonly { text: string }[], theme: string): number =>
  opinions.filter(({ text }) => sharesWord(text, theme)).length

export async function ofMatter(reading: Reading, kind: SummaryKind, matter: MatterRecord): Promise<PeriodRecords> {
  const { on, said } = matter
  const until = Temporal.ZonedDateTime.compare(on, reading.now) > 0 ? on : reading.now
  const mask = await masker(reading)
  return { ...nothing(reading, kind, on, until), matters: [{ ...matter, said: said.map((text) => mask(text).text) }] }
}

async function meeting(reading: Reading, no: number): Promise<PeriodRecords | null> {
  const { db, station } = reading
  const row = await db.meeting.findUnique({
    where: { stationId_no: { stationId: station.id, no } },
    include: { attendees: true, decisions: { orderBy: { no: 'asc' } } },
  })
  if (!row) return null
  const agenda = row.agenda as unknown as { topic: string }[]
  const coming = row.attendees.filter(({ state }) => state === 'coming')
  const done = row.decisions.filter(({ state }) => state === 'done').length
  return ofMatter(reading, 'meeting', {
    ref: `T${no}`,
    kind: '联席会议',
    title: agenda.map(({ topic }) => topic).join('、'),
    state: MEETING_STATES[row.state as MeetingState].label,
    on: momentOf(row.startsAt),
    place: row.place,
    people: coming.map(({ personName }) => personName),
    counts: [
      { label: '定办事项', value: row.decisions.length, unit: '项' },
      ...(done > 0 ? [{ label: '已办', value: done, unit: '项' }] : []),
    ],
    said: row.decisions.slice(0, SAID).map(({ task }) => task),
  })
}

async function topic(reading: Reading, no: number): Promise<PeriodRecords | null> {
  const { db, station } = reading
  const row = await db.topicWork.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row || row.state === 'struck') return null
  const members = await db.topicMember.findMany({ where: { stationId: station.id, topicNo: no, state: 'agreed' } })
  const people = await db.person.findMany({
    where: { id: { in: [row.ledById, ...members.map(({ personId }) => personId)] } },
  })
  const findings = await db.topicFinding.findMany({
    where: { stationId: station.id, topicNo: no, state: 'kept' },
    orderBy: { id: 'asc' },
  })
  return ofMatter(reading, 'topic', {
    ref: `K${no}`,
    kind: '议题',
    title: row.question,
    state: row.state === 'reported' ? '已报告' : '进行中',
    on: momentOf(row.startedAt),
    place: null,
    people: people.map(({ name }) => name),
    counts: [
      { label: '参与', value: people.length, unit: '人' },
      ...(findings.length > 0 ? [{ label: '记下', value: findings.length, unit: '条' }] : []),
    ],
    said: findings.slice(0, SAID).map(({ text }) => text),
  })
}

async function consultation(reading: Reading, no: number): Promise<PeriodRecords | null> {
  const { db, station } = reading
  const row = await db.consultation.findUnique({ where: { stationId_no: { stationId: station.id, no } } })
  if (!row || row.state === 'struck') return null
  const comments = await db.consultationComment.findMany({
    where: { stationId: station.id, consultationNo: no, state: 'given' },
    orderBy: [{ article: 'asc' }, { id: 'asc' }],
  })
  const answered = comments.filter(({ feedback }) => feedback !== null).length
  return ofMatter(reading, 'consultation', {
    ref: `L${no}`,
    kind: '征求意见',
    title: row.title,
    state: row.state === 'closed' ? '已截止' : '征集中',
    on: momentOf(row.startedAt),
    place: null,
    people: [],
    counts: [
      { label: '收到', value: comments.length, unit: '条' },
      { label: '参加', value: new Set(comments.map(({ personId }) => personId)).size, unit: '人' },
      ...(answered > 0 ? [{ label: '已反馈', value: answered, unit: '条' }] : []),
    ],
    said: comments.slice(0, SAID).map(({ article, text }) => `${article === null ? '' : `第${article}条 `}${text}`),
  })
}

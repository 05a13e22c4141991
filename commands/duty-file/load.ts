import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import { type DutyEntry, type DutyFile, kindOfActivity } from '../../station/duty-file/sections.js'
import type { LedgerSpan } from '../../station/ledger/span.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { dateOf, type Moment } from '../../station/time/civil.js'
import { readDuty } from '../duty/book.js'
import { dayInSpan, dayText, instants, listed } from '../ledger/books/input.js'
import { masker } from '../opinion/masked.js'

interface Asked {
  db: Tx
  station: Station
  span: LedgerSpan
  now: Moment
  /** Whose; all deputies of the station unless said otherwise. */
  personIds?: readonly number[]
}

type Found = DutyEntry & { personId: number }

const day = (at: Date): string => dayText(at)!

/** The duty files of a stretch of time, written by what the chat recorded: a few queries for all deputies together. */
export async function dutyFiles(asked: Asked): Promise<DutyFile[]> {
  const { db, station, personIds } = asked
  const memberships = await db.membership.findMany({
    where: {
      stationId: station.id,
      state: 'agreed',
      kind: { notIn: ['工作人员', '顾问'] },
      ...(personIds && { personId: { in: [...personIds] } }),
    },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const ids = memberships.map(({ personId }) => personId)
  const found: Found[] = []
  for (const source of SOURCES) found.push(...(await source(asked, ids)))
  const mask = await masker({ db, station })
  const terms = await db.convenorTurn.groupBy({ by: ['personId'], where: { stationId: station.id }, _count: true })
  return memberships.map(({ person, kind, since }): DutyFile => {
    const turns = terms.find(({ personId }) => personId === person.id)?._count ?? 0
    return {
      personId: person.id,
      name: person.name,
      level: person.level,
      basic: [
        [person.level && `${person.level}代表`, person.delegation, person.term].filter(Boolean).join('，'),
        [listed(person.professions), person.employer && mask(person.employer).text].filter(Boolean).join('，'),
        `${kind}代表，${day(since)}进站${turns > 0 ? `，轮值召集${turns}次` : ''}`,
      ].filter((line) => line !== ''),
      entries: found
        .filter(({ personId }) => personId === person.id)
        .map(({ personId: _, ...entry }) => ({ ...entry, text: mask(entry.text).text }))
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    }
  })
}

type Source = (asked: Asked, personIds: number[]) => Promise<Found[]>

const attended: Source = async ({ db, station, span }, ids) => {
  const activities = await db.activity.findMany({
    where: {
      startsAt: instants(span),
      state: { not: 'cancelled' },
      OR: [{ stationId: station.id }, { guestStations: { some: { stationId: station.id } } }],
    },
    select: { id: true, no: true, type: true, title: true, startsAt: true },
  })
  const entries = new Map(
    activities.map(({ id, no, type, title, startsAt }) => [
      id,
      { kind: kindOfActivity(type), ref: `H${no}`, on: day(startsAt), text: title },
    ]),
  )
  const rows = await db.attendance.findMany({
    where: { personId: { in: ids }, struck: false, activityId: { in: [...entries.keys()] } },
    select: { personId: true, activityId: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ personId, activityId }) => ({ personId, ...entries.get(activityId)! }))
}

const meetings: Source = async ({ db, station, span, now }, ids) => {
  const rows = await db.meetingAttendee.findMany({
    where: {
      personId: { in: ids },
      state: 'coming',
      meeting: {
        stationId: station.id,
        startsAt: { ...instants(span), lte: dateOf(now) },
        state: { not: 'cancelled' },
      },
    },
    include: { meeting: true },
  })
  return rows.map(({ personId, meeting }) => ({
    personId,
    kind: 'meeting',
    ref: `T${meeting.no}`,
    on: day(meeting.startsAt),
    text: '联席会议',
  }))
}

const studies: Source = async ({ db, station, span }, ids) => {
  const rows = await db.studyRead.findMany({
    where: { personId: { in: ids }, at: instants(span), material: { stationId: station.id } },
    include: { material: true },
  })
  return rows.map(({ personId, material, at }) => ({
    personId,
    kind: 'study',
    ref: null,
    on: day(at),
    text: `学习资料《${material.title}》`,
  }))
}

const receptions: Source = async ({ db, station, span }, ids) => {
  const shifts = await db.dutyShift.findMany({ where: { stationId: station.id, startsAt: instants(span) } })
  if (shifts.length === 0) return []
  const book = await readDuty(db, station.id)
  return shifts.flatMap(({ no, startsAt, theme }): Found[] =>
    (book.shifts.get(no)?.signIns ?? [])
      .filter(({ personId }) => ids.includes(personId))
      .map(({ personId }) => ({
        personId,
        kind: 'reception',
        ref: `D${no}`,
        on: day(startsAt),
        text: theme ? `进站接待，主题“${theme}”` : '进站接待',
      })),
  )
}

const contacts: Source = async ({ db, station, span }, ids) => {
  const rows = await db.contactRecord.findMany({
    where: { stationId: station.id, personId: { in: ids }, state: 'kept', at: instants(span) },
  })
  return rows.map(({ personId, kind, households, about, at }) => ({
    personId,
    kind: 'contact',
    ref: null,
    on: day(at),
    text: `${kind}${households ? `${households}户` : ''}${about ? `：${about}` : ''}`,
  }))
}

const opinions: Source = async ({ db, station, span }, ids) => {
  const rows = await db.opinion.findMany({
    where: {
      stationId: station.id,
      reporterId: { in: ids },
      recordedAt: instants(span),
      state: { notIn: STRUCK_OPINIONS },
    },
    omit: { original: true },
  })
  return rows.map((row) => ({
    personId: row.reporterId,
    kind: 'opinion',
    ref: `Y${row.no}`,
    on: day(row.recordedAt),
    text: `${row.text}（${row.state}）`,
  }))
}

const suggestions: Source = async ({ db, station, span }, ids) => {
  const rows = await db.suggestion.findMany({
    where: {
      stationId: station.id,
      OR: [{ leadId: { in: ids } }, { cosignerIds: { hasSome: ids } }],
      draftedAt: instants(span),
      state: { not: 'withdrawn' },
    },
  })
  return rows.flatMap((row): Found[] => {
    const entry = { ref: `J${row.no}`, on: day(row.draftedAt), text: row.title }
    const adopted = row.replyClass === 'A' || row.replyClass === 'B'
    return [
      { ...entry, personId: row.leadId, kind: 'suggestion', adopted },
      ...row.cosignerIds.map((personId): Found => ({ ...entry, personId, kind: 'cosigned', adopted })),
    ]
  })
}

const comments: Source = async ({ db, station, span }, ids) => {
  const rows = await db.consultationComment.findMany({
    where: { stationId: station.id, personId: { in: ids }, state: 'given', givenAt: instants(span) },
  })
  return rows.map(({ personId, consultationNo, article, text, givenAt }) => ({
    personId,
    kind: 'comment',
    ref: `L${consultationNo}`,
    on: day(givenAt),
    text: `${article ? `第${article}条 ` : ''}${text}`,
  }))
}

const research: Source = async ({ db, station, span }, ids) => {
  const rows = await db.researchPiece.findMany({
    where: {
      stationId: station.id,
      state: { not: 'struck' },
      startedAt: instants(span),
      OR: [{ leadId: { in: ids } }, { memberIds: { hasSome: ids } }],
    },
  })
  return rows.flatMap(({ no, title, leadId, memberIds, startedAt }) =>
    [...new Set([...(leadId === null ? [] : [leadId]), ...memberIds])].map(
      (personId): Found => ({
        personId,
        kind: 'research',
        ref: `X${no}`,
        on: day(startedAt),
        text: `《${title}》${personId === leadId ? '（领衔）' : ''}`,
      }),
    ),
  )
}

const notes: Source = async ({ db, station, span }, ids) => {
  const rows = await db.dutyFileNote.findMany({
    where: { stationId: station.id, personId: { in: ids }, state: 'given' },
  })
  return rows
    .filter(({ on }) => dayInSpan(on, span))
    .map(({ personId, section, on, text }) => ({ personId, kind: section as 'report' | 'honour', ref: null, on, text }))
}

const SOURCES: readonly Source[] = [
  attended,
  meetings,
  studies,
  receptions,
  contacts,
  opinions,
  suggestions,
  comments,
  research,
  notes,
]

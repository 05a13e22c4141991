import type { Tx } from '../../prisma/change.js'
import type { Activity, Station } from '../../prisma/generated/client.js'
import { turnoutOf } from '../../station/activity/turnout.js'
import { mask } from '../../station/privacy/mask.js'
import { instructionLike } from '../../station/summary/instruction-like.js'
import { oneLine } from '../../station/text/one-line.js'
import { dateOf, type Moment, momentOf, Temporal } from '../../station/time/civil.js'
import { sheetOf } from '../activity/attendance.js'
import { readBook } from '../activity/book.js'
import { shiftsBetween } from '../duty/load.js'
import { rotationOf } from '../rotation/turns.js'

interface Reading {
  db: Tx
  station: Station
  now: Moment
}

/** What may be told outside of one activity: no name, no telephone, no figure without a record. */
export interface EventFacts {
  title: string
  on: Moment
  place: string | null
  held: boolean
  presentPersons: number | null
  audiencePersons: number | null
  photos: number
  /** What participants took home, masked and without anybody's name. */
  words: string[]
}

const WORDS = 3
const WORD_CHARS = 40

/** Masked, and the names of the roster taken out as well; what gives orders to machines is left out. */
const outward = (text: string, roster: readonly string[]): string | null => {
  const masked = mask(oneLine(text, WORD_CHARS), { knownNames: roster }).text
  return instructionLike(masked) ? null : masked
}

export async function eventFacts({ db, now }: Reading, activity: Activity): Promise<EventFacts> {
  const { book } = await readBook(db, activity.id)
  const turnout = turnoutOf(book, await sheetOf(db, activity))
  const takeaways = await db.activityTakeaway.findMany({ where: { activityId: activity.id }, orderBy: { id: 'asc' } })
  const people = await db.person.findMany({ where: { memberships: { some: { stationId: activity.stationId } } } })
  const roster = people.map(({ name }) => name)
  return {
    title: outward(activity.title, roster) ?? `H${activity.no}`,
    on: momentOf(activity.startsAt),
    place: activity.place === null ? null : outward(activity.place, []),
    held: activity.startsAt <= dateOf(now),
    presentPersons: turnout.present.length === 0 ? null : turnout.present.length,
    audiencePersons: activity.headcountPersons,
    photos: await db.keptFile.count({ where: { stationId: activity.stationId, about: `H${activity.no}` } }),
    words: takeaways.flatMap(({ text }) => outward(text, roster) ?? []).slice(0, WORDS),
  }
}

/** 服务内容公示栏: who leads, when residents are received and by whom, what for, and who belongs to the station. */
export interface NoticeFacts {
  station: string
  year: number
  month: number
  convenor: string | null
  address: string | null
  services: readonly string[]
  receptions: readonly {
    startsAt: Moment
    endsAt: Moment
    place: string | null
    theme: string | null
    names: readonly string[]
  }[]
  deputies: readonly { name: string; level: string }[]
}

/**
 * Names stand here because belonging to the station includes being found there: only of deputies who agreed to join. Staff,
 * and whoever was only invited, are not listed.
 */
export async function noticeFacts({ db, station, now }: Reading, month: Temporal.PlainYearMonth): Promise<NoticeFacts> {
  const from = month.toPlainDate({ day: 1 }).toZonedDateTime(now.timeZoneId)
  const shifts = await shiftsBetween(db, station.id, from, from.add({ months: 1 }))
  const { table } = await rotationOf(db, station, Temporal.ZonedDateTime.compare(from, now) > 0 ? from : now, 1)
  const turn = table.turns.find(({ period }) => period.key === month.toString()) ?? table.turns.at(-1)
  const convenor = turn ? await db.person.findUnique({ where: { id: turn.personId } }) : null
  const members = await db.membership.findMany({
    where: {
      stationId: station.id,
      state: 'agreed',
      kind: { not: '工作人员' },
      OR: [{ until: null }, { until: { gt: dateOf(now) } }],
    },
    include: { person: true },
    orderBy: { id: 'asc' },
  })
  const services = station.missions.length > 0 ? station.missions : station.focusTags
  return {
    station: station.name,
    year: month.year,
    month: month.month,
    convenor: convenor?.name ?? null,
    address: station.address,
    services: services.length > 0 ? services : [`${station.profession}政策咨询`],
    // a draft of the rota is nobody's promise yet
    receptions: shifts
      .filter(({ shift }) => shift.stage !== 'drafted')
      .map(({ shift, names }) => ({
        startsAt: momentOf(shift.startsAt),
        endsAt: momentOf(shift.endsAt),
        place: shift.place,
        theme: shift.theme,
        names,
      })),
    deputies: members.map(({ person }) => ({ name: person.name, level: person.level ?? '' })),
  }
}

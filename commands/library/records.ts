import type { LibraryDocument } from '../../prisma/generated/client.js'
import type { Clause } from '../../station/library/clauses.js'
import type { CheckCounts } from '../../station/library/requirement-checks.js'
import type { RuleTrace } from '../../station/library/rule-execution.js'
import { dateOf, momentOf } from '../../station/time/civil.js'
import type { StationContext } from '../context.js'

type Reading = Pick<StationContext, 'db' | 'station' | 'now'>

export const clausesIn = (document: LibraryDocument): Clause[] => document.clauses as unknown as Clause[]

/** Documents in force, oldest first. */
export function documentsInForce({ db, station }: Reading, kind: '文件' | '制度'): Promise<LibraryDocument[]> {
  return db.libraryDocument.findMany({
    where: { stationId: station.id, kind, state: 'current' },
    orderBy: { no: 'asc' },
  })
}

export function documentNo({ db, station }: Reading, no: number): Promise<LibraryDocument | null> {
  return db.libraryDocument.findFirst({
    where: { stationId: station.id, kind: '文件', no, state: { not: 'struck' } },
  })
}

/** Fulfilled by records, in the running year: each count once, from the rows everybody else reads. */
export async function checkCounts({ db, station, now }: Reading): Promise<CheckCounts> {
  const year = { gte: dateOf(now.with({ month: 1, day: 1 }).startOfDay()), lte: dateOf(now) }
  const at = { stationId: station.id }
  const held = { ...at, startsAt: year, state: { not: 'cancelled' } }
  const shifts = await db.dutyShift.findMany({ where: { ...at, startsAt: year, stage: { in: ATTENDED } } })
  return {
    yearSummary: await db.summary.count({
      where: { ...at, kind: 'year', state: { in: ['posted', 'filed'] }, createdAt: year },
    }),
    jointMeetings: await db.meeting.count({ where: { ...at, startsAt: year, state: { in: MEETINGS_HELD } } }),
    receptions: new Set(shifts.map(({ startsAt }) => momentOf(startsAt).month)).size,
    noticeBoard: await db.publicText.count({
      where: { ...at, kind: 'notice', state: { not: 'struck' }, createdAt: year },
    }),
    rulesPublished: await db.libraryDocument.count({ where: { ...at, kind: '制度', state: 'current' } }),
    plaque:
      (await db.standardItem.count({ where: { ...at, name: '标志牌', state: 'met' } })) + (station.plaqueOn ? 1 : 0),
    dutyFiles: await db.attendance.count({ where: { activity: at, struck: false } }),
    study:
      (await db.activity.count({ where: { ...held, type: '学习培训' } })) +
      (await db.studyMaterial.count({ where: { ...at, createdAt: year } })),
    plan: await db.planItem.count({ where: { ...at, period: { path: ['year'], equals: now.year } } }),
    activities: await db.activity.count({ where: held }),
    opinions: await db.opinion.count({ where: { ...at, recordedAt: year, state: { not: '撤回' } } }),
  }
}

/** Stages in which somebody was there. */
const ATTENDED = ['signedIn', 'recording', 'summarised', 'archived']
const MEETINGS_HELD = ['held', 'minutesDraft', 'minutesConfirmed', 'concluded']

/** How many records show that a rule has been lived by since it was published. */
export async function tracesSince({ db, station, now }: Reading, trace: RuleTrace, since: Date): Promise<number> {
  const at = { stationId: station.id }
  const from = { gte: since, lte: dateOf(now) }
  const held = { ...at, startsAt: from, state: { not: 'cancelled' } }
  switch (trace) {
    case 'turns':
      return db.handover.count({ where: { ...at, takenAt: from } })
    case 'receptions':
      return db.dutyShift.count({ where: { ...at, startsAt: from, stage: { in: ATTENDED } } })
    case 'study':
      return (
        (await db.activity.count({ where: { ...held, type: { in: ['观摩学习', '学习培训'] } } })) +
        (await db.studyRead.count({ where: { at: from, material: at } }))
      )
    case 'meetings':
      return db.meeting.count({ where: { ...at, startsAt: from, state: { in: MEETINGS_HELD } } })
    case 'opinions':
      return db.opinion.count({ where: { ...at, recordedAt: from, state: { not: '撤回' } } })
    case 'research':
      return db.activity.count({
        where: { ...held, type: { in: ['立法调研座谈会', '专题视察调研', '视察', '调研', '走访座谈'] } },
      })
    case 'attendance':
      return db.attendance.count({ where: { at: from, struck: false, activity: at } })
    case 'publicity':
      return (
        (await db.publicityNote.count({ where: { ...at, at: from, state: 'kept' } })) +
        (await db.publicText.count({ where: { ...at, createdAt: from, state: { not: 'struck' } } }))
      )
    case 'files':
      return db.attendance.count({ where: { at: from, struck: false, activity: at } })
    case 'activities':
      return db.activity.count({ where: held })
  }
}

import type { Tx } from '../../prisma/change.js'
import type { Station } from '../../prisma/generated/client.js'
import type { CheckUpFacts } from '../../station/check-up/score.js'
import { yearSpan } from '../../station/ledger/span.js'
import { STRUCK_OPINIONS } from '../../station/opinion/states.js'
import { countResearch } from '../../station/research/piece.js'
import { stationSettings } from '../../station/settings.js'
import { targetOfYear } from '../../station/targets/target.js'
import { dateOf, type Moment, momentOf } from '../../station/time/civil.js'
import { instants } from '../ledger/books/input.js'
import { standardsOf } from '../ledger/books/standards.js'
import { activityRecords } from '../plan/load.js'
import { targetsOf } from '../targets/load.js'
import { researchStates } from '../targets/set.js'

/** A reception of this stage took place. */
const HELD = ['signedIn', 'recording', 'summarised', 'archived']

/** Read once: the text and the picture are told from the same facts. */
export async function checkUpFacts(db: Tx, station: Station, now: Moment): Promise<CheckUpFacts> {
  const stationId = station.id
  const { year } = now
  const inYear = instants(yearSpan(year))
  const settings = stationSettings(station.settings)
  const deputies = await db.membership.findMany({
    where: {
      stationId,
      state: 'agreed',
      kind: { in: ['驻站', '特邀'] },
      OR: [{ until: null }, { until: { gt: dateOf(now) } }],
    },
    select: { personId: true },
  })
  const ids = deputies.map(({ personId }) => personId)
  const led = await db.suggestion.findMany({
    where: { stationId, draftedAt: inYear, state: { not: 'withdrawn' }, leadId: { in: ids } },
    select: { leadId: true },
  })
  const shifts = await db.dutyShift.findMany({ where: { stationId, startsAt: inYear, stage: { in: HELD } } })
  const livelihood = await db.opinion.findMany({
    where: { stationId, livelihood: true, state: { notIn: STRUCK_OPINIONS } },
    select: { stamps: true },
  })
  const { written, underway } = countResearch(await researchStates({ db, station }, year))
  const first = await db.room.findFirst({ where: { stationId }, orderBy: { boundAt: 'asc' } })
  const bound = first ? momentOf(first.boundAt) : now
  return {
    today: now.toPlainDate(),
    activities: await activityRecords(db, stationId),
    activitiesWanted: settings.activitiesPerYear,
    receptionMonths: new Set(shifts.map(({ startsAt }) => momentOf(startsAt).month)),
    firstMonth: Math.min(
      bound.year === year ? bound.month : 1,
      ...shifts.map(({ startsAt }) => momentOf(startsAt).month),
    ),
    deputies: ids.length,
    deputiesWithSuggestion: new Set(led.map(({ leadId }) => leadId)).size,
    researchWritten: written,
    researchUnderway: underway,
    researchWanted: targetOfYear(await targetsOf(db, stationId), 'research', year, now.toPlainDate()),
    livelihoodSolved: livelihood.filter(({ stamps }) => solvedIn(stamps, year)).length,
    livelihoodWanted: settings.livelihoodTarget,
    standards: await standardsOf(db, stationId),
    missionsLabel: station.missionsLabel,
    missions: station.missions,
  }
}

const solvedIn = (stamps: unknown, year: number): boolean => {
  const at = (stamps as { solvedAt?: string }).solvedAt
  return at !== undefined && momentOf(new Date(at)).year === year
}

import type { Activity, Summary } from '../../prisma/generated/client.js'
import { step } from '../../station/activity/machine.js'
import type { ActivityState } from '../../station/activity/states.js'
import { dateOf } from '../../station/time/civil.js'
import { copy as told } from '../activity/copy.js'
import { factsOf } from '../activity/facts.js'
import type { CommandContext, StationContext } from '../context.js'
import { subjectRecords } from './subject.js'
import { titleAndBody } from './title.js'
import { versionsOf } from './versions.js'
import { storeSummary } from './write.js'

/**
 * The draft of an activity as its rows are now, in the house's own words or in the convenor's. One that was made of the same
 * rows before, perhaps by a model, is taken again.
 */
export async function activityDraft(context: StationContext, { no, summaryText }: Activity): Promise<Summary> {
  const { db, station, now } = context
  const records = (await subjectRecords({ db, station, now }, 'H', no))!
  const versions = withOwnWords(versionsOf(records), summaryText)
  const about = `H${no}`
  const last = await db.summary.findFirst({
    where: { stationId: station.id, about, state: 'draft' },
    orderBy: { id: 'desc' },
  })
  const same = last && (summaryText === null || last.text === summaryText)
  if (same && JSON.stringify(last.archive) === JSON.stringify(versions.archive)) return last
  return storeSummary(context, versions, records.period, { about, state: 'draft' })
}

export const withOwnWords = <V extends { group: string }>(versions: V, words: string | null): V =>
  words === null ? versions : { ...versions, group: words }

/** Its summary goes out: the activity takes its step and keeps the words. False: it may not, and why was said. */
export async function publishActivity(context: CommandContext, row: Summary): Promise<boolean> {
  const { db, change, station, now } = context
  const activity = await db.activity.findUniqueOrThrow({
    where: { stationId_no: { stationId: station.id, no: Number(row.about!.slice(1)) } },
  })
  const stepped = step(activity.state as ActivityState, 'publishSummary', factsOf(activity), now)
  if (!stepped.ok) {
    await context.say(told.stepRefused(activity, stepped.error))
    return false
  }
  await change.update('Activity', activity.id, {
    summaryText: titleAndBody(row, station.name).body.join('\n'),
    state: stepped.value.state,
    summaryPublishedAt: dateOf(now),
  })
  return true
}

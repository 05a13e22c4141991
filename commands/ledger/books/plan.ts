import { isHeld } from '../../../station/plan/activity-record.js'
import { activityRecords, planItems } from '../../plan/load.js'
import { periodWords } from '../../plan/period-words.js'
import { type BookLoader, listed } from './input.js'

/** Every line of the years the span touches. */
export const loadPlan: BookLoader = async ({ db, station, span }) => {
  const lastYear = span.until.subtract({ days: 1 }).year
  const activities = await activityRecords(db, station.id)
  const items = await planItems(db, station.id)
  return items
    .filter(({ period }) => period.year >= span.from.year && period.year <= lastYear)
    .map((item) => {
      const own = activities.filter(({ planNo, startsAt }) => planNo === item.no && startsAt.year === item.period.year)
      const done = own.filter(isHeld)
      const moved = item.movedFrom.at(-1)
      return {
        no: item.no,
        year: String(item.period.year),
        period: periodWords(item.period),
        title: item.title,
        target: item.targetCount,
        done: done.length,
        activities: listed(own.map(({ no }) => `H${no}`)),
        state: item.dropped ? '已撤下' : done.length >= item.targetCount ? '已办' : done.length > 0 ? '在办' : '未办',
        reason: item.dropped?.reason ?? moved?.reason ?? null,
      }
    })
}
